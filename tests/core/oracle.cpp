#include "oracle.h"

#include <cmath>

#include "averaging/reduced_network.h"
#include "dropout/averaging/subnetworks.h"
#include "dropout/network/forward.h"
#include "dropout/support/invalid_input.h"
#include "support.h"

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

bool is_bounded(Activation activation) {
  return activation == Activation::tanh || activation == Activation::sigmoid ||
         activation == Activation::softmax;
}

// 1 - output, to its own digits.
Matrix complements(Activation activation, const Matrix& pre_activation) {
  if (activation != Activation::softmax) return activate(activation, -pre_activation);
  const Matrix output = activate(activation, pre_activation);
  Matrix others = Matrix::Zero(output.rows(), output.cols());
  for (Index c = 0; c < output.cols(); ++c) {
    for (Index other = 0; other < output.cols(); ++other) {
      if (other != c) others.col(c) += output.col(other);
    }
  }
  return others;
}

// The mean squared distance of each column from its mean.
Vector spread(const Vector& probability, const Matrix& values) {
  const Vector mean = expectation(probability, values);
  const Matrix distance = values.rowwise() - mean.transpose();
  return expectation(probability, distance.cwiseAbs2());
}

// Where outputs are near their upper bound, from what they leave.
Vector variance_of(Activation activation, const SubnetworkOutputs& all) {
  Vector of_outputs = spread(all.probability, all.output);
  if (!is_bounded(activation)) return of_outputs;
  const double scale = activation == Activation::tanh ? 2 : 1;  // tanh z = 2 σ(2z) - 1
  const Activation share = activation == Activation::tanh ? Activation::sigmoid : activation;
  const Matrix z = scale * all.pre_activation;
  const Vector of_shares = scale * scale * spread(all.probability, activate(share, z));
  const Vector of_complements = scale * scale * spread(all.probability, complements(share, z));
  return (expectation(all.probability, all.output).array() > 0.5).select(of_complements, of_shares);
}

// The largest pre-activation of each output, as a bound.
Vector largest_pre_activations(const Network& network, const Vector& input) {
  const ReducedNetwork reduced_network = reduced(network, input);
  const Stage& last = reduced_network.stages.back();
  const std::vector<Intervals> values = value_intervals(reduced_network);
  const Intervals z =
      pre_activation_intervals(last.weight, last.bias, last.p_drop, values[values.size() - 2]);
  return z.low.cwiseAbs().cwiseMax(z.high.cwiseAbs());
}

}  // namespace

Average oracle(const Network& network, const Vector& input) {
  const SubnetworkOutputs all = enumerate_subnetworks(network, input);
  const Activation output_activation = network.layers.back().activation;

  Average average;
  average.droppable_units = droppable_units(network);
  average.subnetworks = std::ldexp(1.0, static_cast<int>(average.droppable_units));
  average.arithmetic_mean = expectation(all.probability, all.output);
  average.variance = variance_of(output_activation, all);
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

void expect_equal(const Network& network, const Vector& input, const Average& actual,
                  const Average& expected) {
  const Activation activation = network.layers.back().activation;
  const Vector largest = largest_pre_activations(network, input);
  const double epsilon = 1e-15 * (1 + largest.maxCoeff());
  const Vector one = Vector::Ones(largest.size());
  const Vector& mean = expected.arithmetic_mean;
  Vector mean_tolerance = 1e-12 * largest.cwiseMax(one);
  Vector variance_tolerance = 1e-12 * largest.cwiseAbs2().cwiseMax(one);
  if (is_bounded(activation)) {
    const Vector size = activation == Activation::tanh ? one : mean;
    mean_tolerance = (1e-12 + epsilon) * size;
    // What a mean next to 1 leaves of it is known to 1e-16 only. SmallProbabilities has tests of
    // that.
    const Vector deviation = expected.variance.cwiseSqrt();
    const Vector smaller = activation == Activation::tanh
                               ? Vector((1 - mean.array().abs()).max(1e-16))
                               : Vector(mean.array().min((1 - mean.array()).max(1e-16)));
    const bool is_integral = actual.last_layer_method == AveragingMethod::characteristic_function;
    const Vector lost = smaller.cwiseProduct(is_integral ? smaller : deviation);
    variance_tolerance = (1e-12 + epsilon) * expected.variance + epsilon * lost +
                         epsilon * epsilon * smaller.cwiseAbs2();
  }
  EXPECT_EQ(actual.droppable_units, expected.droppable_units);
  EXPECT_EQ(actual.subnetworks, expected.subnetworks);
  EXPECT_TRUE(within(actual.arithmetic_mean, mean, 2 * mean_tolerance));
  EXPECT_TRUE(within(actual.variance, expected.variance, 2 * variance_tolerance));
  EXPECT_TRUE(within(actual.scaled_full_network, expected.scaled_full_network,
                     2 * mean_tolerance.cwiseMax(1e-12 * expected.scaled_full_network.cwiseAbs())));
  ASSERT_EQ(actual.normalized_geometric_mean.has_value(),
            expected.normalized_geometric_mean.has_value());
  if (expected.normalized_geometric_mean) {
    const Vector& geometric_mean = *expected.normalized_geometric_mean;
    EXPECT_TRUE(within(*actual.normalized_geometric_mean, geometric_mean,
                       2 * (1e-12 + epsilon) * geometric_mean));
  }
}

}  // namespace dropout
