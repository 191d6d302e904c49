#include "dropout/gradients/batch.h"

#include <gtest/gtest.h>

#include "activations.h"
#include "support.h"

namespace dropout {
namespace {

// 2 inputs, 3 hidden units, 2 outputs.
Network network_with(Activation output_activation) {
  return random_network({.widths = {2, 3, 2},
                         .output_activation = output_activation,
                         .input_p_drop = 0.2,
                         .hidden_p_drop = 0.8},
                        1);
}

Batch batch_with(Loss loss) {
  return {.inputs = random_inputs(2, 2, 2),
          .targets = Matrix{{0.25, 0.75}, {1, 0}},
          .loss = loss,
          .keep_masks = {}};
}

TEST(Batch, RunsTheSubnetworksOfItsMasksOrTheFullNetwork) {
  const Network network = network_with(Activation::tanh);
  Batch batch = batch_with(Loss::mean_squared_error);
  EXPECT_TRUE(same(forward(network, batch).layers[1].activation,
                   forward(network, batch.inputs).layers[1].activation));
  RandomStream stream = seeded_stream(Generator::torch, 3);
  batch.keep_masks = sample_keep_masks(stream, network, 2);
  EXPECT_TRUE(same(forward(network, batch).layers[1].activation,
                   forward(network, batch.inputs, *batch.keep_masks).layers[1].activation));
}

TEST(Batch, HasTheLossesOfItsOutputs) {
  const Batch batch = batch_with(Loss::cross_entropy);
  const ForwardPass pass = forward(network_with(Activation::softmax), batch);
  EXPECT_TRUE(
      same(sample_losses(batch, pass), losses(Loss::cross_entropy, pass.layers[1], batch.targets)));
}

TEST(Batch, TakesClassesAsTheProbabilitiesThatTheyAre) {
  const Network network = network_with(Activation::softmax);
  EXPECT_TRUE(same(class_targets(network, {1, 0, 1}), Matrix{{0, 1}, {1, 0}, {0, 1}}));
  EXPECT_TRUE(same(class_targets(network, {}), Matrix(0, 2)));
  expect_refused([&] { class_targets(network, {1, 2}); },
                 "targets[1] must be a whole number from 0 to 1, got 2");
  expect_refused([&] { class_targets(network, {-1}); },
                 "targets[0] must be a whole number from 0 to 1, got -1");
}

TEST(Batch, NeedsAtLeastOneSample) {
  Batch batch = batch_with(Loss::mean_squared_error);
  batch.inputs.resize(0, 2);
  batch.targets.resize(0, 2);
  expect_refused([&] { forward(network_with(Activation::identity), batch); },
                 "inputs: the number of rows must be a whole number from 1 to 1000000, got 0");
}

TEST(Batch, TakesALossThatFitsTheOutputActivation) {
  const auto run = [](Loss loss, Activation activation) {
    forward(network_with(activation), batch_with(loss));
  };
  for (const auto activation : all_activations) {
    EXPECT_NO_THROW(run(Loss::mean_squared_error, activation));
    const std::string but =
        std::string("but layers[1].activation is \"") + std::string(name_of(activation)) + "\"";
    if (activation != Activation::sigmoid) {
      expect_refused(
          [&] { run(Loss::binary_cross_entropy, activation); },
          "loss: \"binary_cross_entropy\" needs the output activation \"sigmoid\", " + but);
    }
    if (activation != Activation::softmax) {
      expect_refused([&] { run(Loss::cross_entropy, activation); },
                     "loss: \"cross_entropy\" needs the output activation \"softmax\", " + but);
    }
  }
}

TEST(Batch, RefusesTargetsThatDoNotFit) {
  const auto refused = [](Loss loss, const Matrix& targets, const std::string& message) {
    Batch batch = batch_with(loss);
    batch.targets = targets;
    const Activation activation =
        loss == Loss::cross_entropy ? Activation::softmax : Activation::sigmoid;
    expect_refused([&] { forward(network_with(activation), batch); }, message);
  };
  refused(Loss::mean_squared_error, Matrix::Ones(3, 2), "targets: 3 rows, but inputs has 2 rows");
  refused(Loss::mean_squared_error, Matrix::Ones(2, 1),
          "targets: 1 number in each sample, but the network has 2 outputs");
  refused(Loss::mean_squared_error, Matrix{{0, 0}, {0, nan}},
          "targets[1][1] must be finite, got NaN");
  refused(Loss::binary_cross_entropy, Matrix{{0, 1}, {-0.5, 1}},
          "targets[1][0] must be in [0, 1], got -0.5");
  refused(Loss::binary_cross_entropy, Matrix{{0, 1.5}, {0, 1}},
          "targets[0][1] must be in [0, 1], got 1.5");
  refused(Loss::cross_entropy, Matrix{{-1, 2}, {0, 1}}, "targets[0][0] must be in [0, 1], got -1");
  refused(Loss::cross_entropy, Matrix{{0, 1}, {0.5, 0.25}},
          "targets[1]: its probabilities must add up to 1, got 0.75");
}

TEST(Batch, TakesProbabilitiesThatAreRoundedToFloat32) {
  const Network network = network_with(Activation::softmax);
  Batch batch = batch_with(Loss::cross_entropy);
  for (const double off : {0.0, 0.99e-5, -0.99e-5}) {
    batch.targets.row(1) << 0.25, 0.75 + off;
    EXPECT_NO_THROW(forward(network, batch)) << off;
  }
  for (const auto& [off, sum] :
       {std::pair{1.01e-5, "1.0000100999999999"}, {-1.01e-5, "0.99998989999999999"}}) {
    batch.targets.row(1) << 0.25, 0.75 + off;
    expect_refused([&] { forward(network, batch); },
                   std::string("targets[1]: its probabilities must add up to 1, got ") + sum);
  }
  // Of many classes, each rounded.
  const Network wide =
      random_network({.widths = {1, 1000}, .output_activation = Activation::softmax}, 1);
  const Vector exact = Vector::LinSpaced(1000, 1, 1000) / 500500;
  const Matrix rounded = exact.cast<float>().cast<double>().transpose();
  EXPECT_NO_THROW(forward(wide, Batch{Matrix{{1}}, rounded, Loss::cross_entropy, {}}));
}

TEST(Batch, RefusesInputsAndMasksThatDoNotFit) {
  const Network network = network_with(Activation::identity);
  Batch batch = batch_with(Loss::mean_squared_error);
  batch.inputs(1, 0) = infinity;
  expect_refused([&] { forward(network, batch); }, "inputs[1][0] must be finite, got Infinity");
  batch = batch_with(Loss::mean_squared_error);
  batch.keep_masks = KeepMasks{KeepMask::Ones(2, 2), KeepMask::Ones(1, 3)};
  expect_refused([&] { forward(network, batch); },
                 "keep_masks[1]: 1 × 3, but samples × units is 2 × 3");
}

TEST(Batch, RefusesLossesThatOverflow) {
  Batch batch = batch_with(Loss::mean_squared_error);
  batch.targets(0, 0) = 1e200;
  const ForwardPass pass = forward(network_with(Activation::identity), batch);
  expect_refused([&] { sample_losses(batch, pass); },
                 "network: the loss is too large for float64; use smaller weights or inputs");
}

}  // namespace
}  // namespace dropout
