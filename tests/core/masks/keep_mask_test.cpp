#include "dropout/masks/keep_mask.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include "golden.h"
#include "support.h"

namespace dropout {
namespace {

KeepMask sampled(RandomStream& stream, const Json& example, double p_drop) {
  return sample_keep_mask(stream, p_drop, example.at("shape")[0], example.at("shape")[1]);
}

TEST(KeepMask, KeepsTheUnitsThatTorchKeepsAndLeavesItsNextDraw) {
  for (const Json& example : golden("torch_masks.json", "masks")) {
    SCOPED_TRACE(example.dump());
    RandomStream stream = seeded_stream(Generator::torch, example.at("seed"));
    const KeepMask mask = sampled(stream, example, example.at("p_drop"));
    EXPECT_TRUE(same(mask, to_keep_mask(example.at("keep_mask"))));
    EXPECT_EQ(uniform_float64(stream), example.at("next_float64"));
  }
}

// Seeds below 0 and above 2^53 among them.
TEST(KeepMask, KeepsTheUnitsThatTorchKeepsAfterAnySeed) {
  for (const Json& example : golden("torch_masks.json", "any_seeds")) {
    SCOPED_TRACE(example.dump());
    RandomStream stream = seeded_stream(Generator::torch, example.at("seed"));
    const KeepMask mask = sampled(stream, example, example.at("p_drop"));
    EXPECT_TRUE(same(mask, to_keep_mask(example.at("keep_mask"))));
  }
}

TEST(KeepMask, KeepsTheUnitsThatNumpyKeepsAndLeavesItsNextDraw) {
  for (const Json& example : golden("numpy_masks.json", "masks")) {
    SCOPED_TRACE(example.dump());
    RandomStream stream = seeded_stream(Generator::numpy, example.at("seed"));
    const KeepMask mask = sampled(stream, example, example.at("p_drop"));
    EXPECT_TRUE(same(mask, to_keep_mask(example.at("keep_mask"))));
    EXPECT_EQ(uniform_float64(stream), example.at("next_float64"));
  }
}

TEST(KeepMask, KeepsTheUnitsOfNumpysSmallMasks) {
  for (const Json& example : golden("numpy_masks.json")) {
    SCOPED_TRACE(example.dump());
    RandomStream stream = seeded_stream(Generator::numpy, example.at("seed"));
    const double p_keep = example.at("p_keep");
    EXPECT_TRUE(same(sampled(stream, example, 1 - p_keep), to_keep_mask(example.at("keep_mask"))));
  }
}

// Three cases seed MKL's generator with a multiple of its modulus, which it replaces by 1.
TEST(KeepMask, KeepsTheUnitsThatMklKeepsForOneDrawOfTheStream) {
  for (const Json& example : golden("mkl_masks.json")) {
    SCOPED_TRACE(example.dump());
    RandomStream stream = seeded_stream(Generator::torch_intel, example.at("seed"));
    for (int draws = example.at("draws_before"); draws > 0; --draws) stream.engine();
    RandomStream one_draw_later = stream;
    one_draw_later.engine();
    const KeepMask mask = sampled(stream, example, example.at("p_drop"));
    EXPECT_TRUE(same(mask, to_keep_mask(example.at("keep_mask"))));
    EXPECT_EQ(stream.engine, one_draw_later.engine);
  }
}

TEST(KeepMask, MasksOfAForwardPassAreThoseOfTorchsDropoutModules) {
  for (const Json& example : golden("torch_masks.json", "networks")) {
    SCOPED_TRACE(example.dump());
    RandomStream stream = seeded_stream(Generator::torch, example.at("seed"));
    Network network = initial_network(stream, {.widths = example.at("widths")});
    network.input_p_drop = example.at("p_drops")[0];
    for (std::size_t l = 1; l < network.layers.size(); ++l) {
      network.layers[l - 1].p_drop = example.at("p_drops")[l];
    }
    const KeepMasks masks = sample_keep_masks(stream, network, example.at("samples"));
    const KeepMasks expected = to_keep_masks(example.at("keep_masks"));
    ASSERT_EQ(masks.size(), expected.size());
    for (std::size_t l = 0; l < masks.size(); ++l) EXPECT_TRUE(same(masks[l], expected[l]));
  }
}

TEST(KeepMask, WithNothingToDropTorchDrawsNothing) {
  for (const Generator generator : {Generator::torch_intel, Generator::torch}) {
    RandomStream stream = seeded_stream(generator, 3);
    EXPECT_TRUE(same(sample_keep_mask(stream, 0, 2, 3), KeepMask::Ones(2, 3)));
    EXPECT_TRUE(same(sample_keep_mask(stream, 0.2, 0, 3), KeepMask(0, 3)));
    EXPECT_TRUE(same(sample_keep_mask(stream, 0.2, 2, 0), KeepMask(2, 0)));
    EXPECT_EQ(stream.engine, seeded_stream(generator, 3).engine);
  }
}

// In [1/2, 1), 1 - (1 - u) is u, and 2^-53 the distance to the next float64.
constexpr double step = 0x1p-53;

// A stream whose next draw, by `uniform`, is in [1/2, 1), and that draw.
template <class Uniform>
std::pair<RandomStream, double> stream_before_draw_above_half(Generator generator,
                                                              Uniform uniform) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    RandomStream stream = seeded_stream(generator, seed);
    const RandomStream before = stream;
    const double u = uniform(stream);
    if (u >= 0.5) return {before, u};
  }
  throw std::runtime_error("no draw above 1/2");
}

