#include "dropout/gradients/numerical_gradient.h"

#include <cmath>

#include "network/checks.h"
#include "support/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

void check_parameter(const Network& network, const Parameter& parameter) {
  check_count(static_cast<Index>(parameter.layer), 0, static_cast<Index>(network.layers.size()) - 1,
              "layer");
  const Matrix& weight = network.layers[parameter.layer].weight;
  check_count(parameter.output, 0, weight.rows() - 1, "output");
  if (parameter.input) check_count(*parameter.input, 0, weight.cols() - 1, "input");
}

void check_step(double step, double weight) {
  // Written so that NaN fails.
  if (!(step > 0 && std::isfinite(step))) {
    refuse("step", " must be finite and above 0, got ", to_text(step));
  }
  const double lower = weight - step;
  const double upper = weight + step;
  if (lower == weight || upper == weight || !std::isfinite(upper - lower)) {
    refuse("step", " must change the weight ", to_text(weight), " and leave it finite, got ",
           to_text(step));
  }
}

double& parameter_of(Network& network, const Parameter& parameter) {
  Layer& layer = network.layers[parameter.layer];
  return parameter.input ? layer.weight(parameter.output, *parameter.input)
                         : layer.bias(parameter.output);
}

}  // namespace

NumericalGradient numerical_gradient(const Network& network, const Batch& batch,
                                     const Parameter& parameter, double step) {
  check_network(network);
  check_parameter(network, parameter);
  Network changed = network;
  double& weight = parameter_of(changed, parameter);
  check_step(step, weight);
  const double lower = weight - step;
  const double upper = weight + step;
  weight = lower;
  const Vector lower_losses = sample_losses(batch, forward(changed, batch));
  weight = upper;
  const Vector upper_losses = sample_losses(batch, forward(changed, batch));

  NumericalGradient result;
  result.sample = (upper_losses - lower_losses) / (upper - lower);
  check_finite(result.sample, "a gradient");
  result.mean = result.sample.mean();
  check_finite(Vector{{result.mean}}, "the mean gradient");
  return result;
}

}  // namespace dropout
