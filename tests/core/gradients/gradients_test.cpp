#include "dropout/gradients/gradients.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

#include "activations.h"
#include "dropout/gradients/numerical_gradient.h"
#include "golden.h"
#include "gradients/checks.h"
#include "support.h"

namespace dropout {
namespace {

using OutputAndLoss = std::pair<Activation, Loss>;

// Every output with the squared error, and those that a cross-entropy is for.
std::vector<OutputAndLoss> outputs_and_losses() {
  std::vector<OutputAndLoss> all{{Activation::sigmoid, Loss::binary_cross_entropy},
                                 {Activation::softmax, Loss::cross_entropy}};
  for (const Activation output : all_activations) {
    all.emplace_back(output, Loss::mean_squared_error);
  }
  return all;
}

Matrix random_targets(Loss loss, Index samples, Index outputs, std::uint64_t seed) {
  Matrix numbers = random_inputs(samples, outputs, seed);
  if (loss == Loss::mean_squared_error) return numbers;
  return activate(loss == Loss::cross_entropy ? Activation::softmax : Activation::sigmoid, numbers);
}

/// Hidden activation, output activation with loss, p_drop of the inputs and of every hidden layer.
class EachGradient
    : public ::testing::TestWithParam<std::tuple<Activation, OutputAndLoss, double>> {
 protected:
  static constexpr Index samples = 3;

  static Activation hidden_activation() { return std::get<0>(GetParam()); }

  static Network network(const std::vector<Index>& widths, std::uint64_t seed) {
    RandomStream stream = seeded_stream(Generator::torch, seed);
    const double p_drop = std::get<2>(GetParam());
    return initial_network(stream, {.widths = widths,
                                    .hidden_activation = hidden_activation(),
                                    .output_activation = std::get<1>(GetParam()).first,
                                    .input_p_drop = p_drop,
                                    .hidden_p_drop = p_drop});
  }

  static Batch batch(const Network& network, std::uint64_t seed) {
    const Loss loss = std::get<1>(GetParam()).second;
    RandomStream stream = seeded_stream(Generator::torch, seed);
    return {.inputs = random_inputs(samples, network.layers.front().weight.cols(), seed),
            .targets = random_targets(loss, samples, network.layers.back().weight.rows(), seed + 1),
            .loss = loss,
            .keep_masks = sample_keep_masks(stream, network, samples)};
  }
};

// The error of a central difference, step² / 6 times the loss's third derivative, is below 1e-7.
void expect_finite_differences(const Network& network, const Batch& batch) {
  const Gradients exact = gradients(network, batch);
  const auto expect_near = [&](const Parameter& parameter, const auto& of_sample, double of_mean) {
    const NumericalGradient numerical = numerical_gradient(network, batch, parameter);
    for (std::size_t s = 0; s < exact.sample_weight_gradients.size(); ++s) {
      const double expected = numerical.sample(static_cast<Index>(s));
      ASSERT_NEAR(of_sample(s), expected, 1e-7 * std::max(1.0, std::abs(expected)));
    }
    ASSERT_NEAR(of_mean, numerical.mean, 1e-7 * std::max(1.0, std::abs(numerical.mean)));
  };
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    for (Index output = 0; output < network.layers[l].weight.rows(); ++output) {
      SCOPED_TRACE(::testing::Message() << "layer " << l << ", output " << output);
      expect_near(
          {.layer = l, .output = output, .input = {}},
          [&](std::size_t s) { return exact.sample_bias_gradients[s][l](output); },
          exact.mean_bias_gradients[l](output));
      for (Index input = 0; input < network.layers[l].weight.cols(); ++input) {
        expect_near(
            {.layer = l, .output = output, .input = input},
            [&](std::size_t s) { return exact.sample_weight_gradients[s][l](output, input); },
            exact.mean_weight_gradients[l](output, input));
      }
    }
  }
}

TEST_P(EachGradient, IsWhatFiniteDifferencesSay) {
  for (const std::vector<Index>& widths :
       {std::vector<Index>{3, 2}, std::vector<Index>{3, 4, 2}, std::vector<Index>{3, 4, 5, 2}}) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
      SCOPED_TRACE(::testing::Message() << widths.size() - 1 << " layers, seed " << seed);
      const Network net = network(widths, seed);
      Batch masked = batch(net, 10 * seed);
      expect_finite_differences(net, masked);
      masked.keep_masks.reset();
      expect_finite_differences(net, masked);
    }
  }
}