bool keeps_next(RandomStream stream, double p_drop) {
  return sample_keep_mask(stream, p_drop, 1, 1)(0, 0) == 1;
}

TEST(KeepMask, TorchKeepsAUnitWhoseUniformIsBelowPKeepAndDropsItAtPKeep) {
  const auto [stream, u] = stream_before_draw_above_half(Generator::torch, uniform_float64);
  EXPECT_FALSE(keeps_next(stream, 1 - u));
  EXPECT_TRUE(keeps_next(stream, 1 - (u + step)));
}

TEST(KeepMask, MklKeepsAUnitWhoseUniformIsBelowPKeepAndDropsItAtPKeep) {
  const auto [stream, u] =
      stream_before_draw_above_half(Generator::torch_intel, [](RandomStream& drawn_from) {
        constexpr auto modulus = 2'147'483'647;
        return static_cast<double>(drawn_from.engine() % modulus) / modulus;
      });
  EXPECT_FALSE(keeps_next(stream, 1 - u));
  EXPECT_TRUE(keeps_next(stream, 1 - (u + step)));
}

TEST(KeepMask, NumpyKeepsAUnitAtPKeepIfKeepingIsLikelyAndDropsItThereIfNot) {
  const auto [stream, u] = stream_before_draw_above_half(Generator::numpy, uniform_float64);
  EXPECT_TRUE(keeps_next(stream, 1 - u));
  EXPECT_FALSE(keeps_next(stream, 1 - (u - step)));
  EXPECT_FALSE(keeps_next(stream, u));
  EXPECT_TRUE(keeps_next(stream, u - step));
}

// The generators' formulas one draw at a time.
KeepMask drawn_one_by_one(RandomStream& stream, double p_drop, Index samples, Index units) {
  const double p_keep = 1 - p_drop;
  KeepMask mask(samples, units);
  constexpr std::uint64_t modulus = 2'147'483'647;
  std::uint64_t x = stream.generator == Generator::torch_intel ? stream.engine() % modulus : 0;
  for (std::uint8_t& entry : mask.reshaped<Eigen::RowMajor>()) {
    if (stream.generator == Generator::torch_intel) {
      entry = static_cast<double>(x) / static_cast<double>(modulus) < p_keep;
      x = x * 1'132'489'760 % modulus;
    } else {
      const double u = uniform_float64(stream);
      entry = stream.generator == Generator::torch ? u < p_keep
              : p_keep > 0.5                       ? u <= p_keep
                                                   : u > 1 - p_keep;
    }
  }
  return mask;
}

