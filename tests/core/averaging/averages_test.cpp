#include "dropout/averaging/averages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "activations.h"
#include "dropout/averaging/subnetworks.h"
#include "dropout/network/forward.h"
#include "golden.h"
#include "oracle.h"
#include "support.h"

namespace dropout {
namespace {

double sigmoid(double z) { return 1 / (1 + std::exp(-z)); }

// How often each method applied, so that none is left out unnoticed.
TEST(Averages, AreThoseOfBruteForceInNumpyByEveryMethodThatApplies) {
  std::map<AveragingMethod, int> examples;
  for (const Json& example : golden("averages.json")) {
    const Network network = to_network(example.at("network"));
    const Vector numbers = to_vector(example.at("input"));
    const Json& expected = example.at("expected");
    for (const AveragingMethod method : applicable_methods(network, numbers)) {
      SCOPED_TRACE(std::string(name_of(method)) + ": " + example.at("network").dump());
      ++examples[method];
      const Average result = average(network, numbers, method);
      EXPECT_EQ(result.droppable_units, expected.at("droppable_units"));
      EXPECT_EQ(result.subnetworks, expected.at("subnetworks"));
      EXPECT_TRUE(near(result.arithmetic_mean, to_vector(expected.at("arithmetic_mean")), 1e-12));
      EXPECT_TRUE(relatively_near(result.variance, to_vector(expected.at("variance")), 1e-11));
      EXPECT_TRUE(
          near(result.scaled_full_network, to_vector(expected.at("scaled_full_network")), 1e-12));
      const Json& geometric_mean = expected.at("normalized_geometric_mean");
      ASSERT_EQ(result.normalized_geometric_mean.has_value(), !geometric_mean.is_null());
      if (!geometric_mean.is_null()) {
        EXPECT_TRUE(near(*result.normalized_geometric_mean, to_vector(geometric_mean), 1e-12));
      }
    }
  }
  EXPECT_GT(examples[AveragingMethod::closed_form], 0);
  EXPECT_GT(examples[AveragingMethod::characteristic_function], 0);
  EXPECT_EQ(examples[AveragingMethod::enumeration], examples[AveragingMethod::automatic]);
}

constexpr auto nonlinear = std::span(all_activations).subspan<1>();  // all but the identity
constexpr std::array with_geometric_mean{Activation::sigmoid, Activation::softmax};

const Vector input{{1.5, -0.75, 1}};

// What is exact and what is not: Srivastava et al. (2014), section 7.5; Baldi & Sadowski (2013).
// What is exact must be so for each of a few random networks; what is not, visibly off for one.
class Identities : public ::testing::TestWithParam<double> {
 protected:
  double p_drop() const { return GetParam(); }

  // Averages of networks with these hidden layers, of which only the last is dropped.
  std::vector<Average> last_layer_dropped(int hidden_layers, Activation hidden,
                                          Activation output) const {
    NetworkShape shape{.widths = {3}, .hidden_activation = hidden, .output_activation = output};
    shape.widths.insert(shape.widths.end(), static_cast<std::size_t>(hidden_layers), 6);
    shape.widths.push_back(3);
    return averages(shape, [&](Network& network) {
      network.layers[network.layers.size() - 2].p_drop = p_drop();
    });
  }

  // Averages of networks in which two hidden layers are dropped.
  std::vector<Average> two_layers_dropped(Activation hidden, Activation output) const {
    return averages({.widths = {3, 4, 4, 3},
                     .hidden_activation = hidden,
                     .output_activation = output,
                     .hidden_p_drop = p_drop()});
  }

  // Averages of networks in which the inputs of a hidden layer are dropped.
  std::vector<Average> inputs_dropped(Activation hidden, Activation output) const {
    return averages({.widths = {3, 6, 3},
                     .hidden_activation = hidden,
                     .output_activation = output,
                     .input_p_drop = p_drop()});
  }

  static std::vector<Average> averages(
      const NetworkShape& shape, const std::function<void(Network&)>& change = [](Network&) {}) {
    std::vector<Average> result;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      Network network = random_network(shape, seed);
      change(network);
      result.push_back(average(network, input));
    }
    return result;
  }

  static void expect_arithmetic_mean_is_scaled_network(const std::vector<Average>& averages) {
    for (const Average& result : averages) {
      EXPECT_TRUE(near(result.arithmetic_mean, result.scaled_full_network, 1e-12));
    }
  }

  static void expect_arithmetic_mean_is_off(const std::vector<Average>& averages) {
    double largest = 0;
    for (const Average& result : averages) {
      const Vector difference = result.arithmetic_mean - result.scaled_full_network;
      largest = std::max(largest, difference.cwiseAbs().maxCoeff());
    }
    EXPECT_GT(largest, 1e-2);
  }

  static void expect_geometric_mean_is_scaled_network(const std::vector<Average>& averages) {
    for (const Average& result : averages) {
      EXPECT_TRUE(near(*result.normalized_geometric_mean, result.scaled_full_network, 1e-12));
    }
  }

