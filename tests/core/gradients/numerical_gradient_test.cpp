#include "dropout/gradients/numerical_gradient.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support.h"

namespace dropout {
namespace {

// y = 3 x - 1, whose mean squared error has the gradient 2 (y - t) x by the weight.
const Network line{.input_p_drop = 0, .layers = {{Matrix{{3}}, Vector{{-1}}}}};

const Batch points{.inputs = Matrix{{2}, {-1}},
                   .targets = Matrix{{1}, {0}},
                   .loss = Loss::mean_squared_error,
                   .keep_masks = {}};

const Parameter weight{.layer = 0, .output = 0, .input = 0};
const Parameter bias{.layer = 0, .output = 0, .input = {}};

TEST(NumericalGradient, IsThatOfAParabola) {
  const NumericalGradient by_weight = numerical_gradient(line, points, weight);
  EXPECT_TRUE(near(by_weight.sample, Vector{{16, 8}}, 1e-9));
  EXPECT_NEAR(by_weight.mean, 12, 1e-8);
  const NumericalGradient by_bias = numerical_gradient(line, points, bias);
  EXPECT_TRUE(near(by_bias.sample, Vector{{8, -8}}, 1e-9));
  EXPECT_NEAR(by_bias.mean, 0, 1e-8);
}

TEST(NumericalGradient, IsTheCentralDifferenceOfTheStep) {
  // Of σ at 0, with targets 0: log(1 + e^z) has the odd part z / 2, whatever the step.
  Network logistic{.input_p_drop = 0, .layers = {{Matrix{{0}}, Vector{{0}}, Activation::sigmoid}}};
  Batch batch{.inputs = Matrix{{1}},
              .targets = Matrix{{0}},
              .loss = Loss::binary_cross_entropy,
              .keep_masks = {}};
  for (const double step : {1.0, 0.5, default_step}) {
    EXPECT_NEAR(numerical_gradient(logistic, batch, weight, step).mean, 0.5, 1e-10);
  }
  // And of tanh² at 1.
  logistic.layers[0].activation = Activation::tanh;
  batch.loss = Loss::mean_squared_error;
  logistic.layers[0].weight(0, 0) = 1;
  for (const double step : {1.0, 0.25}) {
    const double expected =
        (std::pow(std::tanh(1 + step), 2) - std::pow(std::tanh(1 - step), 2)) / (2 * step);
    EXPECT_NEAR(numerical_gradient(logistic, batch, weight, step).mean, expected, 1e-15);
  }
}

TEST(NumericalGradient, LosesNothingWhereAStepIsRounded) {
  // 3e8 + 1e-5 is not a float64; the two weights are 5.96e-8 × a whole number apart.
  Network steep = line;
  steep.layers[0].weight(0, 0) = 3e8;
  const Batch origin{.inputs = Matrix{{1e-8}},
                     .targets = Matrix{{0}},
                     .loss = Loss::mean_squared_error,
                     .keep_masks = {}};
  EXPECT_NEAR(numerical_gradient(steep, origin, weight).mean / 4e-8, 1, 1e-3);
}

TEST(NumericalGradient, RunsTheSubnetworksOfTheMasks) {
  const Network network = random_network({.widths = {2, 3, 1}, .hidden_p_drop = 0.8}, 1);
  Batch batch{.inputs = random_inputs(2, 2, 2),
              .targets = Matrix::Zero(2, 1),
              .loss = Loss::mean_squared_error,
              .keep_masks = KeepMasks{KeepMask::Ones(2, 2), KeepMask::Ones(2, 3)}};
  (*batch.keep_masks)[1](0, 0) = 0;
  const Parameter from_dropped{.layer = 1, .output = 0, .input = 0};
  EXPECT_EQ(numerical_gradient(network, batch, from_dropped).sample(0), 0);
  batch.keep_masks.reset();
  const double y = forward(network, batch).layers[1].activation(0, 0);
  const double x = forward(network, batch).layers[0].activation(0, 0);
  EXPECT_NEAR(numerical_gradient(network, batch, from_dropped).sample(0), 2 * y * x, 1e-8);
}

TEST(NumericalGradient, RefusesParametersThatAreNotThere) {
  const Network network = random_network({.widths = {2, 3, 1}}, 1);
  const Batch batch{.inputs = Matrix::Ones(1, 2),
                    .targets = Matrix::Ones(1, 1),
                    .loss = Loss::mean_squared_error,
                    .keep_masks = {}};
  const auto refused = [&](const Parameter& parameter, const std::string& message) {
    expect_refused([&] { numerical_gradient(network, batch, parameter); }, message);
  };
  refused({.layer = 2, .output = 0, .input = 0}, "layer must be a whole number from 0 to 1, got 2");
  refused({.layer = 0, .output = 3, .input = 0},
          "output must be a whole number from 0 to 2, got 3");
  refused({.layer = 0, .output = 2, .input = 2}, "input must be a whole number from 0 to 1, got 2");
  refused({.layer = 0, .output = -1, .input = {}},
          "output must be a whole number from 0 to 2, got -1");
}

TEST(NumericalGradient, RefusesStepsThatAreNone) {
  const auto refused = [](double step, const std::string& problem) {
    expect_refused([&] { numerical_gradient(line, points, weight, step); }, "step must " + problem);
  };
  refused(0, "be finite and above 0, got 0");
  refused(-1e-5, "be finite and above 0, got -1e-05");
  refused(nan, "be finite and above 0, got NaN");
  refused(infinity, "be finite and above 0, got Infinity");
  refused(1e-17, "change the weight 3 and leave it finite, got 1e-17");
  refused(1e308, "change the weight 3 and leave it finite, got 1e+308");
}

TEST(NumericalGradient, RefusesWhatOverflows) {
  Network large = line;
  large.layers[0].weight(0, 0) = 5e153;
  expect_refused([&] { numerical_gradient(large, points, weight, 5e153); },
                 "network: the loss is too large for float64; use smaller weights or inputs");
}

// The losses are (x w)², with slope 2 x² w = 1.2e308: each slope is finite, their sum is not.
TEST(NumericalGradient, RefusesAMeanThatOverflows) {
  Network small = line;
  small.layers[0].weight(0, 0) = 1e-100;
  small.layers[0].bias(0) = 0;
  const Batch large{.inputs = Matrix{{7.75e203}, {7.75e203}},
                    .targets = Matrix::Zero(2, 1),
                    .loss = Loss::mean_squared_error,
                    .keep_masks = {}};
  EXPECT_NO_THROW(numerical_gradient(
      small, {large.inputs.topRows(1), large.targets.topRows(1), large.loss, {}}, weight, 1e-101));
  expect_refused([&] { numerical_gradient(small, large, weight, 1e-101); },
                 "network: the mean gradient is too large for float64; use smaller weights or "
                 "inputs");
}

}  // namespace
}  // namespace dropout
