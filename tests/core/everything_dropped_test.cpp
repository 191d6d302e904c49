// p_drop 1: a layer that passes nothing on.
#include <gtest/gtest.h>

#include <array>

#include "activations.h"
#include "dropout/averaging/averages.h"
#include "dropout/averaging/monte_carlo.h"
#include "dropout/averaging/verdicts.h"
#include "dropout/gradients/gradients.h"
#include "dropout/masks/dropped_units.h"
#include "dropout/masks/linear_dropout_example.h"
#include "dropout/masks/scaling.h"
#include "dropout/training/training.h"
#include "oracle.h"
#include "support.h"

namespace dropout {
namespace {

using Reason = Verdict::Reason;

const Vector input{{1.5, -0.75}};

// Two hidden layers, of which `empty` (0: the inputs) passes nothing on; the other masks drop units
// with probability 0.2.
Network network(std::size_t empty, Activation output) {
  Network result = random_network({.widths = {2, 3, 4, 2},
                                   .hidden_activation = Activation::tanh,
                                   .output_activation = output,
                                   .input_p_drop = 0.2,
                                   .hidden_p_drop = 0.2},
                                  1);
  (empty == 0 ? result.input_p_drop : result.layers[empty - 1].p_drop) = 1;
  return result;
}

// The same, whose layer after `empty` receives nothing because its weights are 0.
Network cut(const Network& whole, std::size_t empty) {
  Network result = whole;
  result.layers[empty].weight.setZero();
  (empty == 0 ? result.input_p_drop : result.layers[empty - 1].p_drop) = 0.5;
  return result;
}

// PyTorch draws nothing for them, NumPy as much as for any others.
TEST(EverythingDropped, MasksAreZero) {
  for (const Generator generator : all_generators) {
    RandomStream stream = seeded_stream(generator, 12);
    EXPECT_TRUE(same(sample_keep_mask(stream, 1, 3, 5), KeepMask::Zero(3, 5)));
    EXPECT_EQ(stream.engine == seeded_stream(generator, 12).engine, generator != Generator::numpy);
  }
}

TEST(EverythingDropped, ValuesBecomeZerosOfTheirSignWhateverTheMask) {
  const Matrix values{{-3, 1}};
  for (const KeepMask& mask : {KeepMask{{0, 0}}, KeepMask{{1, 1}}}) {
    EXPECT_TRUE(same(apply_keep_mask(values, mask, 1), Matrix{{-0.0, 0}}));
  }
}

TEST(EverythingDropped, ALayerGivesZeros) {
  for (const Generator generator : all_generators) {
    RandomStream stream = seeded_stream(generator, 12);
    const LinearDropoutExample passes = linear_dropout_example(stream, 3, 4, 2, 1);
    EXPECT_EQ(passes.dropped_output.cwiseAbs().maxCoeff(), 0);
    EXPECT_GT(passes.output.cwiseAbs().minCoeff(), 0);
  }
}

TEST(EverythingDropped, AllUnitsAreDroppedWithCertainty) {
  RandomStream stream = seeded_stream(Generator::torch, 12);
  const DroppedUnits result = dropped_units(stream, 1, 4, 10);
  EXPECT_TRUE(same(result.binomial, Vector{{0, 0, 0, 0, 1}}));
  EXPECT_EQ(result.none_kept, 10);
  EXPECT_EQ(result.probability_all_dropped, 1);
  EXPECT_EQ(result.log10_probability_all_dropped, 0);
}

// With each method that applies, and one more layer's masks before or after.
TEST(EverythingDropped, AveragesAreThoseOfANetworkCutThere) {
  for (const Activation output : all_activations) {
    for (std::size_t empty = 0; empty < 3; ++empty) {
      SCOPED_TRACE(testing::Message() << name_of(output) << ", " << empty);
      const Network whole = network(empty, output);
      const Average expected = oracle(cut(whole, empty), input);
      EXPECT_TRUE(near(oracle(whole, input).arithmetic_mean, expected.arithmetic_mean, 1e-14));
      for (const AveragingMethod method : applicable_methods(whole, input)) {
        SCOPED_TRACE(name_of(method));
        const Average actual = average(whole, input, method);
        EXPECT_EQ(actual.droppable_units, 9);
        EXPECT_TRUE(near(actual.arithmetic_mean, expected.arithmetic_mean, 1e-14));
        EXPECT_TRUE(near(actual.variance, expected.variance, 1e-14));
        EXPECT_EQ(actual.normalized_geometric_mean.has_value(),
                  expected.normalized_geometric_mean.has_value());
        if (expected.normalized_geometric_mean) {
          EXPECT_TRUE(
              near(*actual.normalized_geometric_mean, *expected.normalized_geometric_mean, 1e-14));
        }
      }
    }
  }
}

// A wide layer is averaged without a walk through its masks.
TEST(EverythingDropped, AveragesOfWideLayersAreTheirBias) {
  for (const Activation output : {Activation::identity, Activation::sigmoid}) {
    const Network wide =
        random_network({.widths = {2, 100, 1}, .output_activation = output, .hidden_p_drop = 1}, 1);
    const Average result = average(wide, input);
    EXPECT_TRUE(near(result.arithmetic_mean, activate(output, wide.layers.back().bias), 1e-14));
    EXPECT_NEAR(result.variance(0), 0, 1e-15);
    EXPECT_EQ(result.droppable_units, 100);
  }
}

TEST(EverythingDropped, RandomSubnetworksAreTheSame) {
  RandomStream stream = seeded_stream(Generator::torch, 1);
  const Network whole = network(2, Activation::sigmoid);
  const MonteCarlo result = monte_carlo(stream, whole, input, 5);
  const Vector expected = average(whole, input).arithmetic_mean;
  for (Index k = 0; k < 5; ++k) {
    EXPECT_TRUE(near(result.running_mean.row(k), expected.transpose(), 1e-14));
  }
  EXPECT_EQ(result.standard_error.bottomRows(4).cwiseAbs().maxCoeff(), 0);
}

TEST(EverythingDropped, GradientsEndThere) {
  Batch batch;
  batch.inputs = random_inputs(4, 2, 1);
  batch.targets = random_inputs(4, 2, 2);
  const Network whole = network(1, Activation::identity);
  RandomStream stream = seeded_stream(Generator::torch, 1);
  batch.keep_masks = sample_keep_masks(stream, whole, 4);
  const Gradients result = gradients(whole, batch);
  EXPECT_EQ(result.mean_weight_gradients[0].cwiseAbs().maxCoeff(), 0);
  EXPECT_EQ(result.mean_bias_gradients[0].cwiseAbs().maxCoeff(), 0);
  EXPECT_EQ(result.mean_weight_gradients[1].cwiseAbs().maxCoeff(), 0);
  EXPECT_GT(result.mean_bias_gradients[1].cwiseAbs().maxCoeff(), 0);
}

TEST(EverythingDropped, TrainingLeavesWhatComesBefore) {
  const Network whole = network(1, Activation::identity);
  const Samples samples{random_inputs(8, 2, 1), random_inputs(8, 2, 2)};
  TrainingSession session(whole, samples, samples,
                          {.loss = Loss::mean_squared_error, .batch_size = 4},
                          seeded_stream(Generator::torch, 1));
  const Network before = session.network();
  session.step(6);
  EXPECT_FALSE(session.state().diverged);
  const Network after = session.network();
  EXPECT_TRUE(same(after.layers[0].weight, before.layers[0].weight));
  EXPECT_TRUE(same(after.layers[0].bias, before.layers[0].bias));
  EXPECT_TRUE(same(after.layers[1].weight, before.layers[1].weight));
  EXPECT_FALSE(same(after.layers[1].bias, before.layers[1].bias));
  EXPECT_FALSE(same(after.layers[2].weight, before.layers[2].weight));
}

// The paper's network passes nothing on at test time either.
TEST(EverythingDropped, ThePapersWeightsAreZeroThere) {
  const Network scaled = scale_weights(network(1, Activation::identity));
  EXPECT_TRUE(scaled.layers[1].weight.isZero(0));
  EXPECT_FALSE(scaled.layers[2].weight.isZero(0));
}

TEST(EverythingDropped, EqualWeightsOfSubnetworksChangeNothing) {
  const Network whole = network(2, Activation::sigmoid);
  const Network uniform = weigh_uniformly(network(2, Activation::sigmoid));
  EXPECT_EQ(uniform.layers[1].p_drop, 0.5);
  EXPECT_TRUE(
      near(average(uniform, input).arithmetic_mean, average(whole, input).arithmetic_mean, 1e-14));
}

TEST(EverythingDropped, NoFactorMakesTrainingMatchTheFullNetwork) {
  const auto scaled = [](ScalingRule rule) {
    RandomStream stream = seeded_stream(Generator::torch, 1);
    return scaling(stream, rule, Vector{{2, -3}}, 1, 3);
  };
  for (const ScalingRule rule :
       {ScalingRule::none, ScalingRule::inverted, ScalingRule::inverted_by_p_drop,
        ScalingRule::multiplied_by_p_drop}) {
    const Scaling result = scaled(rule);
    EXPECT_EQ(result.training_to_test, 0) << name_of(rule);
    EXPECT_FALSE(result.is_correct);
    EXPECT_EQ(result.running_mean.cwiseAbs().maxCoeff(), 0);
  }
  // The paper multiplies by p_keep = 0 at test time.
  for (const ScalingRule rule : {ScalingRule::paper, ScalingRule::scaled_twice}) {
    EXPECT_EQ(scaled(rule).training_to_test, 1) << name_of(rule);
    EXPECT_TRUE(scaled(rule).is_correct);
  }
}

void expect(const Verdict& verdict, bool exact, Reason reason,
            std::optional<std::size_t> layer = std::nullopt) {
  EXPECT_EQ(verdict.exact, exact);
  EXPECT_EQ(verdict.reason, reason);
  EXPECT_EQ(verdict.layer, layer);
}

TEST(EverythingDropped, VerdictsNameTheLayer) {
  const Verdicts linear = verdicts(network(2, Activation::identity));
  expect(linear.arithmetic_mean_and_scaled_network, false, Reason::everything_dropped, 1);
  EXPECT_FALSE(linear.geometric_mean_and_scaled_network);
  const Verdicts inputs = verdicts(network(0, Activation::sigmoid));
  expect(inputs.arithmetic_mean_and_scaled_network, false, Reason::everything_dropped);
  expect(*inputs.geometric_mean_and_scaled_network, false, Reason::everything_dropped);
  expect(*inputs.arithmetic_and_geometric_mean, false, Reason::output_activation);
  // After the last mask, nothing is left to average over.
  const Verdicts last = verdicts(network(2, Activation::softmax));
  expect(*last.geometric_mean_and_scaled_network, false, Reason::everything_dropped, 1);
  expect(*last.arithmetic_and_geometric_mean, true, Reason::constant_output);
}

TEST(EverythingDropped, VerdictsAreConfirmedByTheNumbers) {
  for (std::size_t empty = 0; empty < 3; ++empty) {
    const Network each = network(empty, Activation::sigmoid);
    const Verdicts verdict = verdicts(each);
    const Average result = average(each, input);
    const auto differ = [](const Vector& a, const Vector& b) {
      return (a - b).cwiseAbs().maxCoeff() > 1e-12;
    };
    EXPECT_TRUE(differ(result.arithmetic_mean, result.scaled_full_network));
    EXPECT_TRUE(differ(*result.normalized_geometric_mean, result.scaled_full_network));
    EXPECT_NE(differ(result.arithmetic_mean, *result.normalized_geometric_mean),
              verdict.arithmetic_and_geometric_mean->exact);
  }
}

// Masks before a softmax over one class change nothing, even these.
TEST(EverythingDropped, DoesNotMatterBeforeASoftmaxOverOneClass) {
  Network each = random_network({.widths = {2, 3, 1}, .output_activation = Activation::softmax}, 1);
  each.layers[0].p_drop = 1;
  expect(verdicts(each).arithmetic_mean_and_scaled_network, true, Reason::constant_output);
}

}  // namespace
}  // namespace dropout