// Large masks are drawn in blocks, and from an odd number of draws on as well.
TEST(KeepMask, OfManyUnitsIsThatOfOneDrawAfterTheOther) {
  for (const Generator generator : {Generator::torch_intel, Generator::torch, Generator::numpy}) {
    for (const double p_drop : {1e-300, 1e-9, 0.2, 0.35, 0.5, 0.65, 0.8, 1 - 1e-9, 1 - step}) {
      for (const int draws_before : {0, 1, 623}) {
        RandomStream stream = seeded_stream(generator, 2014);
        for (int i = 0; i < draws_before; ++i) stream.engine();
        RandomStream same_stream = stream;
        const KeepMask mask = sample_keep_mask(stream, p_drop, 331, 29);
        EXPECT_TRUE(same(mask, drawn_one_by_one(same_stream, p_drop, 331, 29))) << p_drop;
        EXPECT_EQ(stream.engine, same_stream.engine);
      }
    }
  }
}

TEST(KeepMask, WhereALayerHasNoDropoutAPassDrawsNothing) {
  const Network network = random_network({.widths = {3, 4, 1}, .hidden_p_drop = 0.2}, 1);
  for (const Generator generator : {Generator::torch_intel, Generator::torch, Generator::numpy}) {
    RandomStream pass = seeded_stream(generator, 7);
    RandomStream mask = seeded_stream(generator, 7);
    const KeepMasks keep_masks = sample_keep_masks(pass, network, 5);
    EXPECT_TRUE(same(keep_masks[0], KeepMask::Ones(5, 3)));
    EXPECT_TRUE(same(keep_masks[1], sample_keep_mask(mask, 0.2, 5, 4)));
  }
}

TEST(KeepMask, ScalesKeptValuesAndTurnsDroppedOnesIntoZerosOfTheirSign) {
  const Matrix values{{-3, 1, 2}, {0.5, -8, 4}};
  const KeepMask mask{{1, 0, 1}, {0, 0, 1}};
  EXPECT_TRUE(near(apply_keep_mask(values, mask, 0.2), Matrix{{-3.75, 0, 2.5}, {0, 0, 5}}, 1e-15));
  EXPECT_TRUE(near(apply_keep_mask(values, mask, 0.8), Matrix{{-15, 0, 10}, {0, 0, 20}}, 1e-15));
  EXPECT_TRUE(same(apply_keep_mask(values, mask, 0.5), Matrix{{-6, 0, 4}, {0, -0.0, 8}}));
}

TEST(KeepMask, IsRefusedForValuesOfAnotherShape) {
  expect_refused([] { apply_keep_mask(Matrix::Ones(2, 3), KeepMask::Ones(3, 2), 0.2); },
                 "keep_mask: 3 × 2, but samples × units is 2 × 3");
  expect_refused([] { apply_keep_mask(Matrix::Ones(2, 3), KeepMask::Ones(2, 3), 2); },
                 "p_drop must be in [0, 1], got 2");
}

TEST(KeepMask, ChangesNothingIfAllAreKeptAtPDrop0) {
  const Matrix values = random_inputs(3, 4, 1);
  EXPECT_TRUE(same(apply_keep_mask(values, KeepMask::Ones(3, 4), 0), values));
}

using InvertedDropout = EachGeneratorAndPDrop;

// A unit of value x becomes x m / (1 - p) with m = 1 at probability 1 - p: expected value x,
// variance x² p / (1 - p). The mean of N masks has standard deviation |x| sqrt(p / ((1 - p) N)).
// Beyond 4.5 of these lie 7e-6 of a normal distribution.
TEST_P(InvertedDropout, LeavesTheExpectedValueOfEachUnit) {
  constexpr int masks = 100'000;
  const Matrix x{{-1.5, 0.25, 3, -0.01, 100}};
  RandomStream stream = seeded_stream(generator(), 2014);
  Matrix sum = Matrix::Zero(1, x.cols());
  for (int i = 0; i < masks; ++i) {
    sum += apply_keep_mask(x, sample_keep_mask(stream, p_drop(), 1, x.cols()), p_drop());
  }
  const double standard_deviation = std::sqrt(p_drop() / ((1 - p_drop()) * masks));
  for (Index unit = 0; unit < x.cols(); ++unit) {
    EXPECT_NEAR(sum(unit) / masks / x(unit), 1, 4.5 * standard_deviation) << "unit " << unit;
  }
}

INSTANTIATE_TEST_SUITE_P(, InvertedDropout, ::testing::Combine(generators, p_drops),
                         generator_and_percent);

}  // namespace
}  // namespace dropout