TEST_P(EachGradient, IsExactly0FromAndToDroppedUnits) {
  const Network net = network({3, 4, 5, 2}, 1);
  const Batch masked = batch(net, 10);
  const Gradients found = gradients(net, masked);
  for (std::size_t s = 0; s < static_cast<std::size_t>(samples); ++s) {
    for (std::size_t l = 0; l < net.layers.size(); ++l) {
      const KeepMask mask = (*masked.keep_masks)[l].row(static_cast<Index>(s));
      for (Index unit = 0; unit < mask.size(); ++unit) {
        if (mask(unit) == 1) continue;
        const Matrix from = found.sample_weight_gradients[s][l].col(unit);
        EXPECT_TRUE(same(from, Matrix::Zero(from.rows(), 1)));
        // The pre-activation of a dropped softmax unit still is in the sum of the others.
        if (l == 0 || hidden_activation() == Activation::softmax) continue;
        const Matrix to = found.sample_weight_gradients[s][l - 1].row(unit);
        EXPECT_TRUE(same(to, Matrix::Zero(1, to.cols())));
        EXPECT_TRUE(same(found.sample_bias_gradients[s][l - 1].row(unit), Vector::Zero(1)));
      }
    }
  }
}

TEST_P(EachGradient, OfTheMeanIsTheMeanOverSamples) {
  const Network net = network({3, 4, 5, 2}, 2);
  const Gradients found = gradients(net, batch(net, 20));
  for (std::size_t l = 0; l < net.layers.size(); ++l) {
    const auto mean_of = [&](const auto& sample_gradients) {
      Matrix sum = sample_gradients[0][l];
      for (std::size_t s = 1; s < sample_gradients.size(); ++s) sum += sample_gradients[s][l];
      return Matrix(sum / static_cast<double>(sample_gradients.size()));
    };
    EXPECT_TRUE(
        near(found.mean_weight_gradients[l], mean_of(found.sample_weight_gradients), 1e-15));
    EXPECT_TRUE(near(found.mean_bias_gradients[l], mean_of(found.sample_bias_gradients), 1e-15));
  }
}

// One matrix product for each layer adds the samples up in an order of its own: to rounding of the
// sizes that are added up, of which sums may cancel.
TEST_P(EachGradient, OfTheMeanAloneIsTheMeanOverSamples) {
  const Network net = network({3, 4, 5, 2}, 2);
  const Batch masked = batch(net, 20);
  const Gradients expected = gradients(net, masked);
  const MeanGradients found = mean_gradients(net, masked);
  ASSERT_EQ(found.mean_weight_gradients.size(), net.layers.size());
  ASSERT_EQ(found.mean_bias_gradients.size(), net.layers.size());
  for (std::size_t l = 0; l < net.layers.size(); ++l) {
    const auto rounding = [&](const auto& sample_gradients) {
      Matrix sizes = sample_gradients[0][l].cwiseAbs();
      for (std::size_t s = 1; s < sample_gradients.size(); ++s) {
        sizes += sample_gradients[s][l].cwiseAbs();
      }
      return Matrix(1e-12 / static_cast<double>(sample_gradients.size()) * sizes);
    };
    EXPECT_TRUE(within(found.mean_weight_gradients[l], expected.mean_weight_gradients[l],
                       rounding(expected.sample_weight_gradients)));
    EXPECT_TRUE(within(found.mean_bias_gradients[l], expected.mean_bias_gradients[l],
                       rounding(expected.sample_bias_gradients)));
  }
}

