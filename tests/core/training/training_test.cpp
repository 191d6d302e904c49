#include "dropout/training/training.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "activations.h"
#include "dropout/data/data_sets.h"
#include "dropout/gradients/descent.h"
#include "dropout/gradients/gradients.h"
#include "dropout/gradients/losses.h"
#include "dropout/network/activation.h"
#include "dropout/network/initialization.h"
#include "dropout/random/permutation.h"
#include "golden.h"
#include "support.h"
#include "training/float32_network.h"

namespace dropout {
namespace {

Samples some_samples(const Network& network, Loss loss, Index samples, std::uint64_t seed) {
  const Index outputs = network.layers.back().weight.rows();
  const Matrix inputs = random_inputs(samples, network.layers.front().weight.cols(), seed);
  Matrix targets = random_inputs(samples, outputs, seed + 1);
  if (loss != Loss::mean_squared_error) targets = (targets.array().abs() / 2).matrix();
  if (loss == Loss::cross_entropy) {
    const Vector total = targets.rowwise().sum();
    targets = total.cwiseInverse().asDiagonal() * targets;
  }
  return {inputs, targets};
}

Network classifier(double p_drop) {
  return random_network({.widths = {3, 37, 6, 4},
                         .output_activation = Activation::softmax,
                         .input_p_drop = p_drop / 2,
                         .hidden_p_drop = p_drop},
                        1);
}

TrainingSession session_of(const Network& network, const TrainingOptions& options,
                           std::uint64_t seed = 1) {
  return {network, some_samples(network, options.loss, 10, 2),
          some_samples(network, options.loss, 5, 4), options,
          seeded_stream(Generator::torch, seed)};
}

void expect_same(const Network& a, const Network& b) {
  ASSERT_EQ(a.layers.size(), b.layers.size());
  for (std::size_t l = 0; l < a.layers.size(); ++l) {
    EXPECT_TRUE(same(a.layers[l].weight, b.layers[l].weight));
    EXPECT_TRUE(same(a.layers[l].bias, b.layers[l].bias));
  }
}

// PyTorch's own masks, orders, losses and weights, in float64.
TEST(Training, GoesAsInPyTorch) {
  for (const Json& example : golden("training.json")) {
    Network network;
    const double p_drop = example.at("p_drop");
    network.input_p_drop = p_drop;
    const auto hidden =
        activation_named(example.at("hidden_activation").get<std::string>(), "hidden_activation");
    for (const Json& layer : example.at("network")) {
      network.layers.push_back(
          {to_matrix(layer.at("weight")), to_vector(layer.at("bias")), hidden, p_drop});
    }
    TrainingOptions options;
    options.loss = loss_named(example.at("loss").get<std::string>(), "loss");
    options.batch_size = example.at("batch_size");
    options.learning_rate = example.at("learning_rate");
    options.momentum = example.at("momentum");
    options.learning_rate_decay = example.at("learning_rate_decay");
    options.weight_decay = example.at("weight_decay");
    if (!example.at("max_norm").is_null()) options.max_norm = example.at("max_norm").get<double>();
    Layer& last = network.layers.back();
    last.p_drop = 0;
    last.activation = options.loss == Loss::cross_entropy          ? Activation::softmax
                      : options.loss == Loss::binary_cross_entropy ? Activation::sigmoid
                                                                   : Activation::identity;
    const Json& targets = example.at("targets");
    const Samples samples{to_matrix(example.at("inputs")), targets[0].is_array()
                                                               ? to_matrix(targets)
                                                               : class_targets(network, targets)};
    TrainingSession session(network, samples, samples, options,
                            seeded_stream(Generator::torch, example.at("seed")));
    for (const double loss : example.at("losses")) {
      session.step(1);
      // A hundred roundings of float32, of numbers of size 1.
      EXPECT_NEAR(*session.state().batch_loss, loss, 1e-5) << session.updates();
    }
    const Network trained = session.network();
    for (std::size_t l = 0; l < trained.layers.size(); ++l) {
      EXPECT_TRUE(near(trained.layers[l].weight, to_matrix(example.at("weight")[l]), 1e-5));
      EXPECT_TRUE(near(trained.layers[l].bias, to_vector(example.at("bias")[l]), 1e-5));
    }
  }
}

// Whose gradients finite differences verify.
TEST(Training, TakesTheStepOfGradientsAndDescend) {
  for (const Activation hidden : all_activations) {
    for (const auto& [output, loss] : {std::pair{Activation::softmax, Loss::cross_entropy},
                                       {Activation::sigmoid, Loss::binary_cross_entropy},
                                       {Activation::tanh, Loss::mean_squared_error},
                                       {Activation::softmax, Loss::mean_squared_error}}) {
      for (const double p_drop : {0.2, 0.8}) {
        const Network network = to_float64(to_float32(random_network({.widths = {3, 37, 6, 4},
                                                                      .hidden_activation = hidden,
                                                                      .output_activation = output,
                                                                      .input_p_drop = p_drop / 2,
                                                                      .hidden_p_drop = p_drop},
                                                                     1)));
        TrainingOptions options;
        options.loss = loss;
        options.batch_size = 7;
        TrainingSession session = session_of(network, options);
        const TrainingBatch next = session.next_batch();
        const Samples all = some_samples(network, loss, 10, 2);
        const Batch batch{all.inputs(next.samples, Eigen::indexing::all),
                          all.targets(next.samples, Eigen::indexing::all), loss, next.keep_masks};
        const Gradients found = gradients(network, batch);
        const Network expected = descend(network, found, options.learning_rate);
        session.step(1);
        EXPECT_NEAR(*session.state().batch_loss, found.sample_losses.mean(), 1e-4);
        // Roundings of float32, of gradients of size 100; mistakes would be a thousand times that.
        for (std::size_t l = 0; l < 3; ++l) {
          EXPECT_TRUE(near(session.network().layers[l].weight, expected.layers[l].weight, 2e-4));
          EXPECT_TRUE(near(session.network().layers[l].bias, expected.layers[l].bias, 2e-4));
        }
      }
    }
  }
}

TEST(Training, NextBatchesAreThoseOfPermutationAndMasks) {
  const Network network = classifier(0.8);
  TrainingOptions options;
  options.batch_size = 4;
  TrainingSession session = session_of(network, options, 7);
  RandomStream masks = seeded_stream(Generator::torch, 7);
  RandomStream shuffling = masks;
  for (int epoch = 0; epoch < 3; ++epoch) {
    const std::vector<Index> order = permutation(shuffling, 10);
    for (const auto& [first, last] : {std::pair{0, 4}, {4, 8}, {8, 10}}) {
      const TrainingBatch batch = session.next_batch();
      EXPECT_EQ(batch.samples, std::vector<Index>(order.begin() + first, order.begin() + last));
      const KeepMasks expected = sample_keep_masks(masks, network, last - first);
      for (std::size_t l = 0; l < 3; ++l) EXPECT_TRUE(same(batch.keep_masks[l], expected[l]));
      session.step(1);
    }
  }
}

TEST(Training, OfNetworksWithOtherPDropSeesTheSameBatches) {
  TrainingSession one = session_of(classifier(0.8), {.batch_size = 3});
  TrainingSession other = session_of(classifier(0), {.batch_size = 3});
  for (int i = 0; i < 9; ++i) {
    EXPECT_EQ(one.next_batch().samples, other.next_batch().samples);
    one.step(1);
    other.step(1);
  }
}

TEST(Training, IsTheSameInOneStepOrMany) {
  const TrainingOptions options{.batch_size = 3, .momentum = 0.9, .learning_rate_decay = 0.9};
  TrainingSession one = session_of(classifier(0.5), options);
  TrainingSession many = one;
  one.step(25);
  for (int i = 0; i < 25; ++i) {
    many.step(1);
    many.step(0);
    static_cast<void>(many.state());
    static_cast<void>(many.next_batch());
  }
  EXPECT_EQ(one.updates(), 25);
  expect_same(one.network(), many.network());
  EXPECT_EQ(one.state().batch_loss, many.state().batch_loss);
  TrainingSession another_seed = session_of(classifier(0.5), options, 2);
  another_seed.step(25);
  EXPECT_FALSE(same(another_seed.network().layers[0].weight, one.network().layers[0].weight));
}

// FNV-1a, of the bits of all weights and biases.
std::uint64_t fingerprint(const Network& network) {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&](const auto& values) {
    for (const double value : values.reshaped()) {
      hash = (hash ^ Eigen::numext::bit_cast<std::uint64_t>(value)) * 0x100000001b3;
    }
  };
  for (const Layer& layer : network.layers) {
    add(layer.weight);
    add(layer.bias);
  }
  return hash;
}

// Native, with sanitizers or in WebAssembly: what is trained natively can be shown on the page.
TEST(Training, ComesToTheSameBitsInEveryBuild) {
  for (const auto& [hidden, expected] : {std::pair{Activation::relu, 15663950745217321375ULL},
                                         {Activation::tanh, 14059458403112372639ULL}}) {
    RandomStream stream = seeded_stream(Generator::torch, 1);
    const Network network =
        initial_network(stream, {{2, 37, 20, 2}, hidden, Activation::softmax, 0.2, 0.5});
    const ClassSamples moons = plane_data(stream, PlaneData::moons, 100, 0.2);
    const Samples samples{moons.inputs, class_targets(network, moons.classes)};
    TrainingSession session(network, samples, samples,
                            {.batch_size = 32,
                             .learning_rate = 0.1,
                             .momentum = 0.9,
                             .learning_rate_decay = 0.99,
                             .weight_decay = 0.001,
                             .max_norm = 2},
                            stream);
    session.step(100);
    EXPECT_EQ(fingerprint(session.network()), expected);
  }
}

TEST(Training, CopiesGoOnByThemselves) {
  TrainingSession one = session_of(classifier(0.5), {.batch_size = 3});
  one.step(2);
  const TrainingSession copy = one;
  one.step(5);
  EXPECT_EQ(copy.updates(), 2);
  TrainingSession continued = copy;
  continued.step(5);
  expect_same(continued.network(), one.network());
}

TEST(Training, StateIsThatOfTheNetwork) {
  TrainingSession session = session_of(
      classifier(0.5), {.batch_size = 4, .learning_rate = 0.2, .learning_rate_decay = 0.5});
  EXPECT_FALSE(session.state().batch_loss);
  session.step(7);
  const TrainingState state = session.state();
  EXPECT_EQ(state.updates, 7);
  EXPECT_EQ(state.updates_per_epoch, 3);
  EXPECT_EQ(state.learning_rate, 0.05);
  EXPECT_EQ(session.learning_rate(), 0.05);
  EXPECT_FALSE(state.diverged);
  const Network network = session.network();
  for (const auto& [found, samples] :
       {std::pair{state.training, some_samples(network, Loss::cross_entropy, 10, 2)},
        {state.test, some_samples(network, Loss::cross_entropy, 5, 4)}}) {
    const Evaluation expected =
        evaluate(network, {samples.inputs, samples.targets, Loss::cross_entropy, {}});
    EXPECT_NEAR(found.loss, expected.loss, 1e-5);
    EXPECT_TRUE(
        same(found.classification->confusion_matrix, expected.classification->confusion_matrix));
  }
}

TEST(Training, MaxNormScalesWhatHiddenUnitsReceive) {
  const TrainingOptions free{.batch_size = 10, .learning_rate = 0.3};
  TrainingOptions limited = free;
  limited.max_norm = 3.5;
  TrainingSession one = session_of(classifier(0.2), free);
  TrainingSession other = session_of(classifier(0.2), limited);
  one.step(1);
  other.step(1);
  int scaled = 0;
  int unscaled = 0;
  for (std::size_t l = 0; l < 2; ++l) {
    const Matrix weight = one.network().layers[l].weight;
    Matrix expected = weight;
    for (Index unit = 0; unit < weight.rows(); ++unit) {
      const double norm = weight.row(unit).norm();
      if (norm > 3.5) expected.row(unit) *= 3.5 / norm;
      ++(norm > 3.5 ? scaled : unscaled);
    }
    EXPECT_TRUE(near(other.network().layers[l].weight, expected, 1e-6));
  }
  EXPECT_GT(scaled, 0);
  EXPECT_GT(unscaled, 0);
  // The output units', and all biases, are free.
  EXPECT_TRUE(same(other.network().layers[2].weight, one.network().layers[2].weight));
  EXPECT_TRUE(same(other.network().layers[0].bias, one.network().layers[0].bias));
}

TEST(Training, LearnsMoons) {
  RandomStream stream = seeded_stream(Generator::torch, 1);
  const Network network =
      initial_network(stream, {{2, 32, 2}, Activation::relu, Activation::softmax, 0, 0.2});
  const auto samples = [&] {
    const ClassSamples moons = plane_data(stream, PlaneData::moons, 200, 0.05);
    return Samples{moons.inputs, class_targets(network, moons.classes)};
  };
  const Samples training = samples();
  TrainingSession session(network, training, samples(),
                          {.batch_size = 20, .learning_rate = 0.1, .momentum = 0.9}, stream);
  session.step(1000);
  EXPECT_LE(session.state().training.classification->error, 0.02);
  EXPECT_LE(session.state().test.classification->error, 0.04);
}

void expect_diverged(TrainingSession session, Index most) {
  session.step(most);
  const TrainingState state = session.state();
  EXPECT_TRUE(state.diverged);
  EXPECT_LT(state.updates, most);
  EXPECT_EQ(state.updates, session.updates());
  const Network network = session.network();
  for (const Layer& layer : network.layers) {
    EXPECT_TRUE(layer.weight.allFinite() && layer.bias.allFinite());
  }
  session.step(0);
  expect_same(session.network(), network);
  const std::string count =
      std::to_string(state.updates) + (state.updates == 1 ? " update" : " updates");
  expect_refused([&] { session.step(1); },
                 "updates must be 0, for training has diverged after " + count +
                     "; start anew with a lower learning_rate, or with a max_norm");
}

TEST(Training, StopsWhereItDiverges) {
  const Network line = random_network({.widths = {3, 5, 1}, .hidden_p_drop = 0.5}, 1);
  const TrainingOptions options{.loss = Loss::mean_squared_error, .batch_size = 2};
  TrainingOptions fast = options;
  fast.learning_rate = 50;
  expect_diverged(session_of(line, fast), 1000);
  // Whose first step already leaves float32.
  fast.learning_rate = 3e38;
  expect_diverged(session_of(line, fast), 1000);
}

TEST(Training, RefusesWhatIsNone) {
  const Network network = classifier(0.2);
  const auto refused = [&](const auto& spoil, const std::string& message) {
    TrainingOptions options;
    spoil(options);
    expect_refused([&] { session_of(network, options); }, message);
  };
  using Options = TrainingOptions;
  refused([](Options& o) { o.batch_size = 0; },
          "batch_size must be a whole number from 1 to 1000000, got 0");
  refused([](Options& o) { o.learning_rate = -1; },
          "learning_rate must be finite and at least 0, got -1");
  refused([](Options& o) { o.learning_rate = nan; },
          "learning_rate must be finite and at least 0, got NaN");
  refused([](Options& o) { o.momentum = 1; }, "momentum must be in [0, 1), got 1");
  refused([](Options& o) { o.momentum = nan; }, "momentum must be in [0, 1), got NaN");
  refused([](Options& o) { o.learning_rate_decay = 0; },
          "learning_rate_decay must be in (0, 1], got 0");
  refused([](Options& o) { o.learning_rate_decay = 1.1; },
          "learning_rate_decay must be in (0, 1], got 1.1");
  refused([](Options& o) { o.weight_decay = infinity; },
          "weight_decay must be finite and at least 0, got Infinity");
  refused([](Options& o) { o.max_norm = 0; }, "max_norm must be above 0, got 0");
  refused([](Options& o) { o.max_norm = nan; }, "max_norm must be above 0, got NaN");
  refused([](Options& o) { o.loss = Loss::binary_cross_entropy; },
          "loss: \"binary_cross_entropy\" needs the output activation \"sigmoid\", but "
          "layers[2].activation is \"softmax\"");
  TrainingSession session = session_of(network, {});
  expect_refused([&] { session.step(-1); },
                 "updates must be a whole number from 0 to 1000000000, got -1");
}

TEST(Training, RefusesSamplesThatAreNone) {
  const Network network = classifier(0.2);
  const Samples good = some_samples(network, Loss::cross_entropy, 3, 1);
  const auto refused = [&](const auto& spoil, const std::string& message) {
    Samples bad = good;
    spoil(bad);
    const RandomStream stream = seeded_stream(Generator::torch, 1);
    expect_refused([&] { TrainingSession(network, bad, good, {}, stream); }, "training." + message);
    expect_refused([&] { TrainingSession(network, good, bad, {}, stream); }, "test." + message);
  };
  refused([](Samples& s) { s = {Matrix(0, 3), Matrix(0, 4)}; },
          "inputs: the number of rows must be a whole number from 1 to 1000000, got 0");
  refused([](Samples& s) { s.inputs = Matrix::Zero(3, 2); },
          "inputs: 2 numbers in each sample, but the network has 3 inputs");
  refused([](Samples& s) { s.inputs(1, 2) = nan; }, "inputs[1][2] must be finite, got NaN");
  refused([](Samples& s) { s.inputs(1, 2) = 1e39; },
          "inputs: numbers must be within ±3.4e38, the range of float32, got one of size 1e+39");
  refused([](Samples& s) { s.targets = Matrix::Zero(2, 4); },
          "targets: 2 rows, but inputs has 3 rows");
  refused([](Samples& s) { s.targets.row(2) << 1, 1, 0, 0; },
          "targets[2]: its probabilities must add up to 1, got 2");
}

TEST(Training, RefusesWeightsThatFloat32DoesNotReach) {
  Network network = classifier(0.2);
  network.layers[1].bias(2) = -1e300;
  expect_refused([&] { session_of(network, {}); },
                 "layers[1].bias: numbers must be within ±3.4e38, the range of float32, got one of "
                 "size 1e+300");
}

}  // namespace
}  // namespace dropout
