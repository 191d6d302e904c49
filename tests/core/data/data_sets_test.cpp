#include "dropout/data/data_sets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "data/circle.h"
#include "random/normal_deviate.h"
#include "support.h"

namespace dropout {
namespace {

constexpr auto all_plane_data = {PlaneData::moons, PlaneData::circles, PlaneData::xor_,
                                 PlaneData::spirals};

ClassSamples plane(PlaneData data, Index samples, double noise) {
  RandomStream stream = seeded_stream(Generator::torch, 4);
  return plane_data(stream, data, samples, noise);
}

TEST(Circle, IsThatOfTheStandardFunctions) {
  for (int i = -300; i < 300; ++i) {
    const double t = i / 99.7;
    const auto [x, y] = on_unit_circle(t);
    EXPECT_NEAR(x, std::cos(2 * std::numbers::pi * t), 3e-15) << t;
    EXPECT_NEAR(y, std::sin(2 * std::numbers::pi * t), 3e-15) << t;
  }
  EXPECT_EQ(on_unit_circle(0.25).y, 1);
  EXPECT_EQ(on_unit_circle(-0.5).x, -1);
}

// Of n numbers, each bound is exceeded with a probability below 1e-5 if they are standard normal:
// 4.5 standard deviations of the mean, of the variance, and of a count.
TEST(NormalDeviate, HasTheMomentsAndTails) {
  constexpr int n = 200'000;
  for (const Generator generator : {Generator::torch, Generator::numpy}) {
    RandomStream stream = seeded_stream(generator, 9);
    Vector values(n);
    for (double& value : values) value = normal_deviate(stream);
    EXPECT_NEAR(values.mean(), 0, 4.5 / std::sqrt(n));
    EXPECT_NEAR(values.array().square().mean(), 1, 4.5 * std::sqrt(2.0 / n));
    for (const double limit : {0.5, 1.0, 2.0, 3.0}) {
      const double p = std::erfc(limit / std::numbers::sqrt2) / 2;
      const double above = static_cast<double>((values.array() > limit).count()) / n;
      EXPECT_NEAR(above, p, 4.5 * std::sqrt(p * (1 - p) / n)) << limit;
    }
  }
}

TEST(PlaneData, ClassesTakeTurns) {
  for (const PlaneData data : all_plane_data) {
    const ClassSamples samples = plane(data, 5, 0);
    EXPECT_EQ(samples.classes, (std::vector<Index>{0, 1, 0, 1, 0}));
    EXPECT_EQ(samples.inputs.rows(), 5);
    EXPECT_EQ(samples.inputs.cols(), 2);
    EXPECT_EQ(plane(data, 1, 0).classes, std::vector<Index>{0});
  }
}

TEST(PlaneData, WithoutNoiseLiesWhereItShould) {
  for (const PlaneData data : all_plane_data) {
    const auto [inputs, classes] = plane(data, 400, 0);
    EXPECT_LE(inputs.cwiseAbs().maxCoeff(), 1.5);
    for (Index s = 0; s < inputs.rows(); ++s) {
      const double x = inputs(s, 0);
      const double y = inputs(s, 1);
      const bool is_first = classes[static_cast<std::size_t>(s)] == 0;
      const double radius = std::hypot(x, y);
      switch (data) {
        case PlaneData::moons:
          EXPECT_NEAR(is_first ? std::hypot(x + 0.5, y + 0.25) : std::hypot(x - 0.5, y - 0.25), 1,
                      1e-14);
          EXPECT_TRUE(is_first ? y >= -0.25 : y <= 0.25);
          break;
        case PlaneData::circles:
          EXPECT_NEAR(radius, is_first ? 1 : 0.5, 1e-14);
          break;
        case PlaneData::xor_:
          EXPECT_EQ(x * y >= 0, is_first);
          EXPECT_LE(std::max(std::abs(x), std::abs(y)), 1);
          break;
        case PlaneData::spirals: {
          const double angle = 2.5 * std::numbers::pi * radius;
          const double sign = is_first ? 1 : -1;
          EXPECT_NEAR(x, sign * radius * std::cos(angle), 1e-13);
          EXPECT_NEAR(y, sign * radius * std::sin(angle), 1e-13);
          break;
        }
      }
    }
  }
}

TEST(PlaneData, NoiseMovesThePointsOfTheSameSeed) {
  constexpr Index n = 20'000;
  for (const PlaneData data : all_plane_data) {
    const Matrix still = plane(data, n, 0).inputs;
    const Matrix moved = plane(data, n, 0.3).inputs;
    const Matrix half = plane(data, n, 0.15).inputs;
    EXPECT_TRUE(near(half, (still + moved) / 2, 1e-14));
    const double variance = (moved - still).array().square().mean();
    EXPECT_NEAR(variance, 0.09, 0.09 * 4.5 * std::sqrt(2.0 / (2 * n)));
  }
}

TEST(WaveData, FollowsTheSine) {
  RandomStream stream = seeded_stream(Generator::numpy, 4);
  const auto [inputs, targets] = wave_data(stream, 500, 0);
  for (Index s = 0; s < 500; ++s) {
    EXPECT_NEAR(targets(s, 0), std::sin(1.5 * std::numbers::pi * inputs(s, 0)), 3e-15);
  }
  EXPECT_GE(inputs.minCoeff(), -1);
  EXPECT_LT(inputs.maxCoeff(), 1);
  EXPECT_LT(inputs.minCoeff(), -0.95);
  EXPECT_GT(inputs.maxCoeff(), 0.95);
}

TEST(DataSets, RefuseWhatIsNone) {
  RandomStream stream = seeded_stream(Generator::torch, 1);
  const auto refused = [&](Index samples, double noise, const std::string& message) {
    expect_refused([&] { plane_data(stream, PlaneData::moons, samples, noise); }, message);
    expect_refused([&] { wave_data(stream, samples, noise); }, message);
  };
  refused(0, 0, "samples must be a whole number from 1 to 100000, got 0");
  refused(100'001, 0, "samples must be a whole number from 1 to 100000, got 100001");
  refused(1, -0.1, "noise must be in [0, 10], got -0.1");
  refused(1, 11, "noise must be in [0, 10], got 11");
  refused(1, nan, "noise must be in [0, 10], got NaN");
}

}  // namespace
}  // namespace dropout
