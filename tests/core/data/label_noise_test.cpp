#include "dropout/data/label_noise.h"

#include <gtest/gtest.h>

#include <cmath>
#include <tuple>

#include "support.h"

namespace dropout {
namespace {

std::vector<Index> labels_of(Index samples, Index classes) {
  std::vector<Index> labels;
  labels.reserve(static_cast<std::size_t>(samples));
  for (Index s = 0; s < samples; ++s) labels.push_back(s % classes);
  return labels;
}

std::vector<Index> wrong(const std::vector<Index>& labels, Index classes, double fraction) {
  RandomStream stream = seeded_stream(Generator::torch, 2);
  return corrupt_labels(stream, labels, classes, fraction);
}

Index differences(const std::vector<Index>& a, const std::vector<Index>& b) {
  Index count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += a[i] != b[i] ? 1 : 0;
  return count;
}

TEST(LabelNoise, MakesExactlyTheFractionWrong) {
  for (const Index classes : {2, 3, 10}) {
    const std::vector<Index> labels = labels_of(11, classes);
    for (const auto& [fraction, count] :
         {std::pair{0.0, 0}, {0.04, 0}, {0.05, 1}, {0.3, 3}, {0.5, 6}, {1.0, 11}}) {
      EXPECT_EQ(differences(labels, wrong(labels, classes, fraction)), count) << fraction;
    }
  }
}

// Added to 0.5 in float64, the first of these gives 1.
TEST(LabelNoise, RoundsToTheNearestCount) {
  const double below_half = std::nextafter(0.5, 0);
  for (const auto& [samples, fraction, count] : {std::tuple<Index, double, Index>{1, below_half, 0},
                                                 {1, 0.5, 1},
                                                 {2, below_half, 1},
                                                 {3, 0.5, 2},
                                                 {3, below_half, 1},
                                                 {5, 0.2, 1},
                                                 {5, 0.8, 4},
                                                 {5, 1e-300, 0},
                                                 {5, 1 - 0x1p-53, 5},
                                                 {0, below_half, 0}}) {
    const std::vector<Index> labels = labels_of(samples, 2);
    EXPECT_EQ(differences(labels, wrong(labels, 2, fraction)), count) << samples << " " << fraction;
  }
}

TEST(LabelNoise, ChoosesLabelsAndClassesAlike) {
  constexpr int n = 50'000;
  constexpr Index classes = 5;
  const std::vector<Index> labels(n, 2);
  const std::vector<Index> result = wrong(labels, classes, 0.4);
  Vector counts = Vector::Zero(classes);
  double in_first_half = 0;
  for (std::size_t s = 0; s < result.size(); ++s) {
    counts(result[s]) += 1;
    if (s < n / 2 && result[s] != 2) ++in_first_half;
  }
  EXPECT_EQ(counts(2), 30'000);
  // 4.5 standard deviations, of a binomial and of a hypergeometric distribution.
  constexpr double replaced = 0.4 * n;
  for (const Index other : {0, 1, 3, 4}) {
    EXPECT_NEAR(counts(other), replaced / 4, 4.5 * std::sqrt(replaced * 0.25 * 0.75));
  }
  EXPECT_NEAR(in_first_half, replaced / 2, 4.5 * std::sqrt(replaced * 0.25 * 0.6));
}

TEST(LabelNoise, OfNoLabels) { EXPECT_TRUE(wrong({}, 2, 1).empty()); }

TEST(LabelNoise, RefusesWhatIsNone) {
  expect_refused([] { wrong({0, 1, 3}, 3, 0.5); },
                 "labels[2] must be a whole number from 0 to 2, got 3");
  expect_refused([] { wrong({0}, 1, 0.5); },
                 "classes must be a whole number from 2 to 4096, got 1");
  expect_refused([] { wrong({0}, 2, 1.5); }, "fraction must be in [0, 1], got 1.5");
  expect_refused([] { wrong({0}, 2, nan); }, "fraction must be in [0, 1], got NaN");
}

}  // namespace
}  // namespace dropout