  static void expect_geometric_mean_is_off(const std::vector<Average>& averages) {
    double largest = 0;
    for (const Average& result : averages) {
      const Vector difference = *result.normalized_geometric_mean - result.scaled_full_network;
      largest = std::max(largest, difference.cwiseAbs().maxCoeff());
    }
    EXPECT_GT(largest, 1e-2);
  }
};

TEST_P(Identities, ArithmeticMeanIsTheScaledNetworkIfALinearOutputReadsTheOnlyDroppedLayer) {
  for (const Activation hidden : all_activations) {
    SCOPED_TRACE(name_of(hidden));
    for (const int layers : {1, 2}) {
      expect_arithmetic_mean_is_scaled_network(
          last_layer_dropped(layers, hidden, Activation::identity));
    }
  }
}

TEST_P(Identities, ArithmeticMeanIsTheScaledNetworkIfAllLayersAreLinear) {
  const NetworkShape shape{.widths = {3, 4, 4, 3},
                           .hidden_activation = Activation::identity,
                           .output_activation = Activation::identity,
                           .input_p_drop = 0.35,
                           .hidden_p_drop = p_drop()};
  expect_arithmetic_mean_is_scaled_network(averages(shape));
}

TEST_P(Identities, GeometricButNotArithmeticMeanIsTheScaledNetworkIfOnlyTheLastLayerIsDropped) {
  for (const Activation output : with_geometric_mean) {
    for (const Activation hidden : all_activations) {
      SCOPED_TRACE(name_of(hidden));
      for (const int layers : {1, 2}) {
        const std::vector<Average> averages = last_layer_dropped(layers, hidden, output);
        expect_geometric_mean_is_scaled_network(averages);
        expect_arithmetic_mean_is_off(averages);
      }
    }
  }
}

TEST_P(Identities, NoMeanIsTheScaledNetworkIfDropoutComesBeforeAnotherNonlinearity) {
  for (const Activation output : with_geometric_mean) {
    for (const Activation hidden : nonlinear) {
      SCOPED_TRACE(name_of(hidden));
      for (const auto& averages :
           {inputs_dropped(hidden, output), two_layers_dropped(hidden, output)}) {
        expect_arithmetic_mean_is_off(averages);
        expect_geometric_mean_is_off(averages);
      }
    }
  }
}

TEST_P(Identities, ALinearOutputDoesNotSaveTheArithmeticMeanIfDropoutComesBeforeANonlinearity) {
  for (const Activation hidden : nonlinear) {
    SCOPED_TRACE(name_of(hidden));
    expect_arithmetic_mean_is_off(inputs_dropped(hidden, Activation::identity));
    expect_arithmetic_mean_is_off(two_layers_dropped(hidden, Activation::identity));
  }
}

TEST_P(Identities, GeometricMeanIsTheActivationOfTheExpectedPreActivationAtAnyDepth) {
  for (const Activation output : with_geometric_mean) {
    for (const Activation hidden : all_activations) {
      SCOPED_TRACE(name_of(hidden));
      const Network network = random_network({.widths = {3, 4, 4, 3},
                                              .hidden_activation = hidden,
                                              .output_activation = output,
                                              .input_p_drop = 0.35,
                                              .hidden_p_drop = p_drop()},
                                             1);
      const SubnetworkOutputs all = enumerate_subnetworks(network, input);
      Matrix expected_z = Matrix::Zero(1, 3);
      for (Index s = 0; s < all.probability.size(); ++s) {
        expected_z += all.probability(s) * all.pre_activation.row(s);
      }
      const Average result = average(network, input);
      EXPECT_TRUE(
          near(*result.normalized_geometric_mean, activate(output, expected_z).transpose(), 1e-12));
    }
  }
}

// With z = b + sum_i w_i h_i m_i / (1 - p), Var(m_i / (1 - p)) = p / (1 - p).
TEST_P(Identities, VarianceOfALinearOutputIsAClosedForm) {
  const Network network = random_network(
      {.widths = {3, 6, 3}, .hidden_activation = Activation::tanh, .hidden_p_drop = p_drop()}, 1);
  const Matrix hidden = forward(network, input.transpose()).layers[0].activation;
  const Vector expected = network.layers[1].weight.cwiseAbs2() * hidden.cwiseAbs2().transpose() *
                          (p_drop() / (1 - p_drop()));
  EXPECT_TRUE(near(average(network, input).variance, expected, 1e-12));
}

INSTANTIATE_TEST_SUITE_P(PDrop, Identities, p_drops, [](const auto& test) {
  return std::to_string(std::lround(100 * test.param));
});

TEST(Averages, OfANetworkWithoutDropoutAreItsOutput) {
  const Network network =
      random_network({.widths = {3, 4, 2}, .output_activation = Activation::sigmoid}, 1);
  const Average result = average(network, Vector{{1, 2, 3}});
  EXPECT_EQ(result.droppable_units, 0);
  EXPECT_EQ(result.subnetworks, 1);
  EXPECT_TRUE(same(result.arithmetic_mean, result.scaled_full_network));
  EXPECT_TRUE(same(result.variance, Vector::Zero(2)));
  EXPECT_TRUE(near(*result.normalized_geometric_mean, result.scaled_full_network, 1e-15));
}

// The unit h = tanh(1.25 x - 0.5) is dropped with probability p: two subnetworks.
TEST(Averages, OfOneDroppableUnitAreMeansOfTwoNumbers) {
  for (const double p : {0.2, 0.8}) {
    const Network network{0,
                          {{Matrix{{1.25}}, Vector{{-0.5}}, Activation::tanh, p},
                           {Matrix{{2}, {-3}}, Vector{{0.25, 1}}, Activation::sigmoid, 0}}};
    const double h = std::tanh(1.25 * 0.8 - 0.5);
    const Average result = average(network, Vector{{0.8}});
    const Vector dropped{{sigmoid(0.25), sigmoid(1)}};
    const Vector kept{{sigmoid(0.25 + 2 * h / (1 - p)), sigmoid(1 - 3 * h / (1 - p))}};
    EXPECT_EQ(result.subnetworks, 2);
    EXPECT_TRUE(near(result.arithmetic_mean, p * dropped + (1 - p) * kept, 1e-15));
    EXPECT_TRUE(near(result.variance, p * (1 - p) * (kept - dropped).cwiseAbs2(), 1e-15));
    EXPECT_TRUE(near(result.scaled_full_network,
                     Vector{{sigmoid(0.25 + 2 * h), sigmoid(1 - 3 * h)}}, 1e-15));
    const Vector g = dropped.array().pow(p) * kept.array().pow(1 - p);
    const Vector complement = (1 - dropped.array()).pow(p) * (1 - kept.array()).pow(1 - p);
    EXPECT_TRUE(
        near(*result.normalized_geometric_mean, g.array() / (g + complement).array(), 1e-15));
  }
}

// One layer whose inputs are dropped; every output but the mean's is 0 or 1 to the last bit.
TEST(Averages, OfSaturatedOutputsAreFiniteAndRight) {
  for (const double p : {0.2, 0.8}) {
    // E[z] = 1e4 - 1e4 + b, though each z is about ±1e4 or further out, or b.
    const Matrix weight{{1e4, -1e4}, {-1e4, 1e4}};
    const Vector bias{{0.5, -0.25}};
    const Average sigmoids = average({p, {{weight, bias, Activation::sigmoid, 0}}}, Vector{{1, 1}});
    EXPECT_TRUE(
        near(*sigmoids.normalized_geometric_mean, Vector{{sigmoid(0.5), sigmoid(-0.25)}}, 1e-11));
    const double one_dropped = p * (1 - p);
    const double none_or_both = 1 - 2 * one_dropped;
    EXPECT_TRUE(near(sigmoids.arithmetic_mean,
                     Vector{{one_dropped + none_or_both * sigmoid(0.5),
                             one_dropped + none_or_both * sigmoid(-0.25)}},
                     1e-12));
    const Average softmax = average({p, {{weight, bias, Activation::softmax, 0}}}, Vector{{1, 1}});
    EXPECT_TRUE(
        near(*softmax.normalized_geometric_mean, Vector{{sigmoid(0.75), sigmoid(-0.75)}}, 1e-11));
  }
}

TEST(Averages, RefusePreActivationsThatCouldBeTooLargeForFloat64) {
  const Network network{0,
                        {{Matrix{{1}, {1}}, Vector{{0, 0}}, Activation::identity, 0.5},
                         {Matrix{{1, -1}, {-1, 1}}, Vector{{0, 0}}, Activation::softmax, 0}}};
  const std::string message =
      "network: the range of the pre-activations is too large for float64; use smaller weights or "
      "inputs";
  expect_refused([&] { average(network, Vector{{0.5e308}}); }, message);
  // Of numbers that are not, the sum that gives their mean can be, by rounding.
  const Network on_the_edge{
      0.4, {{Matrix::Ones(3, 4), Vector{{0, 1.7976931348623157e308, 0}}, Activation::softmax, 0}}};
  expect_refused([&] { average(on_the_edge, Vector{{1, 2, -3, 4}}); }, message);
}

TEST(Averages, RefuseAVarianceThatIsTooLargeForFloat64) {
  const std::string message =
      "network: the variance of the outputs is too large for float64; use smaller weights or "
      "inputs";
  const auto refused = [&](double p_drop, const Matrix& weight, const Vector& bias) {
    const Network network{p_drop, {{weight, bias, Activation::identity, 0}}};
    expect_refused([&] { average(network, Vector{{1, 1}}); }, message);
  };
  refused(0.2, Matrix{{1e200, 1}}, Vector{{0}});
  refused(0.2, Matrix{{1e200, 1}, {1, 1}}, Vector{{0, 0}});
  // The probability of dropping both inputs is 0 in float64, and 0 times infinity no number.
  refused(1e-200, Matrix{{1e200, 1e200}, {1, 1}}, Vector{{-2e200, 0}});
  refused(1e-200, Matrix{{1, 1}, {1e200, 1e200}}, Vector{{0, -2e200}});
}

}  // namespace
}  // namespace dropout
