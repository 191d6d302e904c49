#include <benchmark/benchmark.h>

#include <vector>

#include "dropout/averaging/averages.h"
#include "dropout/network/initialization.h"

namespace dropout {
namespace {

// The same networks as in works.ts and pytorch.py.
void run(benchmark::State& state, const std::vector<Index>& widths, Activation hidden,
         Activation output, AveragingMethod method) {
  RandomStream stream = seeded_stream(Generator::torch, 1);
  const Network network = initial_network(stream, {widths, hidden, output, 0, 0.5});
  const Vector input = Vector::LinSpaced(widths.front(), 1, 2);
  for (auto _ : state) benchmark::DoNotOptimize(average(network, input, method));
}

BENCHMARK_CAPTURE(run, hidden20, {3, 20, 1}, Activation::relu, Activation::sigmoid,
                  AveragingMethod::enumeration);
BENCHMARK_CAPTURE(run, sigmoid, {2, 10, 10, 1}, Activation::tanh, Activation::sigmoid,
                  AveragingMethod::enumeration);
BENCHMARK_CAPTURE(run, softmax, {2, 10, 10, 3}, Activation::tanh, Activation::softmax,
                  AveragingMethod::enumeration);
BENCHMARK_CAPTURE(run, hidden1000, {3, 1000, 1}, Activation::relu, Activation::sigmoid,
                  AveragingMethod::characteristic_function);

}  // namespace
}  // namespace dropout
