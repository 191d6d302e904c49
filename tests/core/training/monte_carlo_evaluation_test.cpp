#include "dropout/training/monte_carlo_evaluation.h"

#include <gtest/gtest.h>

#include <cmath>

#include "dropout/averaging/monte_carlo.h"
#include "dropout/training/evaluation.h"
#include "support.h"
#include "support/running_means.h"

namespace dropout {
namespace {

Network network_with(Index outputs, Activation activation, double p_drop) {
  return random_network({.widths = {4, 9, outputs},
                         .output_activation = activation,
                         .input_p_drop = p_drop,
                         .hidden_p_drop = p_drop},
                        1);
}

Batch batch_for(const Network& network, Loss loss) {
  const Matrix inputs = random_inputs(30, 4, 2);
  const Matrix outputs = forward(network, inputs).layers.back().activation;
  Batch batch{inputs, Matrix::Zero(30, outputs.cols()), loss, {}};
  for (Index s = 0; s < 30; ++s) {
    // Right for two of three, wrong for the others.
    const Index predicted = class_of(loss, outputs.row(s));
    const Index target = s % 3 == 0 ? 1 - std::min<Index>(predicted, 1) : predicted;
    if (loss == Loss::cross_entropy) {
      batch.targets(s, target) = 1;
    } else {
      batch.targets(s, 0) = static_cast<double>(target);
    }
  }
  return batch;
}

TEST(MonteCarloEvaluation, IsTheErrorOfRunningMeans) {
  for (const double p_drop : {0.2, 0.8}) {
    for (const Loss loss : {Loss::cross_entropy, Loss::binary_cross_entropy}) {
      const bool is_softmax = loss == Loss::cross_entropy;
      const Network network = network_with(
          is_softmax ? 3 : 1, is_softmax ? Activation::softmax : Activation::sigmoid, p_drop);
      const Batch batch = batch_for(network, loss);
      RandomStream stream = seeded_stream(Generator::torch, 5);
      RandomStream again = stream;
      const Vector found = monte_carlo_errors(stream, network, batch, 12);

      Vector expected = Vector::Zero(12);
      for (Index s = 0; s < 30; ++s) {
        const Vector input = batch.inputs.row(s);
        const Matrix means = running_means(sample_subnetworks(again, network, input, 12).output);
        for (Index k = 0; k < 12; ++k) {
          const bool is_wrong =
              class_of(loss, means.row(k)) != class_of(loss, batch.targets.row(s));
          expected(k) += is_wrong ? 1.0 / 30 : 0;
        }
      }
      EXPECT_TRUE(near(found, expected, 1e-12));
      EXPECT_EQ(stream.engine, again.engine);
      EXPECT_GT(found.maxCoeff(), 0);
    }
  }
}

TEST(MonteCarloEvaluation, WithoutDropoutIsTheFullNetwork) {
  const Network network = network_with(3, Activation::softmax, 0);
  const Batch batch = batch_for(network, Loss::cross_entropy);
  RandomStream stream = seeded_stream(Generator::torch, 5);
  const Vector found = monte_carlo_errors(stream, network, batch, 3);
  EXPECT_TRUE(near(found, Vector::Constant(3, 1.0 / 3), 1e-15));
}

TEST(MonteCarloEvaluation, HasMeanAndDeviationOfTheRuns) {
  const Network network = network_with(3, Activation::softmax, 0.5);
  const Batch batch = batch_for(network, Loss::cross_entropy);
  const MonteCarloEvaluation found =
      monte_carlo_evaluation(network, batch, Matrix{{0, 0.5}, {0.2, 0.5}, {0.4, 0.2}});
  EXPECT_TRUE(near(found.mean_error, Vector{{0.2, 0.4}}, 1e-15));
  EXPECT_TRUE(near(found.error_deviation, Vector{{0.2, std::sqrt(0.03)}}, 1e-15));
  EXPECT_NEAR(found.full_network_error, 1.0 / 3, 1e-15);
  const MonteCarloEvaluation single = monte_carlo_evaluation(network, batch, Matrix{{0.1}});
  EXPECT_TRUE(std::isnan(single.error_deviation(0)));
}

TEST(MonteCarloEvaluation, RefusesWhatHasNoClasses) {
  const Network network = network_with(1, Activation::identity, 0.5);
  const Batch batch{random_inputs(2, 4, 1), Matrix::Zero(2, 1), Loss::mean_squared_error, {}};
  RandomStream stream = seeded_stream(Generator::torch, 5);
  expect_refused([&] { monte_carlo_errors(stream, network, batch, 3); },
                 "loss must be one with classes, \"cross_entropy\" or \"binary_cross_entropy\" of "
                 "one output, got \"mean_squared_error\"");
}

TEST(MonteCarloEvaluation, RefusesCountsAndMasks) {
  const Network network = network_with(3, Activation::softmax, 0.5);
  Batch batch = batch_for(network, Loss::cross_entropy);
  RandomStream stream = seeded_stream(Generator::torch, 5);
  expect_refused([&] { monte_carlo_errors(stream, network, batch, 0); },
                 "subnetworks must be a whole number from 1 to 1000000, got 0");
  expect_refused([&] { monte_carlo_evaluation(network, batch, Matrix{{nan}}); },
                 "error[0][0] must be in [0, 1], got NaN");
  expect_refused([&] { monte_carlo_evaluation(network, batch, Matrix{{0.5, -1e-9}}); },
                 "error[0][1] must be in [0, 1], got -1e-09");
  batch.keep_masks = sample_keep_masks(stream, network, 30);
  expect_refused([&] { monte_carlo_errors(stream, network, batch, 3); },
                 "keep_masks must not be given where masks are drawn");
}

TEST(MonteCarloEvaluation, RefusesWhatFloat32DoesNotReach) {
  const Network network = network_with(3, Activation::softmax, 0.5);
  const Batch batch = batch_for(network, Loss::cross_entropy);
  const auto refused = [](const Network& asked, const Batch& on, const std::string& message) {
    RandomStream stream = seeded_stream(Generator::torch, 5);
    expect_refused([&] { monte_carlo_errors(stream, asked, on, 3); }, message);
  };
  const std::string rest =
      ": numbers must be within ±3.4e38, the range of float32, got one of size 1e+39";
  Network large = network;
  large.layers[1].weight(2, 3) = 1e39;
  refused(large, batch, "layers[1].weight" + rest);
  Batch far = batch;
  far.inputs(4, 2) = -1e39;
  refused(network, far, "inputs" + rest);
  large.layers[1].weight(2, 3) = 1;
  for (Layer& layer : large.layers) layer.weight *= 1e30;
  refused(large, batch,
          "network: its outputs are too large for float32; use smaller weights or inputs");
}

}  // namespace
}  // namespace dropout
