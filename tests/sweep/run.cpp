#include "run.h"

#include <fstream>
#include <iterator>

#include "dropout/data/digits.h"
#include "dropout/data/label_noise.h"
#include "dropout/gradients/batch.h"
#include "dropout/network/initialization.h"
#include "dropout/random/permutation.h"

namespace dropout {
namespace {

constexpr Generator generator = Generator::torch;
constexpr Index generated_test_samples = 1000;

const ClassSamples& digits() {
  static const ClassSamples all = [] {
    std::ifstream file(DIGITS_FILE, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
    return unpack_digits(std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
  }();
  return all;
}

ClassSamples shuffled(const ClassSamples& samples, std::uint64_t seed) {
  RandomStream stream = seeded_stream(generator, seed);
  ClassSamples result;
  const std::vector<Index> order = permutation(stream, samples.inputs.rows());
  result.inputs = samples.inputs(order, Eigen::indexing::all);
  for (const Index sample : order) {
    result.classes.push_back(samples.classes[static_cast<std::size_t>(sample)]);
  }
  return result;
}

ClassSamples class_samples(const Task& task, std::uint64_t seed) {
  if (std::holds_alternative<Digits>(task.data)) return shuffled(digits(), seed);
  RandomStream stream = seeded_stream(generator, seed);
  return plane_data(stream, std::get<PlaneData>(task.data), task.samples + generated_test_samples,
                    task.noise);
}

struct Divided {
  Samples training;
  Samples test;
};

Divided divided(const Matrix& inputs, const Matrix& training_targets, const Matrix& targets) {
  const Index samples = training_targets.rows();
  const Index left = inputs.rows() - samples;
  return {{inputs.topRows(samples), training_targets},
          {inputs.bottomRows(left), targets.bottomRows(left)}};
}

Network network_for(const Task& task, Index inputs, Index outputs, std::uint64_t seed) {
  NetworkShape shape{
      {inputs}, Activation::relu, Activation::softmax, task.input_p_drop, task.p_drop};
  if (std::holds_alternative<Wave>(task.data)) shape.output_activation = Activation::identity;
  shape.widths.insert(shape.widths.end(), task.hidden.begin(), task.hidden.end());
  shape.widths.push_back(outputs);
  RandomStream stream = seeded_stream(generator, seed);
  return initial_network(stream, shape);
}

Result trained(const Task& task, const Network& network, Divided data, std::uint64_t seed) {
  TrainingSession session(network, std::move(data.training), std::move(data.test), task.options,
                          seeded_stream(generator, seed));
  session.step(task.epochs * session.state().updates_per_epoch);
  const TrainingState state = session.state();
  const auto measure = [](const Evaluation& evaluation) {
    return evaluation.classification ? evaluation.classification->error : evaluation.loss;
  };
  return {measure(state.training), measure(state.test), state.diverged};
}

}  // namespace

Result run(const Task& task, std::uint64_t seed) {
  if (std::holds_alternative<Wave>(task.data)) {
    RandomStream stream = seeded_stream(generator, seed);
    const Samples all = wave_data(stream, task.samples + generated_test_samples, task.noise);
    Task regression = task;
    regression.options.loss = Loss::mean_squared_error;
    return trained(regression, network_for(task, 1, 1, seed),
                   divided(all.inputs, all.targets.topRows(task.samples), all.targets), seed);
  }
  const ClassSamples all = class_samples(task, seed);
  const Index classes = std::holds_alternative<Digits>(task.data) ? 10 : 2;
  const Network network = network_for(task, all.inputs.cols(), classes, seed);
  const std::vector<Index> right(all.classes.begin(), all.classes.begin() + task.samples);
  RandomStream stream = seeded_stream(generator, seed);
  const std::vector<Index> labels = corrupt_labels(stream, right, classes, task.wrong_labels);
  return trained(
      task, network,
      divided(all.inputs, class_targets(network, labels), class_targets(network, all.classes)),
      seed);
}

}  // namespace dropout
