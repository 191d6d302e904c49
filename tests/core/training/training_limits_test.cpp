// What training takes in float64 is checked as the float32 that it uses.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "dropout/training/training.h"
#include "support.h"
#include "training/checks.h"

namespace dropout {
namespace {

constexpr double largest = std::numeric_limits<float>::max();
constexpr double smallest = std::numeric_limits<float>::min();
const double above_largest = std::nextafter(largest, infinity);
const double below_smallest = std::nextafter(smallest, 0);

TrainingSession session_of(const TrainingOptions& options, const Samples& training,
                           const Samples& test) {
  const Network network = random_network({.widths = {2, 3, 1}, .hidden_p_drop = 0.2}, 1);
  return {network, training, test, options, seeded_stream(Generator::torch, 1)};
}

TrainingOptions squared_error() { return {.loss = Loss::mean_squared_error, .batch_size = 2}; }

Samples samples() { return {random_inputs(4, 2, 2), random_inputs(4, 1, 3)}; }

template <class Change>
TrainingSession changed(const Change& change) {
  TrainingOptions options = squared_error();
  change(options);
  return session_of(options, samples(), samples());
}

template <class Change>
void refused(const Change& change, const std::string& message) {
  expect_refused([&] { changed(change); }, message);
}

using Options = TrainingOptions;

TEST(TrainingLimits, RefuseWhatFloat32MakesInfinite) {
  const std::string too_large = " must be at most 3.4e38, the largest float32, got ";
  refused([](Options& o) { o.learning_rate = 1e39; }, "learning_rate" + too_large + "1e+39");
  refused([](Options& o) { o.weight_decay = 1e300; }, "weight_decay" + too_large + "1e+300");
  refused([](Options& o) { o.weight_decay = above_largest; },
          "weight_decay" + too_large + "3.402823466385289e+38");
  EXPECT_NO_THROW(changed([](Options& o) { o.learning_rate = o.weight_decay = largest; }));
}

TEST(TrainingLimits, RefuseWhatFloat32MakesNothing) {
  const std::string too_small = " must be 0 or at least 1.2e-38, the smallest normal float32, got ";
  refused([](Options& o) { o.learning_rate = 1e-300; }, "learning_rate" + too_small + "1e-300");
  refused([](Options& o) { o.weight_decay = 1e-44; }, "weight_decay" + too_small + "1e-44");
  refused([](Options& o) { o.momentum = below_smallest; },
          "momentum" + too_small + "1.1754943508222874e-38");
  refused([](Options& o) { o.max_norm = 1e-300; },
          "max_norm must be at least 1.2e-38, the smallest normal float32, got 1e-300");
  EXPECT_NO_THROW(
      changed([](Options& o) { o.learning_rate = o.momentum = o.weight_decay = smallest; }));
  EXPECT_NO_THROW(changed([](Options& o) { o.learning_rate = o.momentum = o.weight_decay = 0; }));
  EXPECT_NO_THROW(changed([](Options& o) { o.max_norm = smallest; }));
}

TEST(TrainingLimits, RefuseAMomentumThatFloat32RoundsTo1) {
  const std::string rounded = "momentum must be below 1 when rounded to float32, got ";
  refused([](Options& o) { o.momentum = 1 - 1e-16; }, rounded + "0.99999999999999989");
  // Halfway to float32's largest number below 1.
  refused([](Options& o) { o.momentum = 1 - 0x1p-25; }, rounded + "0.99999997019767761");
  TrainingSession session = changed([](Options& o) { o.momentum = 1 - 0x1p-24; });
  EXPECT_NO_THROW(session.step(10));
}

TEST(TrainingLimits, LetAMaxNormAboveFloat32LimitNothing) {
  TrainingSession limited = changed([](Options& o) { o.max_norm = 1e300; });
  TrainingSession free = changed([](Options&) {});
  limited.step(10);
  free.step(10);
  EXPECT_TRUE(same(limited.network().layers[0].weight, free.network().layers[0].weight));
}

TEST(TrainingLimits, RefuseMoreUpdatesThanASessionCanCount) {
  EXPECT_NO_THROW(check_updates(1'000'000'000, false, 1'000'000'000));
  EXPECT_NO_THROW(check_updates(0, false, 2'000'000'000));
  expect_refused([] { check_updates(2, false, 1'999'999'999); },
                 "updates must be a whole number from 0 to 1, got 2");
}

TEST(TrainingLimits, RefuseTargetsOutsideOfFloat32) {
  Samples far = samples();
  far.targets(3, 0) = -1e39;
  const std::string problem =
      "targets: numbers must be within ±3.4e38, the range of float32, got one of size 1e+39";
  expect_refused([&] { session_of(squared_error(), far, samples()); }, "training." + problem);
  expect_refused([&] { session_of(squared_error(), samples(), far); }, "test." + problem);
}

}  // namespace
}  // namespace dropout
