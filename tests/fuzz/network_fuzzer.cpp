// Networks, inputs, batches and masks from outside: every function that takes them either refuses
// them or gives finite results, and ways to the same result agree.
#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "dropout/averaging/averages.h"
#include "dropout/averaging/monte_carlo.h"
#include "dropout/averaging/output_distribution.h"
#include "dropout/averaging/subnetworks.h"
#include "dropout/averaging/verdicts.h"
#include "dropout/gradients/descent.h"
#include "dropout/gradients/gradients.h"
#include "dropout/gradients/numerical_gradient.h"
#include "foreign.h"

namespace dropout {
namespace {

// What is allowed, but would keep the fuzzer from trying other things.
constexpr double longest_average = 1e6;  // nanoseconds, as estimated
constexpr Index most_listed_units = 10;

bool agree(const Matrix& a, const Matrix& b) {
  return ((a - b).array().abs() <= 1e-7 * a.array().abs().max(1)).all();
}

// Relative to what is compared: outputs of a sigmoid or softmax have digits of their own however
// small they are. `slack` is what else may differ.
bool agree_within(const Vector& a, const Vector& b, const Vector& slack) {
  return ((a - b).array().abs() <= 1e-7 * a.array().abs() + slack.array() + 1e-290).all();
}

// `rounding` allows for the deviation what it allows for the mean.
bool means_agree(const Average& a, const Average& b) {
  return agree_within(a.arithmetic_mean, b.arithmetic_mean, 1e5 * a.rounding);
}

bool variances_agree(const Average& a, const Average& b) {
  const Vector allowed = 1e5 * a.rounding;
  const Vector size = allowed.cwiseMax(a.arithmetic_mean.cwiseAbs());
  return agree_within(a.variance, b.variance,
                      allowed.cwiseProduct(size) + allowed.cwiseProduct(a.variance.cwiseSqrt()));
}

void average_by(AveragingMethod method, const Network& network, const Vector& input,
                bool is_moderate, std::optional<Average>& first) {
  const AveragePlan plan = plan_average(network, input, method);
  if (plan.nanoseconds > longest_average) return;
  const Average result = average(network, input, method);
  require(plan.nanoseconds >= 0, "an estimate is not negative");
  require_finite(result.arithmetic_mean, "the mean");
  require_finite(result.variance, "the variance");
  require((result.variance.array() >= 0).all(), "the variance is not negative");
  require_finite(result.scaled_full_network, "the scaled full network");
  require_finite(result.rounding, "what rounding explains");
  require((result.rounding.array() >= 0).all(), "what rounding explains is not negative");
  if (plan.chunks == 1) {
    combine_chunks(network, input, method, average_chunks(network, input, method, 0, 1));
  }
  if (result.normalized_geometric_mean) {
    require_finite(*result.normalized_geometric_mean, "the geometric mean");
  }
  if (first && is_moderate) {
    require(means_agree(*first, result), "methods agree on the mean");
    require(variances_agree(*first, result), "methods agree on the variance");
  }
  if (!first) first = result;
}

void averages(const Network& network, const Vector& input, bool is_moderate) {
  std::optional<Average> first;
  for (const AveragingMethod method :
       {AveragingMethod::enumeration, AveragingMethod::closed_form,
        AveragingMethod::characteristic_function, AveragingMethod::automatic}) {
    attempt([&] { average_by(method, network, input, is_moderate, first); });
  }
}

void lists(Foreign& foreign, const Network& network, const Vector& input, bool is_moderate) {
  const std::uint64_t from = foreign.once_in(8) ? foreign.bits() : 0;
  const Index count = foreign.size(1);
  const Index output = foreign.size(1);
  const Index bins = foreign.size(10'000);
  attempt([&] {
    if (droppable_units(network) > most_listed_units) return;
    const Subnetworks some = subnetworks(network, from, count);
    require(some.probability.size() == count, "each subnetwork has a probability");
    require((some.probability.array() >= 0 && some.probability.array() <= 1).all(),
            "probabilities are in [0, 1]");
  });
  attempt([&] {
    if (droppable_units(network) > most_listed_units) return;
    const SubnetworkOutputs tabulated = tabulate_subnetworks(network, input);
    const SubnetworkOutputs enumerated = enumerate_subnetworks(network, input);
    for (const SubnetworkOutputs& all : {tabulated, enumerated}) {
      require_finite(all.pre_activation, "pre-activations");
      require_finite(all.output, "outputs");
    }
    if (is_moderate) {
      require(agree(tabulated.output, enumerated.output), "tables agree with forward passes");
    }
    require(std::abs(tabulated.probability.sum() - 1) < 1e-9, "probabilities add up to 1");
    const Histogram spread = output_distribution(tabulated, output, bins);
    require_finite(spread.edges, "edges");
    require(std::abs(spread.probability.sum() - 1) < 1e-9, "bins hold all subnetworks");
  });
}

void require_finite_gradients(const Gradients& gradients) {
  require_finite(gradients.sample_losses, "losses");
  for (const Matrix& weight : gradients.mean_weight_gradients) {
    require_finite(weight, "mean gradients");
  }
  for (const Vector& bias : gradients.mean_bias_gradients) require_finite(bias, "mean gradients");
  for (const auto& sample : gradients.sample_weight_gradients) {
    for (const Matrix& weight : sample) require_finite(weight, "gradients");
  }
  for (const auto& sample : gradients.sample_bias_gradients) {
    for (const Vector& bias : sample) require_finite(bias, "gradients");
  }
}

void batches(Foreign& foreign, const Network& network) {
  const Batch batch = foreign.batch(network);
  const double learning_rate = foreign.number();
  Parameter parameter{static_cast<std::size_t>(foreign.size(2)), foreign.size(2), {}};
  if (foreign.once_in(2)) parameter.input = foreign.size(2);
  const double step = foreign.once_in(4) ? foreign.number() : default_step;
  attempt([&] {
    const ForwardPass pass = forward(network, batch);
    require_finite(pass.dropped_inputs, "inputs after dropout");
    for (const LayerPass& layer : pass.layers) {
      require_finite(layer.pre_activation, "pre-activations");
      require_finite(layer.activation, "activations");
      require_finite(layer.dropped_output, "activations after dropout");
    }
  });
  attempt([&] {
    const Gradients result = gradients(network, batch);
    require_finite_gradients(result);
    require_finite(descend(network, result, learning_rate));
  });
  attempt([&] { require_finite(gradient_descent(network, batch, learning_rate, 2)); });
  attempt([&] {
    const NumericalGradient result = numerical_gradient(network, batch, parameter, step);
    require_finite(result.sample, "differences");
    require(std::isfinite(result.mean), "the mean difference is finite");
  });
}

void samples(Foreign& foreign, const Network& network, const Vector& input) {
  RandomStream stream = foreign.stream();
  const Index count = foreign.size(1'000'000);
  const Index repeats = foreign.size(1000);
  const Index output = foreign.size(1);
  // The checks come first, and are what is tried with large numbers.
  const bool is_quick = count <= 8 && repeats <= 8;
  attempt([&] {
    if (!is_quick && count > 0 && count <= 1'000'000) return;
    const MonteCarlo estimate = monte_carlo(stream, network, input, count);
    require_finite(estimate.running_mean, "running means");
    // NaN of a single one.
    require_finite(estimate.standard_error.bottomRows(count - 1), "standard errors");
  });
  attempt([&] {
    if (!is_quick ||
        plan_average(network, input, AveragingMethod::automatic).nanoseconds > longest_average) {
      return;
    }
    const Average truth = average(network, input);
    const MonteCarloError error =
        monte_carlo_error(stream, network, input, truth, output, count, repeats);
    require_finite(error.error, "Monte Carlo errors");
    require_finite(error.expected_error, "expected errors");
    require((error.error.array() >= 0).all(), "errors are not negative");
    require(std::isfinite(error.scaling_error), "the error of scaling is finite");
    require(!(error.crossing < 0), "a crossing is not negative");
  });
}

}  // namespace
}  // namespace dropout

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dropout;
  Foreign foreign(data, size);
  const Network network = foreign.network();
  const Index inputs = network.layers.empty() ? 1 : network.layers.front().weight.cols();
  const Vector input = foreign.vector(foreign.once_in(64) ? 2 : inputs);
  const bool is_moderate = foreign.is_moderate();
  averages(network, input, is_moderate);
  lists(foreign, network, input, is_moderate);
  batches(foreign, network);
  samples(foreign, network, input);
  attempt([&] { verdicts(network); });
  attempt([&] { require_finite(scale_weights(network)); });
  attempt([&] {
    const Network uniform = weigh_uniformly(network);
    require_finite(uniform);
    require(droppable_units(uniform) == droppable_units(network), "as many units are droppable");
  });
  attempt([&] {
    const Matrix targets = class_targets(network, {foreign.size(2), foreign.size(2)});
    require((targets.rowwise().sum().array() == 1).all(), "each sample has one class");
  });
  return 0;
}
