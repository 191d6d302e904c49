#include "dropout/network/forward.h"

#include <gtest/gtest.h>

#include "dropout/network/activation.h"
#include "golden.h"
#include "support.h"

namespace dropout {
namespace {

class Forward : public ::testing::TestWithParam<Activation> {
 protected:
  // Every activation in hidden layers and as output, a different p_drop for each mask.
  Network network() const {
    Network result = random_network({.widths = {4, 6, 5, 3},
                                     .hidden_activation = GetParam(),
                                     .output_activation = GetParam(),
                                     .input_p_drop = 0.2},
                                    1);
    result.layers[0].p_drop = 0.8;
    result.layers[1].p_drop = 0.35;
    return result;
  }
  KeepMasks masks() const {
    RandomStream stream = seeded_stream(Generator::torch, 2);
    return sample_keep_masks(stream, network(), inputs.rows());
  }
  const Matrix inputs = random_inputs(7, 4, 3);
};

TEST_P(Forward, WithMasksComputesWhatPlainLoopsDo) {
  const ForwardPass pass = forward(network(), inputs, masks());
  ASSERT_EQ(pass.layers.size(), 3U);
  for (Index sample = 0; sample < inputs.rows(); ++sample) {
    const auto multiplier = [&](std::size_t l, Index unit) {
      return masks()[l](sample, unit) / (1 - mask_p_drop(network(), l));
    };
    const std::vector<Vector> expected = run_by_hand(network(), inputs.row(sample), multiplier);
    for (std::size_t l = 0; l < expected.size(); ++l) {
      EXPECT_TRUE(near(pass.layers[l].activation.row(sample), expected[l].transpose(), 1e-13));
    }
  }
}

TEST_P(Forward, WithoutMasksDropsAndScalesNothing) {
  const ForwardPass pass = forward(network(), inputs);
  for (Index sample = 0; sample < inputs.rows(); ++sample) {
    const std::vector<Vector> expected =
        run_by_hand(network(), inputs.row(sample), [](std::size_t, Index) { return 1; });
    for (std::size_t l = 0; l < expected.size(); ++l) {
      EXPECT_TRUE(near(pass.layers[l].activation.row(sample), expected[l].transpose(), 1e-13));
    }
  }
}

TEST_P(Forward, ReportsWhatEachLayerReceivesAndComputes) {
  const Network net = network();
  const ForwardPass pass = forward(net, inputs, masks());
  EXPECT_TRUE(same(pass.dropped_inputs, apply_keep_mask(inputs, masks()[0], 0.2)));
  EXPECT_TRUE(same(pass.layers[0].dropped_output,
                   apply_keep_mask(pass.layers[0].activation, masks()[1], 0.8)));
  EXPECT_TRUE(same(pass.layers[1].dropped_output,
                   apply_keep_mask(pass.layers[1].activation, masks()[2], 0.35)));
  EXPECT_TRUE(same(pass.layers[2].dropped_output, pass.layers[2].activation));
  for (std::size_t l = 0; l < net.layers.size(); ++l) {
    EXPECT_TRUE(same(pass.layers[l].activation,
                     activate(net.layers[l].activation, pass.layers[l].pre_activation)));
  }
}

TEST_P(Forward, WithAllUnitsKeptAtPDrop0EqualsThePassWithoutMasks) {
  Network net = network();
  net.input_p_drop = net.layers[0].p_drop = net.layers[1].p_drop = 0;
  const KeepMasks ones{KeepMask::Ones(7, 4), KeepMask::Ones(7, 6), KeepMask::Ones(7, 5)};
  EXPECT_TRUE(same(forward(net, inputs, ones).layers.back().activation,
                   forward(net, inputs).layers.back().activation));
}

TEST_P(Forward, RunsEachSampleOnItsOwn) {
  const ForwardPass batch = forward(network(), inputs, masks());
  for (Index sample = 0; sample < inputs.rows(); ++sample) {
    KeepMasks row_masks;
    for (const KeepMask& mask : masks()) row_masks.emplace_back(mask.row(sample));
    const ForwardPass alone = forward(network(), inputs.row(sample), row_masks);
    EXPECT_TRUE(
        near(alone.layers.back().activation, batch.layers.back().activation.row(sample), 1e-14));
  }
}

TEST_P(Forward, DroppedUnitsContributeNothing) {
  const Network net = network();
  KeepMasks all_masks = masks();
  for (KeepMask& mask : all_masks) mask.col(2).setZero();
  const ForwardPass pass = forward(net, inputs, all_masks);
  // Wild values in the dropped input, in the weights of dropped units and in those that read them.
  Network wild = net;
  Matrix wild_inputs = inputs;
  wild_inputs.col(2).setConstant(-1e30);
  for (std::size_t l = 0; l < wild.layers.size(); ++l) {
    wild.layers[l].weight.col(2).setConstant(1e30);
    if (l < 2 && GetParam() != Activation::softmax) wild.layers[l].bias(2) = 1e30;
  }
  EXPECT_TRUE(same(forward(wild, wild_inputs, all_masks).layers.back().activation,
                   pass.layers.back().activation));
}

INSTANTIATE_TEST_SUITE_P(, Forward,
                         ::testing::Values(Activation::identity, Activation::relu, Activation::tanh,
                                           Activation::sigmoid, Activation::softmax),
                         [](const auto& test) { return std::string(name_of(test.param)); });

TEST(ForwardPasses, AreThoseOfTorchsSequential) {
  for (const Json& example : golden("torch_masks.json", "networks")) {
    SCOPED_TRACE(example.dump());
    const auto activation = [&](const char* key) {
      return activation_named(example.at(key).get<std::string>(), key);
    };
    RandomStream stream = seeded_stream(Generator::torch, example.at("seed"));
    Network network = initial_network(stream, {.widths = example.at("widths"),
                                               .hidden_activation = activation("hidden"),
                                               .output_activation = activation("output"),
                                               .input_p_drop = example.at("p_drops")[0]});
    for (std::size_t l = 1; l < network.layers.size(); ++l) {
      network.layers[l - 1].p_drop = example.at("p_drops")[l];
    }
    const Matrix inputs = to_matrix(example.at("inputs"));
    const KeepMasks masks = sample_keep_masks(stream, network, inputs.rows());
    EXPECT_TRUE(near(forward(network, inputs, masks).layers.back().activation,
                     to_matrix(example.at("training_output")), 1e-13));
    EXPECT_TRUE(near(forward(network, inputs).layers.back().activation,
                     to_matrix(example.at("test_output")), 1e-13));
  }
}

TEST(ForwardPasses, OfNoSamplesAreEmpty) {
  const Network network = random_network({.widths = {2, 3, 2}, .hidden_p_drop = 0.2}, 1);
  EXPECT_TRUE(same(forward(network, Matrix(0, 2)).layers.back().activation, Matrix(0, 2)));
}

// Eigen keeps the factors on the stack up to this size: WebAssembly needs as much of it.
TEST(ForwardOfManyUnits, FitsOnTheStack) {
  const Network network = random_network({.widths = {128, 128, 128}}, 1);
  const Matrix inputs = random_inputs(128, 128, 2);
  const Matrix outputs = forward(network, inputs).layers.back().activation;
  for (Index sample = 0; sample < inputs.rows(); ++sample) {
    const std::vector<Vector> expected =
        run_by_hand(network, inputs.row(sample), [](std::size_t, Index) { return 1; });
    EXPECT_TRUE(near(outputs.row(sample), expected.back().transpose(), 1e-11));
  }
}

}  // namespace
}  // namespace dropout
