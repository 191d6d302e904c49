// Every function that takes p_drop, at the two ends of its range: 1e-300, where 1 - p_drop rounds
// to 1, and 1 - 2^-53, which float32 rounds to 1. (Averages have tests of their own.)
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "dropout/averaging/monte_carlo.h"
#include "dropout/averaging/output_spread.h"
#include "dropout/averaging/subnetworks.h"
#include "dropout/gradients/gradients.h"
#include "dropout/gradients/numerical_gradient.h"
#include "dropout/masks/dropped_units.h"
#include "dropout/masks/keep_mask.h"
#include "dropout/masks/linear_dropout_example.h"
#include "dropout/masks/scaling.h"
#include "dropout/network/forward.h"
#include "dropout/training/evaluation.h"
#include "dropout/training/monte_carlo_evaluation.h"
#include "dropout/training/training.h"
#include "support.h"
#include "training/float32_network.h"

namespace dropout {
namespace {

constexpr double near_0 = 1e-300;
constexpr double near_1 = 1 - 0x1p-53;
constexpr double smallest_p_keep = 0x1p-53;

Network classifier(double p_drop) {
  return random_network({.widths = {3, 5, 4, 2},
                         .hidden_activation = Activation::tanh,
                         .output_activation = Activation::softmax,
                         .input_p_drop = p_drop,
                         .hidden_p_drop = p_drop},
                        1);
}

// One layer, so that a kept input is scaled once, and nothing saturates.
Network linear(double p_drop) {
  return random_network({.widths = {3, 2}, .input_p_drop = p_drop}, 1);
}

// The network that is left where every unit is dropped.
Network without_weights(Network network) {
  for (Layer& layer : network.layers) layer.weight.setZero();
  return network;
}

// The network whose masks of ones scale nothing, and that computes what `network` does with them.
Network scaled_by_hand(Network network) {
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    network.layers[l].weight /= 1 - mask_p_drop(network, l);
  }
  network.input_p_drop = 0;
  for (Layer& layer : network.layers) layer.p_drop = 0;
  return network;
}

KeepMasks masks_of_ones(const Network& network, Index samples) {
  KeepMasks masks;
  for (const Layer& layer : network.layers) {
    masks.push_back(KeepMask::Ones(samples, layer.weight.cols()));
  }
  return masks;
}

Samples some_samples() { return {random_inputs(6, 3, 2), Matrix{{1, 0}}.replicate(6, 1)}; }

TEST(ExtremePDrop, KeepsOrDropsEveryUnit) {
  for (const Generator generator : all_generators) {
    RandomStream stream = seeded_stream(generator, 5);
    EXPECT_TRUE(same(sample_keep_mask(stream, near_0, 300, 40), KeepMask::Ones(300, 40)));
    EXPECT_TRUE(same(sample_keep_mask(stream, near_1, 300, 40), KeepMask::Zero(300, 40)));
    const KeepMasks kept = sample_keep_masks(stream, classifier(near_0), 7);
    const KeepMasks dropped = sample_keep_masks(stream, classifier(near_1), 7);
    for (std::size_t l = 0; l < kept.size(); ++l) {
      EXPECT_EQ(kept[l].minCoeff(), 1);
      EXPECT_EQ(dropped[l].maxCoeff(), 0);
    }
  }
}

TEST(ExtremePDrop, ScalesKeptValuesByTheReciprocalOfPKeep) {
  const Matrix values{{-3, 0.25}, {1, 7}};
  const KeepMask mask{{1, 0}, {1, 1}};
  EXPECT_TRUE(same(apply_keep_mask(values, mask, near_0), Matrix{{-3, 0}, {1, 7}}));
  EXPECT_TRUE(
      same(apply_keep_mask(values, mask, near_1), Matrix{{-3 * 0x1p53, 0}, {0x1p53, 7 * 0x1p53}}));
}

TEST(ExtremePDrop, OfALayerLeavesOrZerosItsOutputs) {
  for (const Generator generator : all_generators) {
    RandomStream stream = seeded_stream(generator, 5);
    const LinearDropoutExample kept = linear_dropout_example(stream, 3, 4, 2, near_0);
    EXPECT_TRUE(same(kept.dropped_output, kept.output));
    const LinearDropoutExample dropped = linear_dropout_example(stream, 3, 4, 2, near_1);
    EXPECT_TRUE(dropped.output.allFinite());
    EXPECT_TRUE((dropped.dropped_output.array() == 0).all());
  }
}

TEST(ExtremePDrop, ScalesByTheFactorsOfEachRule) {
  const Vector one{{1}};
  const auto factors = [&](ScalingRule rule, double p_drop) {
    RandomStream stream = seeded_stream(Generator::torch, 5);
    const Scaling result = scaling(stream, rule, one, p_drop, 2);
    return Matrix{{result.training_factor, result.test_factor, result.expected_training(0),
                   result.test(0), result.training_to_test}};
  };
  constexpr double p_keep = smallest_p_keep;
  constexpr double large = 1e300;
  EXPECT_TRUE(same(factors(ScalingRule::inverted, near_0), Matrix{{1, 1, 1, 1, 1}}));
  EXPECT_TRUE(same(factors(ScalingRule::paper, near_0), Matrix{{1, 1, 1, 1, 1}}));
  EXPECT_TRUE(same(factors(ScalingRule::left_on, near_0), Matrix{{1, 1, 1, 1, 1}}));
  EXPECT_TRUE(near(factors(ScalingRule::inverted_by_p_drop, near_0) / large,
                   Matrix{{1, 1 / large, 1, 1 / large, 1}}, 1e-15));
  EXPECT_TRUE(same(factors(ScalingRule::inverted, near_1), Matrix{{1 / p_keep, 1, 1, 1, 1}}));
  EXPECT_TRUE(same(factors(ScalingRule::paper, near_1), Matrix{{1, p_keep, p_keep, p_keep, 1}}));
  EXPECT_TRUE(
      same(factors(ScalingRule::left_on, near_1), Matrix{{1 / p_keep, 1 / p_keep, 1, 1, 1}}));
  EXPECT_TRUE(same(factors(ScalingRule::none, near_1), Matrix{{1, 1, p_keep, 1, p_keep}}));
}

TEST(ExtremePDrop, CountsAllUnitsAsKeptOrDropped) {
  for (const Generator generator : all_generators) {
    for (const Index units : {1, 3, 4096}) {
      RandomStream stream = seeded_stream(generator, 5);
      const DroppedUnits kept = dropped_units(stream, near_0, units, 20);
      EXPECT_EQ(kept.counts(0), 20);
      EXPECT_EQ(kept.binomial(0), 1);
      EXPECT_NEAR(kept.binomial(1) / near_0, static_cast<double>(units), 1e-12 * 4096);
      EXPECT_NEAR(kept.log10_probability_all_dropped, -300.0 * static_cast<double>(units), 1e-9);
      const DroppedUnits dropped = dropped_units(stream, near_1, units, 20);
      EXPECT_EQ(dropped.none_kept, 20);
      EXPECT_NEAR(dropped.binomial(units), 1, 1e-12);
      EXPECT_NEAR(dropped.probability_all_dropped, 1 - static_cast<double>(units) * smallest_p_keep,
                  0x1p-53);
    }
  }
}

TEST(ExtremePDrop, PassesForwardWhatIsKept) {
  const Matrix inputs = random_inputs(2, 3, 2);
  for (const double p_drop : {near_0, near_1}) {
    const Network network = linear(p_drop);
    const KeepMasks masks = masks_of_ones(network, 2);
    const Matrix expected = forward(scaled_by_hand(network), inputs).layers.back().activation;
    EXPECT_TRUE(near(forward(network, inputs, masks).layers.back().activation, expected, 1e-15));
    const Float32Matrix small = inputs.cast<float>();
    EXPECT_TRUE(
        near(forward(to_float32(network), small, masks).activations.back().cast<double>(),
             forward(to_float32(scaled_by_hand(network)), small).activations.back().cast<double>(),
             1e-6));
  }
}

TEST(ExtremePDrop, HasTheGradientsOfTheScaledNetwork) {
  for (const double p_drop : {near_0, near_1}) {
    const Network network = linear(p_drop);
    Batch batch{random_inputs(2, 3, 2), Matrix::Ones(2, 2), Loss::mean_squared_error, {}};
    const Gradients by_hand = gradients(scaled_by_hand(network), batch);
    batch.keep_masks = masks_of_ones(network, 2);
    const Gradients found = gradients(network, batch);
    const Matrix expected = by_hand.mean_weight_gradients[0] / (1 - p_drop);
    EXPECT_TRUE(near(found.mean_weight_gradients[0], expected, 1e-14));
    const double first = numerical_gradient(network, batch, {0, 0, 0}).mean;
    EXPECT_NEAR(first / expected(0, 0), 1, 1e-6);
  }
}

TEST(ExtremePDrop, ScalesWeightsByPKeepAndUniformOnesByHalfItsReciprocal) {
  for (const double p_drop : {near_0, near_1}) {
    const Network network = linear(p_drop);
    const Matrix& weight = network.layers[0].weight;
    EXPECT_TRUE(same(scale_weights(network).layers[0].weight, weight * (1 - p_drop)));
    EXPECT_TRUE(same(weigh_uniformly(network).layers[0].weight, weight * (0.5 / (1 - p_drop))));
    EXPECT_EQ(weigh_uniformly(network).input_p_drop, 0.5);
    EXPECT_EQ(droppable_units(network), 3);
  }
}

TEST(ExtremePDrop, ListsSubnetworksOfWhichOneIsNearlyCertain) {
  const Vector input{{1, -1, 0.5}};
  for (const auto& [p_drop, certain] : {std::pair<double, Index>{near_0, 7}, {near_1, 0}}) {
    const SubnetworkOutputs all = enumerate_subnetworks(linear(p_drop), input);
    EXPECT_NEAR(all.probability.sum(), 1, 1e-15);
    EXPECT_NEAR(all.probability(certain), 1, 1e-15);
    EXPECT_TRUE(all.output.allFinite());
  }
}

TEST(ExtremePDrop, MakesAllRandomSubnetworksOne) {
  const Vector input{{1, -1, 0.5}};
  const Batch batch{some_samples().inputs, some_samples().targets, Loss::cross_entropy, {}};
  for (const Generator generator : all_generators) {
    for (const double p_drop : {near_0, near_1}) {
      const Network network = classifier(p_drop);
      const Network left = p_drop == near_0 ? network : without_weights(network);
      const Matrix output = forward(left, input.transpose()).layers.back().activation;
      RandomStream stream = seeded_stream(generator, 5);
      EXPECT_TRUE(near(sample_subnetworks(stream, network, input, 4).output, output.replicate(4, 1),
                       1e-15));
      const MonteCarlo estimate = monte_carlo(stream, network, input, 4);
      EXPECT_TRUE(near(estimate.running_mean, output.replicate(4, 1), 1e-15));
      EXPECT_TRUE(near(estimate.standard_error.bottomRows(3), Matrix::Zero(3, 2), 1e-15));
      const Matrix votes = sampled_votes(stream, network, batch.inputs, 4);
      const double error = evaluate(left, batch).classification->error;
      EXPECT_EQ((votes.col(0).array() == 4).count(), std::lround(6 * (1 - error)));
      EXPECT_TRUE(
          near(monte_carlo_errors(stream, network, batch, 4), Vector::Constant(4, error), 1e-15));
    }
  }
}

TrainingSession session_of(const Network& network) {
  return {network,
          some_samples(),
          some_samples(),
          {.batch_size = 4, .momentum = 0.9, .weight_decay = 0.01},
          seeded_stream(Generator::torch, 5)};
}

TEST(ExtremePDrop, NextTo0TrainsAsWithoutDropout) {
  TrainingSession with = session_of(classifier(near_0));
  TrainingSession without = session_of(classifier(0));
  with.step(20);
  without.step(20);
  EXPECT_EQ(with.updates(), 20);
  for (std::size_t l = 0; l < 3; ++l) {
    EXPECT_TRUE(same(with.network().layers[l].weight, without.network().layers[l].weight));
    EXPECT_TRUE(same(with.network().layers[l].bias, without.network().layers[l].bias));
  }
}

// All that training can change there is the output's biases, as no unit is kept.
TEST(ExtremePDrop, NextTo1TrainsTheBiasesOfTheOutput) {
  TrainingSession session(classifier(near_1), some_samples(), some_samples(), {.batch_size = 4},
                          seeded_stream(Generator::torch, 5));
  const Network before = session.network();
  session.step(1);
  const double first_loss = *session.state().batch_loss;
  session.step(19);
  const Network after = session.network();
  EXPECT_EQ(session.updates(), 20);
  for (std::size_t l = 0; l < 3; ++l) {
    EXPECT_TRUE(same(after.layers[l].weight, before.layers[l].weight));
  }
  EXPECT_TRUE(same(after.layers[0].bias, before.layers[0].bias));
  EXPECT_GT(after.layers[2].bias(0), before.layers[2].bias(0));
  EXPECT_LT(*session.state().batch_loss, first_loss);
}

}  // namespace
}  // namespace dropout
