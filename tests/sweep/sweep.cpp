// Trains what the page's examples train, with each of several seeds, and writes a table of how well
// it goes. Run by scripts/sweep.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "run.h"

namespace dropout {
namespace {

constexpr std::uint64_t seeds = 10;

struct Statistics {
  double mean;
  double deviation;
};

Statistics statistics(const Vector& values) {
  const double mean = values.mean();
  const double squares = (values.array() - mean).square().sum();
  return {mean, std::sqrt(squares / static_cast<double>(values.size() - 1))};
}

struct Sweep {
  std::string name;
  Task task;
  std::vector<std::pair<std::string, std::function<void(Task&)>>> variants;
};

// One row; the first variant of a sweep is what the others are compared with.
Vector write_row(const std::string& name, const Task& task, const Vector* compared) {
  Vector training(seeds);
  Vector test(seeds);
  int diverged = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const Result result = run(task, seed);
    training(static_cast<Index>(seed - 1)) = result.training;
    test(static_cast<Index>(seed - 1)) = result.test;
    diverged += result.diverged ? 1 : 0;
  }
  const bool has_classes = !std::holds_alternative<Wave>(task.data);
  const double scale = has_classes ? 100 : 1;
  const int digits = has_classes ? 1 : 3;
  const auto [training_mean, training_deviation] = statistics(training * scale);
  const auto [mean, deviation] = statistics(test * scale);
  std::printf("| %s | %.*f ± %.*f | %.*f ± %.*f | ", name.c_str(), digits, training_mean, digits,
              training_deviation, digits, mean, digits, deviation);
  if (compared != nullptr) {
    std::printf("%d", static_cast<int>((test.array() < compared->array()).count()));
  }
  std::printf(" | %s |\n", diverged > 0 ? std::to_string(diverged).c_str() : "");
  std::fflush(stdout);
  return test;
}

void write(const Sweep& sweep) {
  std::printf("\n## %s\n\n", sweep.name.c_str());
  const bool has_classes = !std::holds_alternative<Wave>(sweep.task.data);
  const char* measure = has_classes ? "error (%)" : "loss";
  std::printf("| | training %s | test %s | better | diverged |\n|---|---|---|---|---|\n", measure,
              measure);
  Vector first;
  for (const auto& [name, change] : sweep.variants) {
    Task task = sweep.task;
    change(task);
    const Vector test = write_row(name, task, first.size() > 0 ? &first : nullptr);
    if (first.size() == 0) first = test;
  }
}

std::string number(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%g", value);
  return buffer;
}

using Variants = decltype(Sweep::variants);

const Variants with_and_without = {
    {"no dropout", [](Task&) {}},
    {"p_drop 0.5", [](Task& task) { task.p_drop = 0.5; }},
    {"p_drop 0.5, inputs 0.2",
     [](Task& task) {
       task.p_drop = 0.5;
       task.input_p_drop = 0.2;
     }},
};

Variants each_learning_rate(double p_drop, std::optional<double> max_norm) {
  Variants variants;
  for (const double learning_rate : {0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0}) {
    variants.emplace_back("learning rate " + number(learning_rate), [=](Task& task) {
      task.p_drop = p_drop;
      task.options.learning_rate = learning_rate;
      task.options.max_norm = max_norm;
    });
  }
  return variants;
}

Variants each_decay(double p_drop, double learning_rate) {
  Variants variants;
  for (const double decay : {1.0, 0.95, 0.9}) {
    variants.emplace_back("times " + number(decay) + " per epoch", [=](Task& task) {
      task.p_drop = p_drop;
      task.options.learning_rate = learning_rate;
      task.options.learning_rate_decay = decay;
    });
  }
  return variants;
}

Variants each_max_norm(double p_drop) {
  Variants variants = {{"none", [=](Task& task) { task.p_drop = p_drop; }}};
  for (const double max_norm : {0.5, 1.0, 2.0, 3.0, 4.0}) {
    variants.emplace_back("max-norm " + number(max_norm), [=](Task& task) {
      task.p_drop = p_drop;
      task.options.max_norm = max_norm;
    });
  }
  return variants;
}

Task digits(Index samples, double wrong_labels, Index epochs) {
  Task task{.data = Digits{}, .samples = samples, .wrong_labels = wrong_labels, .epochs = epochs};
  task.options.learning_rate = 0.05;
  task.options.momentum = 0.9;
  return task;
}

Task plane(PlaneData data, double noise, double wrong_labels) {
  Task task{
      .data = data, .samples = 100, .noise = noise, .wrong_labels = wrong_labels, .epochs = 300};
  task.options.batch_size = 20;
  task.options.learning_rate = 0.05;
  task.options.momentum = 0.9;
  task.options.learning_rate_decay = 0.99;
  return task;
}

Task wave(Index samples, double noise) {
  Task task = plane(PlaneData::moons, noise, 0);
  task.data = Wave{};
  task.samples = samples;
  return task;
}

const std::vector<Sweep> sweeps = {
    {"1,000 digits, 30 % wrong labels, 40 epochs", digits(1000, 0.3, 40), with_and_without},
    {"1,000 digits, 30 % wrong labels, 100 epochs", digits(1000, 0.3, 100), with_and_without},
    {"1,000 digits, right labels, 40 epochs", digits(1000, 0, 40), with_and_without},
    {"300 digits, right labels, 60 epochs", digits(300, 0, 60), with_and_without},
    {"300 digits, 30 % wrong labels, 60 epochs", digits(300, 0.3, 60), with_and_without},
    {"Moons, noise 0.2, 20 % wrong labels", plane(PlaneData::moons, 0.2, 0.2), with_and_without},
    {"Moons, noise 0.2, right labels", plane(PlaneData::moons, 0.2, 0), with_and_without},
    {"Moons, noise 0.3, right labels", plane(PlaneData::moons, 0.3, 0), with_and_without},
    {"Circles, noise 0.2, 20 % wrong labels", plane(PlaneData::circles, 0.2, 0.2),
     with_and_without},
    {"Xor, noise 0.1, 20 % wrong labels", plane(PlaneData::xor_, 0.1, 0.2), with_and_without},
    {"Spirals, noise 0.05, right labels", plane(PlaneData::spirals, 0.05, 0), with_and_without},
    {"Wave, 20 samples, noise 0.3", wave(20, 0.3), with_and_without},
    {"Wave, 50 samples, noise 0.3", wave(50, 0.3), with_and_without},
    {"Learning rate, p_drop 0.5: 1,000 digits, right labels, 40 epochs", digits(1000, 0, 40),
     each_learning_rate(0.5, {})},
    {"Learning rate, p_drop 0.5, max-norm 2: 1,000 digits, right labels, 40 epochs",
     digits(1000, 0, 40), each_learning_rate(0.5, 2)},
    {"Learning rate, no dropout: 1,000 digits, right labels, 40 epochs", digits(1000, 0, 40),
     each_learning_rate(0, {})},
    {"Learning rate 0.1 with decay, p_drop 0.5: 1,000 digits, right labels, 40 epochs",
     digits(1000, 0, 40), each_decay(0.5, 0.1)},
    {"Learning rate 0.1 with decay, no dropout: 1,000 digits, right labels, 40 epochs",
     digits(1000, 0, 40), each_decay(0, 0.1)},
    {"Max-norm, no dropout: 1,000 digits, 30 % wrong labels, 40 epochs", digits(1000, 0.3, 40),
     each_max_norm(0)},
    {"Max-norm, p_drop 0.5: 1,000 digits, 30 % wrong labels, 40 epochs", digits(1000, 0.3, 40),
     each_max_norm(0.5)},
};

}  // namespace
}  // namespace dropout

int main() {
  std::printf(
      "# What dropout does, with ten seeds each\n\n"
      "Made by `scripts/sweep`. Mean ± standard deviation at the end of training over the seeds 1 "
      "to 10, which\nchoose data, weights, batches and masks, of networks with two hidden layers "
      "of 128 relu units, momentum\n0.9 and learning rate 0.05. Digits: batches of 32, tested on "
      "the digits left. Others: 100 samples unless said\notherwise, batches of 20, learning rate "
      "decay 0.99, 300 epochs, tested on 1,000 samples. Test labels are\nright. “Better” counts "
      "the seeds with a lower test error than the first row; “diverged” those that\nstopped, which "
      "count as they were then.\n");
  for (const dropout::Sweep& sweep : dropout::sweeps) dropout::write(sweep);
}