TEST_P(EachGradient, OfASampleIsWhatItIsAlone) {
  const Network net = network({3, 4, 5, 2}, 3);
  const Batch all = batch(net, 30);
  const Gradients together = gradients(net, all);
  for (Index sample = 0; sample < samples; ++sample) {
    KeepMasks masks;
    for (const KeepMask& mask : *all.keep_masks) masks.emplace_back(mask.row(sample));
    const Gradients alone = gradients(net, {.inputs = all.inputs.row(sample),
                                            .targets = all.targets.row(sample),
                                            .loss = all.loss,
                                            .keep_masks = masks});
    const auto s = static_cast<std::size_t>(sample);
    EXPECT_NEAR(alone.sample_losses(0), together.sample_losses(sample), 1e-14);
    for (std::size_t l = 0; l < net.layers.size(); ++l) {
      EXPECT_TRUE(
          near(alone.mean_weight_gradients[l], together.sample_weight_gradients[s][l], 1e-14));
      EXPECT_TRUE(near(alone.mean_bias_gradients[l], together.sample_bias_gradients[s][l], 1e-14));
    }
  }
}

// Such as "relu_softmax_cross_entropy_20".
std::string name_of_case(const ::testing::TestParamInfo<EachGradient::ParamType>& info) {
  const auto& [hidden, output_and_loss, p_drop] = info.param;
  std::string name(name_of(hidden));
  name.append("_").append(name_of(output_and_loss.first));
  name.append("_").append(name_of(output_and_loss.second));
  return name + (p_drop == 0.2 ? "_20" : "_80");
}

INSTANTIATE_TEST_SUITE_P(, EachGradient,
                         ::testing::Combine(::testing::ValuesIn(all_activations),
                                            ::testing::ValuesIn(outputs_and_losses()),
                                            ::testing::Values(0.2, 0.8)),
                         name_of_case);

TEST(Gradients, AreThoseOfTorchsAutograd) {
  for (const Json& example : golden("gradients.json")) {
    SCOPED_TRACE(example.dump());
    const Network network = to_network(example.at("network"));
    const Gradients found = gradients(network, to_batch(network, example));
    const auto expect_near = [](const auto& actual, const Json& expected, const auto& convert) {
      ASSERT_EQ(actual.size(), expected.size());
      for (std::size_t l = 0; l < actual.size(); ++l) {
        EXPECT_TRUE(near(actual[l], convert(expected[l]), 1e-12));
      }
    };
    EXPECT_TRUE(near(found.sample_losses, to_vector(example.at("sample_losses")), 1e-12));
    expect_near(found.mean_weight_gradients, example.at("mean_weight_gradients"), to_matrix);
    expect_near(found.mean_bias_gradients, example.at("mean_bias_gradients"), to_vector);
    const Json& of_weights = example.at("sample_weight_gradients");
    const Json& of_biases = example.at("sample_bias_gradients");
    ASSERT_EQ(found.sample_weight_gradients.size(), of_weights.size());
    ASSERT_EQ(found.sample_bias_gradients.size(), of_biases.size());
    for (std::size_t s = 0; s < of_weights.size(); ++s) {
      expect_near(found.sample_weight_gradients[s], of_weights[s], to_matrix);
      expect_near(found.sample_bias_gradients[s], of_biases[s], to_vector);
    }
  }
}

// A chain of one input, one hidden unit and one output, y = v 1.25 (w 5 x + b) + c.
TEST(Gradients, AreScaledOnceByEveryMaskOnTheWay) {
  const double w = 3;
  const double b = 0.5;
  const double v = -2;
  const double x = 0.25;
  const double t = 1;
  const Network chain{.input_p_drop = 0.8,
                      .layers = {{Matrix{{w}}, Vector{{b}}, Activation::identity, 0.2},
                                 {Matrix{{v}}, Vector{{0.75}}, Activation::identity, 0}}};
  const Gradients found =
      gradients(chain, {.inputs = Matrix{{x}},
                        .targets = Matrix{{t}},
                        .loss = Loss::mean_squared_error,
                        .keep_masks = KeepMasks{KeepMask::Ones(1, 1), KeepMask::Ones(1, 1)}});
  const double hidden = 1.25 * (w * 5 * x + b);
  const double slope = 2 * (v * hidden + 0.75 - t);
  EXPECT_DOUBLE_EQ(found.sample_losses(0), slope * slope / 4);
  EXPECT_DOUBLE_EQ(found.mean_bias_gradients[1](0), slope);
  EXPECT_DOUBLE_EQ(found.mean_weight_gradients[1](0, 0), slope * hidden);
  EXPECT_DOUBLE_EQ(found.mean_bias_gradients[0](0), slope * v * 1.25);
  EXPECT_DOUBLE_EQ(found.mean_weight_gradients[0](0, 0), slope * v * 1.25 * 5 * x);
}

