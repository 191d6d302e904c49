#include "dropout/gradients/descent.h"

#include <gtest/gtest.h>

#include "dropout/support/invalid_input.h"
#include "support.h"

namespace dropout {
namespace {

const Network network =
    random_network({.widths = {2, 3, 1}, .input_p_drop = 0.2, .hidden_p_drop = 0.8}, 1);

const Batch batch{.inputs = random_inputs(4, 2, 2),
                  .targets = random_inputs(4, 1, 3),
                  .loss = Loss::mean_squared_error,
                  .keep_masks = {}};

TEST(Descent, SubtractsTheMeanGradientsTimesTheLearningRate) {
  const Gradients found = gradients(network, batch);
  const Network next = descend(network, found, 0.25);
  ASSERT_EQ(next.layers.size(), 2U);
  for (std::size_t l = 0; l < 2; ++l) {
    EXPECT_TRUE(same(next.layers[l].weight,
                     network.layers[l].weight - 0.25 * found.mean_weight_gradients[l]));
    EXPECT_TRUE(
        same(next.layers[l].bias, network.layers[l].bias - 0.25 * found.mean_bias_gradients[l]));
    EXPECT_EQ(next.layers[l].activation, network.layers[l].activation);
    EXPECT_EQ(next.layers[l].p_drop, network.layers[l].p_drop);
  }
  EXPECT_EQ(next.input_p_drop, 0.2);
}

TEST(Descent, AtLearningRate0ChangesNothing) {
  const Network next = descend(network, gradients(network, batch), 0);
  EXPECT_TRUE(same(next.layers[0].weight, network.layers[0].weight));
  EXPECT_TRUE(same(next.layers[1].bias, network.layers[1].bias));
}

TEST(Descent, LowersTheLoss) {
  Network trained = network;
  const auto mean_loss = [&] { return gradients(trained, batch).sample_losses.mean(); };
  const double before = mean_loss();
  for (int step = 0; step < 300; ++step)
    trained = descend(trained, gradients(trained, batch), 0.02);
  EXPECT_LT(mean_loss(), before / 2);
}

TEST(GradientDescent, IsOneStepAfterAnother) {
  Network expected = network;
  Network by_samples = network;
  for (int step = 0; step < 5; ++step) {
    expected = descend(expected, mean_gradients(expected, batch), 0.02);
    by_samples = descend(by_samples, gradients(by_samples, batch), 0.02);
  }
  const Network trained = gradient_descent(network, batch, 0.02, 5);
  for (std::size_t l = 0; l < 2; ++l) {
    EXPECT_TRUE(near(trained.layers[l].weight, by_samples.layers[l].weight, 1e-14));
    EXPECT_TRUE(near(trained.layers[l].bias, by_samples.layers[l].bias, 1e-14));
    EXPECT_TRUE(same(trained.layers[l].weight, expected.layers[l].weight));
    EXPECT_TRUE(same(trained.layers[l].bias, expected.layers[l].bias));
    EXPECT_EQ(trained.layers[l].p_drop, network.layers[l].p_drop);
  }
}

TEST(GradientDescent, KeepsItsMasks) {
  Batch masked = batch;
  masked.keep_masks = {KeepMask::Ones(4, 2), KeepMask::Ones(4, 3)};
  (*masked.keep_masks)[1].col(1).setZero();
  const Network trained = gradient_descent(network, masked, 1e-4, 7);
  EXPECT_TRUE(same(trained.layers[0].weight.row(1), network.layers[0].weight.row(1)));
  EXPECT_TRUE(same(trained.layers[1].weight.col(1), network.layers[1].weight.col(1)));
  EXPECT_FALSE(same(trained.layers[1].weight.col(0), network.layers[1].weight.col(0)));
}

TEST(GradientDescent, WithoutUpdatesChangesNothing) {
  const Network same_network = gradient_descent(network, batch, 0.02, 0);
  EXPECT_TRUE(same(same_network.layers[0].weight, network.layers[0].weight));
  EXPECT_TRUE(same(same_network.layers[1].bias, network.layers[1].bias));
}

TEST(GradientDescent, RefusesWhatIsTooLongOrLeadsAstray) {
  const auto refused = [](double learning_rate, Index updates, const std::string& message) {
    expect_refused([&] { gradient_descent(network, batch, learning_rate, updates); }, message);
  };
  refused(0.1, -1, "updates must be a whole number from 0 to 1000000000, got -1");
  refused(0.1, 20'000'000,
          "updates × samples × weights and biases must be at most 1000000000, got 20000000 × 4 × "
          "13");
  refused(-1, 0, "learning_rate must be finite and at least 0, got -1");
  refused(1e308, 9, "learning_rate must be small enough to leave all weights finite, got 1e+308");
  Batch other = batch;
  other.targets = random_inputs(3, 1, 3);
  EXPECT_THROW(gradient_descent(network, other, 0.1, 0), InvalidInput);
}

TEST(Descent, RefusesLearningRatesThatAreNone) {
  const Gradients found = gradients(network, batch);
  const auto refused = [&](double learning_rate, const std::string& printed) {
    expect_refused([&] { descend(network, found, learning_rate); },
                   "learning_rate must be finite and at least 0, got " + printed);
  };
  refused(-0.5, "-0.5");
  refused(nan, "NaN");
  refused(infinity, "Infinity");
}

TEST(Descent, RefusesStepsThatOverflow) {
  Gradients large = gradients(network, batch);
  large.mean_bias_gradients[1](0) = 10;
  expect_refused([&] { descend(network, large, 1e308); },
                 "learning_rate must be small enough to leave all weights finite, got 1e+308");
}

TEST(Descent, RefusesGradientsOfOtherNetworks) {
  const auto refused = [](const auto& spoil, const std::string& message) {
    Gradients spoilt = gradients(network, batch);
    spoil(spoilt);
    expect_refused([&] { descend(network, spoilt, 1); }, message);
  };
  refused([](Gradients& g) { g.mean_weight_gradients.pop_back(); },
          "gradients.mean_weight_gradients: the number of entries must be 2, got 1");
  refused([](Gradients& g) { g.mean_bias_gradients.emplace_back(); },
          "gradients.mean_bias_gradients: the number of entries must be 2, got 3");
  refused([](Gradients& g) { g.mean_weight_gradients[0] = Matrix::Ones(2, 3); },
          "gradients.mean_weight_gradients[0]: 2 × 3, but layers[0].weight is 3 × 2");
  refused([](Gradients& g) { g.mean_bias_gradients[1] = Vector::Ones(3); },
          "gradients.mean_bias_gradients[1]: 3 numbers, but layers[1].bias has 1");
  refused([](Gradients& g) { g.mean_weight_gradients[1](0, 2) = nan; },
          "gradients.mean_weight_gradients[1][0][2] must be finite, got NaN");
  refused([](Gradients& g) { g.mean_bias_gradients[0](1) = -infinity; },
          "gradients.mean_bias_gradients[0][1] must be finite, got -Infinity");
}

}  // namespace
}  // namespace dropout
