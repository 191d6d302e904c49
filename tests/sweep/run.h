#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "dropout/data/data_sets.h"
#include "dropout/training/training.h"

namespace dropout {

struct Digits {};
struct Wave {};

/// A task as the page sets it: web/src/figures/networks/task.ts.
struct Task {
  std::variant<Digits, PlaneData, Wave> data;
  Index samples;  ///< to train on
  double noise = 0;
  double wrong_labels = 0;
  std::vector<Index> hidden = {128, 128};
  TrainingOptions options = {};
  Index epochs = 40;
  double p_drop = 0;
  double input_p_drop = 0;
};

/// What a trained network does at the end of its run: fractions of samples for classes, losses for
/// the wave.
struct Result {
  double training;
  double test;
  bool diverged;
};

/// With `seed` as that of the data, the initial weights, the batches and the masks.
Result run(const Task& task, std::uint64_t seed);

}  // namespace dropout
