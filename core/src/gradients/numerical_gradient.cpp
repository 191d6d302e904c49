#include "dropout/gradients/numerical_gradient.h"

#include "dropout/support/validation.h"

namespace dropout {
namespace {

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