TEST(Gradients, WithoutMasksAreThoseOfTheFullNetwork) {
  Network network = random_network(
      {.widths = {3, 4, 2}, .hidden_activation = Activation::tanh, .hidden_p_drop = 0.8}, 1);
  Batch batch{.inputs = random_inputs(3, 3, 2),
              .targets = random_inputs(3, 2, 3),
              .loss = Loss::mean_squared_error,
              .keep_masks = {}};
  const Gradients full = gradients(network, batch);
  network.layers[0].p_drop = 0;
  batch.keep_masks = KeepMasks{KeepMask::Ones(3, 3), KeepMask::Ones(3, 4)};
  const Gradients kept = gradients(network, batch);
  for (std::size_t l = 0; l < 2; ++l) {
    EXPECT_TRUE(same(full.mean_weight_gradients[l], kept.mean_weight_gradients[l]));
    EXPECT_TRUE(same(full.mean_bias_gradients[l], kept.mean_bias_gradients[l]));
  }
}

TEST(Gradients, StayFiniteWhereActivationsSaturate) {
  for (const auto& [output, loss] : {OutputAndLoss{Activation::sigmoid, Loss::binary_cross_entropy},
                                     OutputAndLoss{Activation::softmax, Loss::cross_entropy}}) {
    for (const auto hidden : all_activations) {
      const Network network{.input_p_drop = 0.5,
                            .layers = {{Matrix{{5e3, 0}, {0, 5e3}}, Vector{{0, 0}}, hidden, 0.5},
                                       {Matrix{{5e3, -5e3}, {-5e3, 5e3}}, Vector{{0, 0}}, output}}};
      const Gradients found =
          gradients(network, {.inputs = Matrix{{1, -1}, {-1, 1}, {0, 1}},
                              .targets = Matrix{{0, 1}, {1, 0}, {0, 1}},
                              .loss = loss,
                              .keep_masks = KeepMasks{KeepMask::Ones(3, 2), KeepMask::Ones(3, 2)}});
      EXPECT_TRUE(found.sample_losses.allFinite());
      // The first sample's outputs are as wrong as can be.
      EXPECT_GT(found.sample_bias_gradients[0][1].cwiseAbs().minCoeff(), 0.49);
    }
  }
}

TEST(Gradients, RefuseMoreValuesThanAllowed) {
  const Network network = random_network({.widths = {99, 10}}, 1);
  const auto batch = [](Index samples) {
    return Batch{.inputs = Matrix::Ones(samples, 99),
                 .targets = Matrix::Ones(samples, 10),
                 .loss = Loss::mean_squared_error,
                 .keep_masks = {}};
  };
  EXPECT_NO_THROW(check_gradient_size(network, 20'000));
  expect_refused([&] { gradients(network, batch(20'001)); },
                 "inputs: samples × weights and biases must be at most 20000000, got 20001 × 1000");
}

TEST(Gradients, RefuseABatchWithoutSamples) {
  const Batch none{.inputs = Matrix(0, 3),
                   .targets = Matrix(0, 2),
                   .loss = Loss::mean_squared_error,
                   .keep_masks = {}};
  expect_refused([&] { gradients(random_network({.widths = {3, 2}}, 1), none); },
                 "inputs: the number of rows must be a whole number from 1 to 1000000, got 0");
}

TEST(Gradients, RefuseWhatOverflows) {
  const Network network{.input_p_drop = 0,
                        .layers = {{Matrix{{0}}, Vector{{0}}, Activation::identity, 0},
                                   {Matrix{{1e300}}, Vector{{1e100}}, Activation::identity, 0}}};
  expect_refused(
      [&] {
        gradients(network, {.inputs = Matrix{{1}},
                            .targets = Matrix{{0}},
                            .loss = Loss::mean_squared_error,
                            .keep_masks = {}});
      },
      "network: a gradient is too large for float64; use smaller weights or inputs");
}

}  // namespace
}  // namespace dropout
