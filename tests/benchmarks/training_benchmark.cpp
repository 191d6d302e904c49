#include <benchmark/benchmark.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <vector>

#include "dropout/data/digits.h"
#include "dropout/gradients/batch.h"
#include "dropout/network/initialization.h"
#include "dropout/training/training.h"

namespace dropout {
namespace {

constexpr Index training_digits = 1437;
constexpr Index epoch = 45;  // updates of batches of 32

ClassSamples digits() {
  std::ifstream file(DIGITS_FILE, std::ios::binary);
  const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
  return unpack_digits(std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
}

// The same training as in training.ts and pytorch_training.py.
void epoch_of_digits(benchmark::State& state, double p_drop) {
  RandomStream stream = seeded_stream(Generator::torch, 1);
  const Network network = initial_network(
      stream, {{64, 128, 128, 10}, Activation::relu, Activation::softmax, 0, p_drop});
  const ClassSamples all = digits();
  const Matrix targets = class_targets(network, all.classes);
  const Index left = all.inputs.rows() - training_digits;
  TrainingOptions options;
  options.learning_rate = 0.05;
  options.momentum = 0.9;
  TrainingSession session(network,
                          {all.inputs.topRows(training_digits), targets.topRows(training_digits)},
                          {all.inputs.bottomRows(left), targets.bottomRows(left)}, options, stream);
  for (auto _ : state) session.step(epoch);
}

BENCHMARK_CAPTURE(epoch_of_digits, without_dropout, 0.0)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch_of_digits, half_dropped, 0.5)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dropout
