#include "oracle.h"

#include <cmath>

#include "dropout/forward.h"
#include "dropout/invalid_input.h"
#include "dropout/subnetworks.h"

namespace dropout {
namespace {

Vector expectation(const Vector& probability, const Matrix& values) {
  return values.transpose() * probability;
}

// Geometric means in logarithms: a mean of 0 and 1 is the limit of a ratio, not 0 / 0.
std::optional<Vector> normalized_geometric_mean(Activation activation,
                                                const SubnetworkOutputs& all) {
  const auto mean_of = [&](const Matrix& logs) { return expectation(all.probability, logs); };
  if (activation == Activation::sigmoid) {
    // g / (g + g') = 1 / (1 + exp(log g' - log g)), g' being the geometric mean of 1 - output.
    const Vector log_g = mean_of(log_sigmoid(all.pre_activation));
    const Vector log_complement = mean_of(log_sigmoid(-all.pre_activation));
    return activate(Activation::sigmoid, log_g - log_complement);
  }
  if (activation == Activation::softmax) {
    const Vector log_g = mean_of(log_softmax(all.pre_activation));
    return activate(Activation::softmax, log_g.transpose()).transpose();
  }
  return std::nullopt;
}

}  // namespace

Average oracle(const Network& network, const Vector& input) {
  const SubnetworkOutputs all = enumerate_subnetworks(network, input);
  const Activation output_activation = network.layers.back().activation;

  Average average;
  average.droppable_units = droppable_units(network);
  average.subnetworks = std::ldexp(1.0, static_cast<int>(average.droppable_units));
  average.arithmetic_mean = expectation(all.probability, all.output);
  const Matrix distance = all.output.rowwise() - average.arithmetic_mean.transpose();
  average.variance = expectation(all.probability, distance.cwiseAbs2());
  average.normalized_geometric_mean = normalized_geometric_mean(output_activation, all);
  average.scaled_full_network = forward(network, input.transpose()).layers.back().activation.row(0);
  return average;
}

std::vector<AveragingMethod> applicable_methods(const Network& network, const Vector& input) {
  std::vector<AveragingMethod> methods;
  for (const AveragingMethod method :
       {AveragingMethod::automatic, AveragingMethod::closed_form,
        AveragingMethod::characteristic_function, AveragingMethod::enumeration}) {
    try {
      plan_average(network, input, method);
      methods.push_back(method);
    } catch (const InvalidInput& refused) {
      if (refused.field() != "method") throw;
    }
  }
  return methods;
}

}  // namespace dropout
