#include "training/float32_descent.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "network/activation_functions.h"
#include "training/float32_kernels.h"

namespace dropout {
namespace {

// Backpropagation through layer l and the mask before it, from the gradient by the pre-activations
// of layer l to that by those of layer l - 1. Only units that layer l heard of are computed: it is
// 0 for the others.
Float32Matrix propagated(const Float32Network& network, std::size_t l, const Float32Pass& pass,
                         const Float32Matrix& gradient) {
  const Float32Matrix& weight = network.layers[l].weight;
  const Float32Matrix& activations = pass.activations[l - 1];
  const auto scale = static_cast<float>(kept_scale(mask_p_drop(network, l)));
  Float32Matrix result = Float32Matrix::Zero(activations.rows(), activations.cols());
  Float32Row products(activations.cols());
  for (Index sample = 0; sample < result.rows(); ++sample) {
    const std::span<const Term> terms = pass.received[l][sample];
    dots(&gradient(sample, 0), terms, weight.data(), weight.cols(), products.data());
    const float* product = products.data();
    for (const Term& term : terms) result(sample, term.row) = scale * *product++;
    multiply_by_slope<float>(network.layers[l - 1].activation,
                             pass.pre_activations[l - 1].row(sample), activations.row(sample),
                             result.row(sample));
  }
  return result;
}

// The gradient by the weights of one input, or by the biases, is a weighted sum of rows of
// `gradient`.
void descend_layer(const Float32Layer& layer, const Terms& received, const Float32Matrix& gradient,
                   const DescentFactors& factors, Float32Layer& velocity, Float32Layer& next) {
  const Index outputs = gradient.cols();
  const Float32Row zero = Float32Row::Zero(outputs);
  Float32Row sum(outputs);
  const Terms by_input = transposed(received, layer.weight.rows());
  for (Index input = 0; input < layer.weight.rows(); ++input) {
    add_rows(zero.data(), by_input[input], gradient.data(), outputs, sum.data());
    descend_row(sum.data(), factors, outputs, &velocity.weight(input, 0), &layer.weight(input, 0),
                &next.weight(input, 0));
  }
  sum = zero;
  for (Index sample = 0; sample < gradient.rows(); ++sample) sum += gradient.row(sample);
  descend_row(sum.data(), factors, outputs, velocity.bias.data(), layer.bias.data(),
              next.bias.data());
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

void descend(const Float32Network& network, const Float32Pass& pass, Float32Matrix gradient,
             const DescentStep& step, Float32Network& velocity, Float32Network& next) {
  for (std::size_t l = network.layers.size(); l-- > 0;) {
    const bool is_output = l + 1 == network.layers.size();
    Float32Matrix received_gradient;
    if (l > 0) received_gradient = propagated(network, l, pass, gradient);
    descend_layer(network.layers[l], pass.received[l], gradient, step.factors, velocity.layers[l],
                  next.layers[l]);
    if (step.max_norm && !is_output) limit_norms(next.layers[l].weight, *step.max_norm);
    gradient = std::move(received_gradient);
  }
}

bool is_finite(const Float32Network& network) {
  return std::all_of(network.layers.begin(), network.layers.end(), [](const Float32Layer& layer) {
    return are_finite({layer.weight.data(), static_cast<std::size_t>(layer.weight.size())}) &&
           are_finite({layer.bias.data(), static_cast<std::size_t>(layer.bias.size())});
  });
}

}  // namespace dropout
