// Average::rounding: what separates numbers that differ from numbers that only round differently.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "activations.h"
#include "dropout/averaging/averages.h"
#include "dropout/averaging/monte_carlo.h"
#include "dropout/averaging/verdicts.h"
#include "dropout/support/invalid_input.h"
#include "support.h"

namespace dropout {
namespace {

using Real = long double;
using Reals = std::vector<Real>;

constexpr std::array all_methods{AveragingMethod::closed_form,
                                 AveragingMethod::characteristic_function,
                                 AveragingMethod::enumeration};

// The output layer's pre-activations of the subnetwork that keeps unit i where bit i is 1, and its
// probability; or of the network without masks.
struct Subnetwork {
  Real probability;
  Reals z;
};

Subnetwork subnetwork(const Network& network, const Vector& input,
                      std::optional<std::uint64_t> kept) {
  Subnetwork result{1, {}};
  Reals values(input.begin(), input.end());
  unsigned bit = 0;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const Layer& layer = network.layers[l];
    const Real p_drop = mask_p_drop(network, l);
    for (Real& value : values) {
      if (!kept || p_drop == 0) continue;
      const bool is_kept = (*kept >> bit++) & 1;
      result.probability *= is_kept ? 1 - p_drop : p_drop;
      value = is_kept && p_drop < 1 ? value / (1 - p_drop) : 0;
    }
    result.z.assign(layer.bias.begin(), layer.bias.end());
    for (Index o = 0; o < layer.weight.rows(); ++o) {
      for (Index i = 0; i < layer.weight.cols(); ++i) {
        result.z[static_cast<std::size_t>(o)] +=
            static_cast<Real>(layer.weight(o, i)) * values[static_cast<std::size_t>(i)];
      }
    }
    values = activated(layer.activation, result.z);
  }
  return result;
}

// The three numbers with more digits than float64 has; at most a few hundred subnetworks.
struct Exact {
  Reals arithmetic;
  Reals geometric;
  Reals scaled;
};

Exact exact(const Network& network, const Vector& input) {
  const Activation output = network.layers.back().activation;
  const auto outputs = static_cast<std::size_t>(network.layers.back().bias.size());
  Reals arithmetic(outputs, 0);
  Reals mean_z(outputs, 0);
  const std::uint64_t subnetworks = std::uint64_t{1} << droppable_units(network);
  for (std::uint64_t kept = 0; kept < subnetworks; ++kept) {
    const Subnetwork each = subnetwork(network, input, kept);
    const Reals y = activated(output, each.z);
    for (std::size_t o = 0; o < outputs; ++o) {
      arithmetic[o] += each.probability * y[o];
      mean_z[o] += each.probability * each.z[o];
    }
  }
  return {arithmetic, activated(output, mean_z),
          activated(output, subnetwork(network, input, std::nullopt).z)};
}

std::optional<Average> average_if_quick(const Network& network, const Vector& input,
                                        AveragingMethod method) {
  try {
    if (plan_average(network, input, method).nanoseconds > 3e7) return std::nullopt;
    return average(network, input, method);
  } catch (const InvalidInput&) {
    return std::nullopt;
  }
}

Network random_network_of(const std::vector<Index>& widths, Activation hidden, Activation output,
                          double input_p_drop, double hidden_p_drop, std::uint64_t seed) {
  return random_network({.widths = widths,
                         .hidden_activation = hidden,
                         .output_activation = output,
                         .input_p_drop = input_p_drop,
                         .hidden_p_drop = hidden_p_drop},
                        seed);
}

const Vector fixed_input{{1.5, -0.75}};

// All numbers are within `rounding` of the exact ones.
void expect_bounded(const Network& network, AveragingMethod method, const Exact& expected,
                    Real real) {
  const std::optional<Average> actual = average_if_quick(network, fixed_input, method);
  if (!actual) return;
  SCOPED_TRACE(name_of(method));
  for (std::size_t o = 0; o < expected.arithmetic.size(); ++o) {
    const auto row = static_cast<Index>(o);
    const Real rounding = actual->rounding(row);
    EXPECT_LE(std::abs(actual->arithmetic_mean(row) - expected.arithmetic[o]), rounding);
    EXPECT_LE(std::abs(actual->scaled_full_network(row) - expected.scaled[o]), rounding);
    if (actual->normalized_geometric_mean) {
      EXPECT_LE(std::abs((*actual->normalized_geometric_mean)(row)-expected.geometric[o]),
                rounding);
    }
    // A difference that is real by far is not called rounding.
    const Real difference = std::abs(expected.arithmetic[o] - expected.scaled[o]);
    if (difference > real * std::max(Real{1}, std::abs(expected.arithmetic[o]))) {
      EXPECT_GT(std::abs(actual->arithmetic_mean(row) - actual->scaled_full_network(row)),
                actual->rounding(row));
    }
  }
}

TEST(Rounding, IsBoundedForEveryPDropNearOne) {
  for (int k = 1; k <= 53; ++k) {
    const double p_drop = 1 - std::ldexp(1.0, -k);
    for (const Activation hidden : all_activations) {
      for (const Activation output : all_activations) {
        for (const auto& [input_p_drop, hidden_p_drop] :
             {std::pair{0.0, p_drop}, {p_drop, 0.5}, {p_drop, 0.0}, {p_drop, p_drop}}) {
          const Network network = random_network_of({2, 3, 2}, hidden, output, input_p_drop,
                                                    hidden_p_drop, static_cast<std::uint64_t>(k));
          const Exact expected = exact(network, fixed_input);
          SCOPED_TRACE(testing::Message() << name_of(hidden) << ", " << name_of(output) << ", "
                                          << "1 - 2^-" << k << ", " << input_p_drop);
          for (const AveragingMethod method : all_methods) {
            expect_bounded(network, method, expected, 1e-11L);
          }
        }
      }
    }
  }
}

// Every p_drop at which verdicts are not the same as those at the others' side, the ends included.
constexpr std::array some_p_drops{0.0,         1e-300,      0.2,         0.5, 0.8,
                                  1 - 0x1p-30, 1 - 0x1p-50, 1 - 0x1p-53, 1.0};

TEST(Rounding, IsBoundedForSteepNetworksAndImprobableOutputs) {
  for (const double p_drop : some_p_drops) {
    for (const double scale : {1e-3, 10.0, 1e3, 1e6, 1e10}) {
      for (const double bias : {0.0, -30.0, -300.0, 300.0}) {
        for (const Activation output : all_activations) {
          Network network =
              random_network_of({2, 3, 2}, Activation::tanh, output, p_drop, p_drop, 4);
          for (Layer& layer : network.layers) layer.weight *= scale;
          network.layers.back().bias(0) += bias;
          const Exact expected = exact(network, fixed_input);
          SCOPED_TRACE(testing::Message() << name_of(output) << ", " << p_drop << ", scale "
                                          << scale << ", bias " << bias);
          for (const AveragingMethod method : all_methods) {
            // Of weights of 1e10 and hidden units that need not be saturated, nothing can be told.
            expect_bounded(network, method, expected,
                           scale < 1e10 ? 1e-3L : static_cast<Real>(infinity));
          }
        }
      }
    }
  }
}

// Down to the least normal float64 means have a relative error of 1e-12, but for integrals over
// improbable z that are enormous; from there on down,
// `rounding` knows that float64 has fewer and fewer digits.
TEST(Rounding, CoversMeansNextToTheLeastFloat64) {
  for (const Index units : {1, 3, 6}) {
    for (const double p_drop : {0.2, 0.5, 0.9, 1 - 0x1p-20}) {
      for (const double bias : {-690.0, -700.0, -705.0, -708.0, -710.0, -715.0, -730.0, -740.0,
                                -743.0, -750.0, -800.0}) {
        for (const double weight : {0.05, 0.75}) {
          for (const Activation output : {Activation::sigmoid, Activation::softmax}) {
            const Index outputs = output == Activation::softmax ? 3 : 1;
            Network network{
                0,
                {{random_inputs(units, 2, 5), Vector::Zero(units), Activation::tanh, p_drop},
                 {Matrix::Zero(outputs, units), Vector::Zero(outputs), output, 0}}};
            network.layers[1].weight.row(0).setConstant(weight);
            network.layers[1].bias(0) = bias;
            const Real expected = exact(network, fixed_input).arithmetic[0];
            for (const AveragingMethod method : all_methods) {
              const std::optional<Average> actual = average_if_quick(network, fixed_input, method);
              if (!actual) continue;
              SCOPED_TRACE(testing::Message()
                           << name_of(method) << ", " << name_of(output) << ", bias " << bias
                           << ", p_drop " << p_drop << ", units " << units);
              const Real error = std::abs(actual->arithmetic_mean(0) - expected);
              EXPECT_LE(error, actual->rounding(0));
              const bool is_relative = p_drop < 0.95 || method == AveragingMethod::enumeration;
              if (is_relative && expected >= std::numeric_limits<double>::min()) {
                EXPECT_LE(error, 2e-12L * expected);
              }
            }
          }
        }
      }
    }
  }
}

// What a verdict calls exact is within rounding of it, at every p_drop.
TEST(Rounding, CoversWhatVerdictsCallExact) {
  for (const double p_drop : some_p_drops) {
    for (const Activation hidden : all_activations) {
      for (const Activation output : all_activations) {
        for (const std::vector<Index>& widths :
             {std::vector<Index>{2, 3, 2}, {2, 1, 2}, {2, 3, 3, 1}}) {
          for (const double input_p_drop : {0.0, p_drop}) {
            const Network network =
                random_network_of(widths, hidden, output, input_p_drop, p_drop, 6);
            const Verdicts verdict = verdicts(network);
            SCOPED_TRACE(testing::Message() << name_of(hidden) << ", " << name_of(output) << ", "
                                            << input_p_drop << ", " << p_drop);
            const Average result = average(network, fixed_input);
            const Vector& a = result.arithmetic_mean;
            const Vector& s = result.scaled_full_network;
            if (verdict.arithmetic_mean_and_scaled_network.exact) {
              EXPECT_TRUE(within(a, s, result.rounding));
            }
            if (!result.normalized_geometric_mean) continue;
            const Vector& g = *result.normalized_geometric_mean;
            if (verdict.geometric_mean_and_scaled_network->exact) {
              EXPECT_TRUE(within(g, s, result.rounding));
            }
            if (verdict.arithmetic_and_geometric_mean->exact) {
              EXPECT_TRUE(within(a, g, result.rounding));
            }
          }
        }
      }
    }
  }
}

// A is what the likely subnetworks give, all but 2^-k of the time.
TEST(Rounding, IsThatOfLikelySubnetworks) {
  for (const Activation output : {Activation::sigmoid, Activation::softmax, Activation::tanh}) {
    for (int k = 1; k <= 53; ++k) {
      const Network network =
          random_network_of({2, 3, 2}, Activation::tanh, output, 0, 1 - std::ldexp(1.0, -k), 3);
      const Average result = average(network, fixed_input, AveragingMethod::enumeration);
      EXPECT_LE(result.rounding.maxCoeff(), 2e-12) << k;
      EXPECT_GT((result.arithmetic_mean - result.scaled_full_network).cwiseAbs().minCoeff(),
                result.rounding.maxCoeff())
          << k;
    }
  }
}

// The crossing was NaN, as if nothing told these subnetworks apart.
TEST(Rounding, LeavesACrossingWhereOneSubnetworkIsImprobable) {
  for (const int k : {1, 20, 50, 53}) {
    const double p_drop = 1 - std::ldexp(1.0, -k);
    const Network network{0,
                          {{Matrix{{1}, {0.5}}, Vector{{0.25, 1}}, Activation::relu, p_drop},
                           {Matrix{{1.5, 1}}, Vector{{0.5}}, Activation::sigmoid, 0}}};
    const Average mean = average(network, Vector{{1}});
    RandomStream stream = seeded_stream(Generator::torch, 1);
    const MonteCarloError error = monte_carlo_error(stream, network, Vector{{1}}, mean, 0, 1, 1);
    EXPECT_GT(error.scaling_error, 0.05) << k;
    EXPECT_NEAR(error.crossing / (mean.variance(0) / (error.scaling_error * error.scaling_error)),
                1, 1e-12)
        << k;
  }
}

}  // namespace
}  // namespace dropout
