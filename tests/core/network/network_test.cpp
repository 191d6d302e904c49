#include "dropout/network/network.h"

#include <gtest/gtest.h>

#include "dropout/averaging/averages.h"
#include "dropout/averaging/subnetworks.h"
#include "dropout/network/forward.h"
#include "support.h"

namespace dropout {
namespace {

// Different p_drop everywhere, one layer without dropout.
Network deep_network() {
  Network network = random_network({.widths = {3, 5, 2, 4, 2},
                                    .hidden_activation = Activation::tanh,
                                    .output_activation = Activation::sigmoid,
                                    .input_p_drop = 0.2},
                                   1);
  network.layers[0].p_drop = 0.8;
  network.layers[2].p_drop = 0.35;
  return network;
}

TEST(Network, KeepMasksTakeThePDropOfTheUnitsTheyMask) {
  const Network network = deep_network();
  EXPECT_EQ(mask_p_drop(network, 0), 0.2);
  EXPECT_EQ(mask_p_drop(network, 1), 0.8);
  EXPECT_EQ(mask_p_drop(network, 2), 0);
  EXPECT_EQ(mask_p_drop(network, 3), 0.35);
}

TEST(Network, TakesMinus0As0) {
  Network network = random_network({.widths = {2, 3, 1}}, 1);
  network.input_p_drop = -0.0;
  network.layers[0].p_drop = -0.0;
  for (const std::size_t l : {0U, 1U}) EXPECT_FALSE(std::signbit(mask_p_drop(network, l)));
  EXPECT_EQ(droppable_units(network), 0);
}

TEST(Network, UnitsWithPDrop0AreNotDroppable) {
  Network network = deep_network();
  EXPECT_EQ(droppable_units(network), 3 + 5 + 4);
  network.input_p_drop = 0;
  EXPECT_EQ(droppable_units(network), 5 + 4);
  EXPECT_EQ(droppable_units(random_network({.widths = {3, 4, 1}}, 1)), 0);
}

class ScaleWeights : public ::testing::TestWithParam<std::size_t> {
 protected:
  Network trained() const {
    Network network = random_network({.widths = {4, 5, 3, 6, 2},
                                      .hidden_activation = Activation::relu,
                                      .output_activation = Activation::sigmoid,
                                      .input_p_drop = 0.2},
                                     2);
    network.layers[0].p_drop = 0.8;
    network.layers[1].p_drop = 0.35;
    network.layers[2].p_drop = 0.5;
    network.layers.resize(GetParam());
    network.layers.back().p_drop = 0;
    return network;
  }
};

TEST_P(ScaleWeights, MultipliesWhatReceivesAMaskedLayerByItsPKeep) {
  const Network network = trained();
  const Network scaled = scale_weights(network);
  const std::vector<double> p_keep{0.8, 1 - 0.8, 0.65, 0.5};
  EXPECT_EQ(scaled.input_p_drop, network.input_p_drop);
  ASSERT_EQ(scaled.layers.size(), network.layers.size());
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    EXPECT_TRUE(same(scaled.layers[l].weight, network.layers[l].weight * p_keep[l]));
    EXPECT_TRUE(same(scaled.layers[l].bias, network.layers[l].bias));
    EXPECT_EQ(scaled.layers[l].p_drop, network.layers[l].p_drop);
    EXPECT_EQ(scaled.layers[l].activation, network.layers[l].activation);
  }
}

TEST_P(ScaleWeights, UnderInvertedDropoutComputesWhatUnscaledMasksDo) {
  const Network network = trained();
  RandomStream stream = seeded_stream(Generator::torch, 3);
  const Matrix inputs = random_inputs(6, 4, 4);
  const KeepMasks masks = sample_keep_masks(stream, network, inputs.rows());
  const ForwardPass pass = forward(scale_weights(network), inputs, masks);
  for (Index sample = 0; sample < inputs.rows(); ++sample) {
    const std::vector<Vector> unscaled =
        run_by_hand(network, inputs.row(sample),
                    [&](std::size_t l, Index unit) { return masks[l](sample, unit); });
    for (std::size_t l = 0; l < unscaled.size(); ++l) {
      EXPECT_TRUE(near(pass.layers[l].activation.row(sample), unscaled[l].transpose(), 1e-13));
    }
  }
}

TEST_P(ScaleWeights, WithoutMasksIsThePapersNetworkAtTestTime) {
  const Network network = trained();
  const Matrix inputs = random_inputs(1, 4, 5);
  const std::vector<Vector> test_time = run_by_hand(
      network, inputs.row(0), [&](std::size_t l, Index) { return 1 - mask_p_drop(network, l); });
  EXPECT_TRUE(near(forward(scale_weights(network), inputs).layers.back().activation,
                   test_time.back().transpose(), 1e-13));
}

INSTANTIATE_TEST_SUITE_P(Layers, ScaleWeights, ::testing::Values(1U, 2U, 3U, 4U),
                         ::testing::PrintToStringParamName());

// By listing the subnetworks: the average with weights 2^-n.
TEST(Network, WeighedUniformlyAveragesAllSubnetworksAlike) {
  for (const double p_drop : {0.2, 0.8}) {
    const Network network = random_network({.widths = {2, 3, 4, 2},
                                            .hidden_activation = Activation::tanh,
                                            .output_activation = Activation::sigmoid,
                                            .input_p_drop = 0.35,
                                            .hidden_p_drop = p_drop},
                                           1);
    const Vector input{{1, -0.5}};
    const SubnetworkOutputs all = enumerate_subnetworks(network, input);
    const Vector expected = all.output.colwise().mean();
    EXPECT_TRUE(near(average(weigh_uniformly(network), input).arithmetic_mean, expected, 1e-12));
    EXPECT_FALSE(near(average(network, input).arithmetic_mean, expected, 1e-2));
  }
}

TEST(Network, WeighedUniformlyIsRefusedWhereAWeightBecomesTooLarge) {
  Network network = random_network({.widths = {2, 3, 1}, .hidden_p_drop = 1 - 0x1p-53}, 1);
  network.layers[1].weight(0, 2) = -1e300;
  expect_refused([&] { weigh_uniformly(network); },
                 "layers[1].weight[0][2]: -1e+300 × 4503599627370496 is too large for float64; use "
                 "smaller weights, or another p_drop");
  network.layers[1].weight(0, 2) = -3e292;
  EXPECT_EQ(weigh_uniformly(network).layers[1].weight(0, 2), -3e292 * 0x1p52);
}

TEST(Network, WeighedUniformlyKeepsWhatIsNeverDropped) {
  const Network network = random_network({.widths = {2, 3, 1}, .input_p_drop = 0.2}, 1);
  const Network uniform = weigh_uniformly(network);
  EXPECT_EQ(uniform.input_p_drop, 0.5);
  EXPECT_EQ(uniform.layers[0].p_drop, 0);
  EXPECT_TRUE(same(uniform.layers[1].weight, network.layers[1].weight));
}

}  // namespace
}  // namespace dropout
