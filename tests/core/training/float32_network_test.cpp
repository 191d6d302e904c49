#include "training/float32_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>

#include "activations.h"
#include "dropout/network/forward.h"
#include "support.h"

namespace dropout {
namespace {

// Each layer has its own p_drop.
Network network_with(Activation activation, double p_drop) {
  Network network = random_network({.widths = {5, 7, 34, 3},
                                    .hidden_activation = activation,
                                    .output_activation = Activation::softmax,
                                    .input_p_drop = p_drop,
                                    .hidden_p_drop = p_drop / 2},
                                   1);
  network.layers[1].p_drop = p_drop / 4;
  return network;
}

Matrix dense(const Terms& terms, Index columns) {
  Matrix result = Matrix::Zero(terms.counts.size(), columns);
  for (Index list = 0; list < result.rows(); ++list) {
    for (const Term& term : terms[list]) result(list, term.row) += double{term.factor};
  }
  return result;
}

TEST(Float32Network, ComesBackRounded) {
  const Network network = network_with(Activation::tanh, 0.2);
  const Network back = to_float64(to_float32(network));
  EXPECT_EQ(back.input_p_drop, 0.2);
  for (std::size_t l = 0; l < 3; ++l) {
    const Matrix rounded = network.layers[l].weight.cast<float>().cast<double>();
    EXPECT_TRUE(same(back.layers[l].weight, rounded));
    EXPECT_EQ(back.layers[l].activation, network.layers[l].activation);
    EXPECT_EQ(back.layers[l].p_drop, network.layers[l].p_drop);
  }
  EXPECT_TRUE(same(to_float64(to_float32(back)).layers[1].weight, back.layers[1].weight));
}

TEST(Float32Network, ComputesWhatTheNetworkComputes) {
  const Matrix inputs = random_inputs(6, 5, 2);
  for (const Activation activation : all_activations) {
    for (const double p_drop : {0.2, 0.8}) {
      const Network network = to_float64(to_float32(network_with(activation, p_drop)));
      RandomStream stream = seeded_stream(Generator::torch, 3);
      const KeepMasks masks = sample_keep_masks(stream, network, 6);
      const auto expect_near = [&](const Float32Pass& actual, const ForwardPass& expected) {
        for (std::size_t l = 0; l < 3; ++l) {
          const Matrix& received =
              l == 0 ? expected.dropped_inputs : expected.layers[l - 1].dropped_output;
          EXPECT_TRUE(near(dense(actual.received[l], received.cols()), received, 1e-4));
          EXPECT_TRUE(
              near(actual.activations[l].cast<double>(), expected.layers[l].activation, 1e-4));
        }
        EXPECT_TRUE(near(actual.pre_activations.back().cast<double>(),
                         expected.layers[2].pre_activation, 1e-4));
      };
      const Float32Network small = to_float32(network);
      expect_near(forward(small, inputs.cast<float>()), forward(network, inputs));
      expect_near(forward(small, inputs.cast<float>(), masks), forward(network, inputs, masks));
    }
  }
}

TEST(Float32Network, HasTermsOfWhatMattersOnly) {
  RandomStream stream = seeded_stream(Generator::torch, 3);
  for (const Activation activation : all_activations) {
    const Float32Network network = to_float32(network_with(activation, 0.2));
    Float32Matrix inputs = random_inputs(6, 5, 2).cast<float>();
    inputs.col(3).setZero();
    const KeepMasks masks = sample_keep_masks(stream, network, 6);
    const Float32Pass pass = forward(network, inputs, masks);
    for (Index sample = 0; sample < 6; ++sample) {
      for (const Term& term : pass.received[0][sample]) {
        EXPECT_TRUE(term.row != 3 && masks[0](sample, term.row) == 1);
      }
      Index kept = 0;
      for (Index unit = 0; unit < 7; ++unit) {
        const bool is_idle =
            activation == Activation::relu && pass.activations[0](sample, unit) == 0;
        kept += masks[1](sample, unit) == 1 && !is_idle ? 1 : 0;
      }
      EXPECT_EQ(pass.received[1].counts(sample), kept);
    }
  }
}

TEST(Float32Network, TermsOfTheTransposed) {
  const Float32Network network = to_float32(network_with(Activation::relu, 0));
  const Terms terms = forward(network, random_inputs(6, 5, 2).cast<float>()).received[2];
  const Terms by_unit = transposed(terms, 34);
  EXPECT_TRUE(same(dense(by_unit, 6), dense(terms, 34).transpose()));
  for (Index unit = 0; unit < 34; ++unit) {
    const std::span<const Term> list = by_unit[unit];
    EXPECT_TRUE(std::is_sorted(list.begin(), list.end(),
                               [](const Term& a, const Term& b) { return a.row < b.row; }));
  }
}

TEST(Float32Network, DrawsTheMasksOfTheNetwork) {
  const Network network = network_with(Activation::relu, 0.8);
  for (const Generator generator : {Generator::torch, Generator::torch_intel, Generator::numpy}) {
    RandomStream ours = seeded_stream(generator, 3);
    RandomStream expected = ours;
    const KeepMasks masks = sample_keep_masks(ours, to_float32(network), 4);
    const KeepMasks right = sample_keep_masks(expected, network, 4);
    ASSERT_EQ(masks.size(), right.size());
    for (std::size_t l = 0; l < masks.size(); ++l) EXPECT_TRUE(same(masks[l], right[l]));
    EXPECT_EQ(ours.engine, expected.engine);
  }
}

TEST(Float32Network, LetsWhatIsNotFiniteBeSeen) {
  Network network = network_with(Activation::relu, 0);
  network.layers[0].weight(2, 1) = 1e300;
  const Float32Pass pass = forward(to_float32(network), Float32Matrix::Ones(1, 5));
  EXPECT_FALSE(pass.pre_activations.back().allFinite());
}

}  // namespace
}  // namespace dropout
