#include "float32_descent.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "float32_kernels.h"

namespace dropout {
namespace {

// From the gradient by activations to that by pre-activations, of one sample; relu's is done.
void pass_activation(Activation activation, const Eigen::Ref<const Float32Row>& activations,
                     Eigen::Ref<Float32Row> gradient) {
  const auto y = activations.array();
  switch (activation) {
    case Activation::identity:
    case Activation::relu:
      return;
    case Activation::tanh:
      gradient.array() *= 1 - y.square();
      return;
    case Activation::sigmoid:
      gradient.array() *= y * (1 - y);
      return;
    case Activation::softmax: {
      float mean = 0;
      for (Index unit = 0; unit < gradient.size(); ++unit) mean += gradient(unit) * y(unit);
      gradient.array() = y * (gradient.array() - mean);
      return;
    }
  }
}

// Backpropagation through layer l and the mask before it, from the gradient by the pre-activations
// of layer l to that by those of layer l - 1. Only units that are kept, and active where they are
// relu, are computed: it is 0 for the others.
Float32Matrix propagated(const Float32Network& network, std::size_t l, const Float32Pass& pass,
                         const KeepMask& keep_mask, const Float32Matrix& gradient) {
  const Float32Layer& layer = network.layers[l];
  const Activation activation = network.layers[l - 1].activation;
  const Float32Matrix& activations = pass.activations[l - 1];
  const auto scale = static_cast<float>(1 / (1 - mask_p_drop(network, l)));
  Float32Matrix result = Float32Matrix::Zero(activations.rows(), activations.cols());
  std::vector<Index> computed(static_cast<std::size_t>(result.cols()));
  for (Index sample = 0; sample < result.rows(); ++sample) {
    std::size_t count = 0;
    for (Index unit = 0; unit < result.cols(); ++unit) {
      const bool is_active = activation != Activation::relu || activations(sample, unit) > 0;
      computed[count] = unit;  // in any case, as in add_rows' terms
      count += static_cast<std::size_t>(is_active) & keep_mask(sample, unit);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const Index unit = computed[i];
      result(sample, unit) =
          scale * dot(&gradient(sample, 0), &layer.weight(unit, 0), gradient.cols());
    }
    pass_activation(activation, activations.row(sample), result.row(sample));
  }
  return result;
}

// The gradient by what one input contributes, or by the biases, is a sum of rows of `gradient`.
void descend_layer(Float32Layer& layer, Float32Layer& velocity, const Float32Matrix& received,
                   const Float32Matrix& gradient, const DescentFactors& factors) {
  const Float32Row zero = Float32Row::Zero(gradient.cols());
  Float32Row sum(gradient.cols());
  std::vector<ScaledRow> terms(static_cast<std::size_t>(gradient.rows()));
  for (Index input = 0; input < received.cols(); ++input) {
    std::size_t count = 0;
    for (Index sample = 0; sample < received.rows(); ++sample) {
      terms[count] = {received(sample, input), &gradient(sample, 0)};
      count += received(sample, input) != 0 ? 1 : 0;
    }
    add_rows(zero.data(), {terms.data(), count}, gradient.cols(), sum.data());
    descend_row(sum.data(), factors, sum.size(), &velocity.weight(input, 0),
                &layer.weight(input, 0));
  }
  for (Index sample = 0; sample < gradient.rows(); ++sample) {
    terms[static_cast<std::size_t>(sample)] = {1, &gradient(sample, 0)};
  }
  add_rows(zero.data(), terms, gradient.cols(), sum.data());
  descend_row(sum.data(), factors, sum.size(), velocity.bias.data(), layer.bias.data());
}

// Each column holds the weights that one unit receives.
void limit_norms(Float32Matrix& weight, double max_norm) {
  Eigen::RowVectorXd squared_norms = Eigen::RowVectorXd::Zero(weight.cols());
  for (Index input = 0; input < weight.rows(); ++input) {
    squared_norms += weight.row(input).cast<double>().cwiseAbs2();
  }
  if (!(squared_norms.maxCoeff() > max_norm * max_norm)) return;
  const Float32Row scale =
      (max_norm / squared_norms.array().sqrt()).min(1.0).cast<float>().matrix();
  weight.array().rowwise() *= scale.array();
}

}  // namespace

Float32Network without_weights(const Float32Network& network) {
  Float32Network result = network;
  for (Float32Layer& layer : result.layers) {
    layer.weight.setZero();
    layer.bias.setZero();
  }
  return result;
}

void descend(Float32Network& network, Float32Network& velocity, const Float32Pass& pass,
             const KeepMasks& keep_masks, Float32Matrix gradient, const DescentStep& step) {
  for (std::size_t l = network.layers.size(); l-- > 0;) {
    const bool is_output = l + 1 == network.layers.size();
    Float32Matrix received_gradient;
    if (l > 0) received_gradient = propagated(network, l, pass, keep_masks[l], gradient);
    descend_layer(network.layers[l], velocity.layers[l], pass.received[l], gradient, step.factors);
    if (step.max_norm && !is_output) limit_norms(network.layers[l].weight, *step.max_norm);
    gradient = std::move(received_gradient);
  }
}

bool is_finite(const Float32Network& network) {
  // 0 times infinity, or NaN, is NaN. Unlike allFinite, this vectorizes.
  for (const Float32Layer& layer : network.layers) {
    if (!((layer.weight * 0).sum() == 0 && (layer.bias * 0).sum() == 0)) return false;
  }
  return true;
}

}  // namespace dropout
