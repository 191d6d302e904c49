#include "dropout/gradients/gradients.h"

#include <cstddef>
#include <utility>

#include "gradients/checks.h"
#include "network/checks.h"
#include "support/checks.h"

namespace dropout {
namespace {

// Of each sample's loss by the pre-activations of every layer: samples × units.
std::vector<Matrix> pre_activation_gradients(const Network& network, const Batch& batch,
                                             const ForwardPass& pass) {
  std::vector<Matrix> gradients(network.layers.size());
  gradients.back() = loss_gradient(batch.loss, network.layers.back().activation, pass.layers.back(),
                                   batch.targets);
  for (std::size_t l = network.layers.size() - 1; l > 0; --l) {
    Matrix gradient = gradients[l] * network.layers[l].weight;
    if (batch.keep_masks) {
      gradient = apply_keep_mask(gradient, (*batch.keep_masks)[l], mask_p_drop(network, l));
    }
    const LayerPass& before = pass.layers[l - 1];
    gradients[l - 1] = activation_gradient(network.layers[l - 1].activation, before.pre_activation,
                                           before.activation, gradient);
  }
  return gradients;
}

// Of a loss that is too large for float64, gradients are refused.
void check_losses(const Batch& batch, const ForwardPass& pass) { sample_losses(batch, pass); }

const Matrix& received_by(std::size_t layer, const ForwardPass& pass) {
  return layer == 0 ? pass.dropped_inputs : pass.layers[layer - 1].dropped_output;
}

// From sums over `samples` samples.
void add_means(const Vector& bias_sum, const Matrix& weight_sum, Index samples,
               MeanGradients& means) {
  check_finite(bias_sum, "a gradient");
  check_finite(weight_sum.reshaped(), "a gradient");
  means.mean_bias_gradients.emplace_back(bias_sum / static_cast<double>(samples));
  means.mean_weight_gradients.emplace_back(weight_sum / static_cast<double>(samples));
}

}  // namespace

Gradients gradients(const Network& network, const Batch& batch) {
  check_network(network);
  check_gradient_size(network, batch.inputs.rows());
  const ForwardPass pass = forward(network, batch);

  Gradients result;
  result.sample_losses = sample_losses(batch, pass);
  const Index samples = result.sample_losses.size();
  result.sample_weight_gradients.resize(static_cast<std::size_t>(samples));
  result.sample_bias_gradients.resize(static_cast<std::size_t>(samples));
  const std::vector<Matrix> unit_gradients = pre_activation_gradients(network, batch, pass);
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const Layer& layer = network.layers[l];
    const Matrix& received = received_by(l, pass);
    Matrix weight_sum = Matrix::Zero(layer.weight.rows(), layer.weight.cols());
    Vector bias_sum = Vector::Zero(layer.bias.size());
    for (Index sample = 0; sample < samples; ++sample) {
      const auto s = static_cast<std::size_t>(sample);
      Vector bias = unit_gradients[l].row(sample);
      Matrix weight = bias * received.row(sample);
      // Turns -0, as dropped values leave it, into 0.
      bias.array() += 0.0;
      weight.array() += 0.0;
      bias_sum += bias;
      weight_sum += weight;
      result.sample_bias_gradients[s].push_back(std::move(bias));
      result.sample_weight_gradients[s].push_back(std::move(weight));
    }
    add_means(bias_sum, weight_sum, samples, result);
  }
  return result;
}

MeanGradients mean_gradients(const Network& network, const Batch& batch) {
  check_network(network);
  check_gradient_size(network, batch.inputs.rows());
  const ForwardPass pass = forward(network, batch);
  check_losses(batch, pass);
  const std::vector<Matrix> unit_gradients = pre_activation_gradients(network, batch, pass);
  MeanGradients result;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    // A product of matrices as they are: of each other kind Eigen would compile its own, which
    // readers would download.
    const Matrix by_unit = unit_gradients[l].transpose();
    Matrix weight_sum = by_unit * received_by(l, pass);
    Vector bias_sum = by_unit.rowwise().sum();
    // Turns -0, as dropped values leave it, into 0.
    weight_sum.array() += 0.0;
    bias_sum.array() += 0.0;
    add_means(bias_sum, weight_sum, batch.inputs.rows(), result);
  }
  return result;
}

}  // namespace dropout
