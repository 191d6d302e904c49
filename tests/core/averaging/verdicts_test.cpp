#include "dropout/averaging/verdicts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "activations.h"
#include "oracle.h"
#include "support.h"

namespace dropout {
namespace {

using Reason = Verdict::Reason;

Network network(const std::vector<Index>& widths, Activation hidden, Activation output,
                double input_p_drop, double hidden_p_drop, std::uint64_t seed = 1) {
  return random_network({.widths = widths,
                         .hidden_activation = hidden,
                         .output_activation = output,
                         .input_p_drop = input_p_drop,
                         .hidden_p_drop = hidden_p_drop},
                        seed);
}

void expect(const Verdict& verdict, bool exact, Reason reason,
            std::optional<std::size_t> layer = std::nullopt) {
  EXPECT_EQ(verdict.exact, exact);
  EXPECT_EQ(verdict.reason, reason);
  EXPECT_EQ(verdict.layer, layer);
}

TEST(Verdicts, OfALinearOutputBehindTheOnlyMask) {
  const Verdicts result =
      verdicts(network({2, 4, 1}, Activation::relu, Activation::identity, 0, 0.2));
  expect(result.arithmetic_mean_and_scaled_network, true, Reason::linear_after_mask);
  EXPECT_FALSE(result.geometric_mean_and_scaled_network);
  EXPECT_FALSE(result.arithmetic_and_geometric_mean);
}

TEST(Verdicts, OfASigmoidOutputBehindTheOnlyMask) {
  for (const Activation output : {Activation::sigmoid, Activation::softmax}) {
    const Verdicts result = verdicts(network({2, 4, 3}, Activation::relu, output, 0, 0.2));
    expect(result.arithmetic_mean_and_scaled_network, false, Reason::output_activation);
    expect(*result.geometric_mean_and_scaled_network, true, Reason::linear_after_mask);
    expect(*result.arithmetic_and_geometric_mean, false, Reason::output_activation);
  }
}

TEST(Verdicts, OfTwoMasksWithACurveInBetween) {
  const Verdicts sigmoid =
      verdicts(network({2, 3, 4, 1}, Activation::tanh, Activation::sigmoid, 0, 0.2));
  expect(sigmoid.arithmetic_mean_and_scaled_network, false, Reason::output_activation);
  expect(*sigmoid.geometric_mean_and_scaled_network, false, Reason::hidden_activation, 1);
  const Verdicts linear =
      verdicts(network({2, 3, 4, 1}, Activation::tanh, Activation::identity, 0, 0.2));
  expect(linear.arithmetic_mean_and_scaled_network, false, Reason::hidden_activation, 1);
}

TEST(Verdicts, OfDroppedInputsBeforeACurve) {
  const Verdicts result =
      verdicts(network({2, 3, 1}, Activation::relu, Activation::identity, 0.2, 0));
  expect(result.arithmetic_mean_and_scaled_network, false, Reason::hidden_activation, 0);
}

TEST(Verdicts, OfNothingDropped) {
  const Verdicts result = verdicts(network({2, 3, 1}, Activation::relu, Activation::sigmoid, 0, 0));
  expect(result.arithmetic_mean_and_scaled_network, true, Reason::nothing_dropped);
  expect(*result.geometric_mean_and_scaled_network, true, Reason::nothing_dropped);
  expect(*result.arithmetic_and_geometric_mean, true, Reason::nothing_dropped);
}

TEST(Verdicts, OfASoftmaxOverOneClass) {
  const Verdicts result =
      verdicts(network({2, 3, 1}, Activation::relu, Activation::softmax, 0, 0.2));
  expect(result.arithmetic_mean_and_scaled_network, true, Reason::constant_output);
  expect(*result.arithmetic_and_geometric_mean, true, Reason::constant_output);
}

TEST(Verdicts, OfAHiddenSoftmaxOverOneClass) {
  const auto result = [](const std::vector<Index>& widths) {
    return verdicts(network(widths, Activation::softmax, Activation::sigmoid, 0, 0.2));
  };
  expect(*result({2, 3, 1, 1}).geometric_mean_and_scaled_network, true, Reason::linear_after_mask);
  expect(*result({2, 1, 3, 1}).geometric_mean_and_scaled_network, false, Reason::hidden_activation,
         1);
  Network unmasked_behind = network({2, 3, 1, 1}, Activation::softmax, Activation::sigmoid, 0, 0.2);
  unmasked_behind.layers[1].p_drop = 0;
  expect(verdicts(unmasked_behind).arithmetic_mean_and_scaled_network, true,
         Reason::constant_output);
}

// Each verdict against the numbers: what is exact is so for every network of the structure, what is
// not is visibly off for one.
TEST(Verdicts, AreConfirmedByTheNumbers) {
  for (const Activation hidden : all_activations) {
    for (const Activation output : all_activations) {
      for (const auto& [input_p_drop, hidden_p_drop] :
           {std::pair{0.0, 0.0}, {0.2, 0.0}, {0.0, 0.8}, {0.8, 0.2}}) {
        for (const std::vector<Index>& widths :
             {std::vector<Index>{2, 3, 3}, {2, 3, 3, 3}, {2, 3, 1, 3}}) {
          double arithmetic_scaled = 0;
          double geometric_scaled = 0;
          double arithmetic_geometric = 0;
          Verdicts verdict;
          for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            const Network each = network(widths, hidden, output, input_p_drop, hidden_p_drop, seed);
            verdict = verdicts(each);
            const Average result = oracle(each, Vector{{1.5, -0.75}});
            const Vector& a = result.arithmetic_mean;
            const Vector& s = result.scaled_full_network;
            const auto update = [](double& largest, const Vector& difference) {
              largest = std::max(largest, difference.cwiseAbs().maxCoeff());
            };
            update(arithmetic_scaled, a - s);
            if (result.normalized_geometric_mean) {
              update(geometric_scaled, *result.normalized_geometric_mean - s);
              update(arithmetic_geometric, a - *result.normalized_geometric_mean);
            }
          }
          SCOPED_TRACE(testing::Message() << name_of(hidden) << ", " << name_of(output) << ", "
                                          << input_p_drop << ", " << hidden_p_drop);
          EXPECT_EQ(arithmetic_scaled < 1e-12, verdict.arithmetic_mean_and_scaled_network.exact);
          ASSERT_EQ(verdict.geometric_mean_and_scaled_network.has_value(),
                    output == Activation::sigmoid || output == Activation::softmax);
          if (verdict.geometric_mean_and_scaled_network) {
            EXPECT_EQ(geometric_scaled < 1e-12, verdict.geometric_mean_and_scaled_network->exact);
            EXPECT_EQ(arithmetic_geometric < 1e-12, verdict.arithmetic_and_geometric_mean->exact);
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace dropout
