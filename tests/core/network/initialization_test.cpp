#include "dropout/network/initialization.h"

#include <gtest/gtest.h>

#include "golden.h"
#include "support.h"

namespace dropout {
namespace {

TEST(Initialization, DrawsTheParametersOfTorchsLinear) {
  for (const Generator generator : {Generator::torch, Generator::torch_intel}) {
    for (const Json& example : golden("torch_masks.json")) {
      SCOPED_TRACE(example.at("seed"));
      RandomStream stream = seeded_stream(generator, example.at("seed"));
      const LinearParameters linear =
          initial_linear(stream, example.at("n_in"), example.at("n_out"));
      EXPECT_TRUE(same(linear.weight, to_matrix(example.at("weight"))));
      EXPECT_TRUE(same(linear.bias, to_vector(example.at("bias"))));
    }
  }
}

TEST(Initialization, DrawsNumpysUniformWeightsThenBiases) {
  for (const Json& example : golden("numpy_masks.json", "layers")) {
    SCOPED_TRACE(example.at("seed"));
    RandomStream stream = seeded_stream(Generator::numpy, example.at("seed"));
    const LinearParameters linear = initial_linear(stream, example.at("n_in"), example.at("n_out"));
    EXPECT_TRUE(same(linear.weight, to_matrix(example.at("weight"))));
    EXPECT_TRUE(same(linear.bias, to_vector(example.at("bias"))));
  }
}

TEST(Initialization, ANetworksLayersAreDrawnOneAfterTheOther) {
  RandomStream stream = seeded_stream(Generator::torch, 8);
  RandomStream by_layer = stream;
  const Network network = initial_network(stream, {.widths = {3, 5, 4, 2}});
  ASSERT_EQ(network.layers.size(), 3U);
  for (const Layer& layer : network.layers) {
    const LinearParameters linear =
        initial_linear(by_layer, layer.weight.cols(), layer.weight.rows());
    EXPECT_TRUE(same(layer.weight, linear.weight));
    EXPECT_TRUE(same(layer.bias, linear.bias));
  }
  EXPECT_EQ(network.layers[1].weight.cols(), 5);
  EXPECT_EQ(network.layers[1].weight.rows(), 4);
  EXPECT_EQ(stream.engine, by_layer.engine);
}

TEST(Initialization, DropsInputsAndHiddenUnitsButNoOutputs) {
  RandomStream stream = seeded_stream(Generator::torch, 8);
  const Network network = initial_network(stream, {.widths = {3, 5, 4, 2},
                                                   .hidden_activation = Activation::tanh,
                                                   .output_activation = Activation::sigmoid,
                                                   .input_p_drop = 0.2,
                                                   .hidden_p_drop = 0.8});
  EXPECT_EQ(network.input_p_drop, 0.2);
  EXPECT_EQ(network.layers[0].p_drop, 0.8);
  EXPECT_EQ(network.layers[1].p_drop, 0.8);
  EXPECT_EQ(network.layers[2].p_drop, 0);
  EXPECT_EQ(network.layers[0].activation, Activation::tanh);
  EXPECT_EQ(network.layers[1].activation, Activation::tanh);
  EXPECT_EQ(network.layers[2].activation, Activation::sigmoid);
}

}  // namespace
}  // namespace dropout
