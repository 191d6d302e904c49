#include "dropout/float32_network.h"

#include <gtest/gtest.h>

#include "dropout/forward.h"
#include "support.h"

namespace dropout {
namespace {

constexpr auto activations = {Activation::identity, Activation::relu, Activation::tanh,
                              Activation::sigmoid, Activation::softmax};

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
  for (const Activation activation : activations) {
    for (const double p_drop : {0.2, 0.8}) {
      const Network network = to_float64(to_float32(network_with(activation, p_drop)));
      RandomStream stream = seeded_stream(Generator::torch, 3);
      const KeepMasks masks = sample_keep_masks(stream, network, 6);
      const auto expect_near = [&](const Float32Pass& actual, const ForwardPass& expected) {
        for (std::size_t l = 0; l < 3; ++l) {
          const Matrix& received =
              l == 0 ? expected.dropped_inputs : expected.layers[l - 1].dropped_output;
          EXPECT_TRUE(near(actual.received[l].cast<double>(), received, 1e-4));
          EXPECT_TRUE(
              near(actual.activations[l].cast<double>(), expected.layers[l].activation, 1e-4));
        }
        EXPECT_TRUE(near(actual.output_pre_activation.cast<double>(),
                         expected.layers[2].pre_activation, 1e-4));
      };
      const Float32Network small = to_float32(network);
      expect_near(forward(small, inputs.cast<float>()), forward(network, inputs));
      expect_near(forward(small, inputs.cast<float>(), masks), forward(network, inputs, masks));
    }
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
  EXPECT_FALSE(pass.output_pre_activation.allFinite());
}

}  // namespace
}  // namespace dropout
