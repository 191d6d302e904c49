// Networks, data sets and options of training from outside, and what is done with trained networks:
// every function that takes them either refuses them or gives what it promises.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "dropout/averaging/output_spread.h"
#include "dropout/data/digits.h"
#include "dropout/support/limits.h"
#include "dropout/training/activation_histogram.h"
#include "dropout/training/evaluation.h"
#include "dropout/training/monte_carlo_evaluation.h"
#include "dropout/training/training.h"
#include "foreign.h"

namespace dropout {
namespace {

// What is allowed, but would keep the fuzzer from trying other things.
constexpr Index most_repeats = 8;

bool is_slow(Index count, Index limit) { return count > most_repeats && count <= limit; }

TrainingOptions training_options(Foreign& foreign, Loss loss) {
  TrainingOptions options;
  options.loss = loss;
  options.batch_size = foreign.once_in(8) ? foreign.size(max_samples) : 1 + foreign.one_of(3);
  // Moderate numbers go below 0.
  options.learning_rate = std::abs(foreign.number());
  options.momentum = foreign.p_drop();
  options.learning_rate_decay = foreign.once_in(4) ? foreign.number() : 1 - foreign.p_drop();
  options.weight_decay = foreign.once_in(4) ? foreign.number() : foreign.p_drop();
  if (foreign.once_in(3)) options.max_norm = std::abs(foreign.number());
  return options;
}

bool is_same(const Network& a, const Network& b) {
  for (std::size_t l = 0; l < a.layers.size(); ++l) {
    if (a.layers[l].weight != b.layers[l].weight || a.layers[l].bias != b.layers[l].bias) {
      return false;
    }
  }
  return true;
}

void require_valid(const TrainingBatch& batch, const TrainingOptions& options,
                   const Samples& training) {
  const auto size = static_cast<Index>(batch.samples.size());
  require(size >= 1 && size <= options.batch_size, "a batch has a size that is allowed");
  std::vector<Index> samples = batch.samples;
  std::sort(samples.begin(), samples.end());
  require(std::adjacent_find(samples.begin(), samples.end()) == samples.end(),
          "a batch has each sample once");
  require(samples.front() >= 0 && samples.back() < training.inputs.rows(),
          "batches are made of training samples");
  for (const KeepMask& mask : batch.keep_masks) {
    require(mask.rows() == size && mask.maxCoeff() <= 1, "each sample has masks of 0 and 1");
  }
}

void require_valid(const Evaluation& evaluation, Index samples) {
  // Infinite or NaN after divergence, and on test samples that are too far away.
  require(!(evaluation.loss < 0), "a loss is not negative");
  if (!evaluation.classification) return;
  const auto& [error, confusion] = *evaluation.classification;
  require(error >= 0 && error <= 1, "an error is a fraction");
  require(confusion.sum() == static_cast<double>(samples), "every sample is put into a class");
}

void require_limited(const Network& network, double max_norm) {
  for (std::size_t l = 0; l + 1 < network.layers.size(); ++l) {
    const Vector norms = network.layers[l].weight.rowwise().norm();
    require((norms.array() <= max_norm * (1 + 1e-6) + 1e-40).all(), "no norm is above the limit");
  }
}

void sessions(Foreign& foreign, const Network& network, const Samples& training, Loss loss) {
  const Samples test = foreign.once_in(4) ? foreign.samples(network) : training;
  const TrainingOptions options = training_options(foreign, loss);
  const Index updates = foreign.size(max_updates);
  TrainingSession session(network, training, test, options, foreign.stream());
  require_valid(session.next_batch(), options, training);
  if (is_slow(updates, max_updates)) return;
  TrainingSession one_by_one = session;
  session.step(updates);
  for (Index i = 0; i < updates && !one_by_one.state().diverged; ++i) one_by_one.step(1);
  require(is_same(session.network(), one_by_one.network()), "steps can be divided");

  const TrainingState state = session.state();
  require_valid(state.training, training.inputs.rows());
  require_valid(state.test, test.inputs.rows());
  require(state.updates == updates || (state.diverged && state.updates < updates),
          "all updates are made, but for divergence");
  const Index epochs = state.updates / state.updates_per_epoch;
  const double learning_rate =
      options.learning_rate * std::pow(options.learning_rate_decay, static_cast<double>(epochs));
  require(std::abs(state.learning_rate - learning_rate) <= 1e-9 * learning_rate + 1e-300,
          "the learning rate decays once in each epoch");
  require(state.batch_loss.has_value() == (updates > 0), "batches have a loss");
  require(state.diverged || !state.batch_loss || std::isfinite(*state.batch_loss),
          "a loss is finite unless training diverges");
  require_valid(session.next_batch(), options, training);
  const Network trained = session.network();
  require_finite(trained);
  if (state.updates > 0 && options.max_norm && foreign.is_moderate()) {
    require_limited(trained, *options.max_norm);
  }
}

void evaluations(Foreign& foreign, const Network& network, const Batch& batch, bool is_moderate) {
  const Index subnetworks = foreign.size(max_samples);
  const Index bins = foreign.size(max_bins);
  const auto layer = static_cast<std::size_t>(foreign.size(2));
  RandomStream stream = foreign.stream();
  attempt([&] {
    const Evaluation result = evaluate(network, batch);
    require(std::isfinite(result.loss), "a loss is finite");
    require_valid(result, batch.inputs.rows());
  });
  attempt([&] {
    const ActivationHistogram result = activation_histogram(network, batch.inputs, layer, bins);
    require(std::isfinite(result.mean), "the mean activation is finite");
    require(result.zeros >= 0 && result.zeros <= 1, "zeros are a fraction");
    for (const auto& [edges, probability] : {result.activations, result.unit_means}) {
      require_finite(edges, "edges");
      require(std::abs(probability.sum() - 1) < 1e-9, "bins hold everything");
    }
  });
  if (is_slow(subnetworks, max_samples)) return;
  attempt([&] {
    const Matrix votes = sampled_votes(stream, network, batch.inputs, subnetworks);
    require((votes.rowwise().sum().array() == static_cast<double>(subnetworks)).all(),
            "every subnetwork votes on every sample");
  });
  attempt([&] {
    const Vector error = monte_carlo_errors(stream, network, batch, subnetworks);
    require((error.array() >= 0 && error.array() <= 1).all(), "errors are fractions");
    const MonteCarloEvaluation result =
        monte_carlo_evaluation(network, batch, error.transpose().replicate(2, 1));
    require((result.error_deviation.array() <= 1e-15).all(), "equal runs do not deviate");
    require((result.mean_error.array() >= 0 && result.mean_error.array() <= 1 + 1e-15).all(),
            "mean errors are fractions");
    require(result.full_network_error >= 0 && result.full_network_error <= 1,
            "errors are fractions");
    if (is_moderate && droppable_units(network) == 0) {
      require((error.array() == result.full_network_error).all(),
              "where all is kept, nothing differs");
    }
  });
}

void spreads(Foreign& foreign) {
  const Matrix outputs = foreign.matrix(foreign.one_of(6), foreign.one_of(4));
  attempt([&] {
    const OutputSpread spread = output_spread(outputs);
    require_finite(spread.mean, "means");
    require_finite(spread.low, "low quantiles");
    require_finite(spread.high, "high quantiles");
    require((spread.low.array() <= spread.high.array()).all(), "quantiles ascend");
    require(spread.votes.sum() == static_cast<double>(outputs.rows()), "every network votes");
  });
}

// Of another way to pack than unpack_digits has to unpack.
void digits(Foreign& foreign) {
  std::vector<std::uint8_t> packed;
  Matrix pixels(foreign.one_of(3), 64);
  std::vector<Index> labels;
  bool is_valid = true;
  for (Index digit = 0; digit < pixels.rows(); ++digit) {
    std::vector<bool> bits;
    for (Index i = 0; i < pixels.cols(); ++i) {
      const int value = foreign.once_in(200) ? foreign.one_of(32) : foreign.one_of(17);
      is_valid = is_valid && value <= 16;
      pixels(digit, i) = value / 16.0;
      for (int bit = 0; bit < 5; ++bit) bits.push_back((value >> bit) % 2 == 1);
    }
    for (std::size_t first = 0; first < bits.size(); first += 8) {
      unsigned byte = 0;
      for (std::size_t bit = 8; bit-- > 0;) byte = 2 * byte + (bits[first + bit] ? 1 : 0);
      packed.push_back(static_cast<std::uint8_t>(byte));
    }
    labels.push_back(foreign.once_in(32) ? foreign.one_of(256) : foreign.one_of(10));
    is_valid = is_valid && labels.back() <= 9;
    packed.push_back(static_cast<std::uint8_t>(labels.back()));
  }
  if (foreign.once_in(16)) {
    packed.resize(packed.size() + 1 + static_cast<std::size_t>(foreign.one_of(40)));
    is_valid = false;
  }
  attempt([&] {
    const ClassSamples unpacked = unpack_digits(packed);
    require(is_valid && unpacked.inputs == pixels && unpacked.classes == labels,
            "digits are what was packed");
  });
}

}  // namespace
}  // namespace dropout

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dropout;
  Foreign foreign(data, size);
  const auto loss = static_cast<Loss>(foreign.one_of(3));
  Network network = foreign.network();
  if (!network.layers.empty() && !foreign.once_in(8)) {
    if (loss == Loss::binary_cross_entropy) network.layers.back().activation = Activation::sigmoid;
    if (loss == Loss::cross_entropy) network.layers.back().activation = Activation::softmax;
  }
  const Samples training = foreign.samples(network);
  const bool is_moderate = foreign.is_moderate();
  evaluations(foreign, network, {training.inputs, training.targets, loss, {}}, is_moderate);
  attempt([&] { sessions(foreign, network, training, loss); });
  spreads(foreign);
  digits(foreign);
  return 0;
}
