#include "dropout/random/random_stream.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

#include "golden.h"
#include "support.h"

namespace dropout {
namespace {

constexpr auto lowest_seed = std::numeric_limits<std::int64_t>::min();
constexpr auto highest_seed = std::numeric_limits<std::uint64_t>::max();

TEST(RandomStream, DrawsTheUniformsOfTorch) {
  for (const Generator generator : {Generator::torch, Generator::torch_intel}) {
    for (const Json& example : golden("torch_masks.json", "uniforms")) {
      SCOPED_TRACE(example.dump());
      RandomStream stream = seeded_stream(generator, example.at("seed"));
      for (const double expected : example.at("float32")) {
        EXPECT_EQ(uniform_float32(stream), expected);
      }
      for (const double expected : example.at("float64")) {
        EXPECT_EQ(uniform_float64(stream), expected);
      }
    }
  }
}

TEST(RandomStream, DrawsTheUniformsOfNumpy) {
  for (const Json& example : golden("numpy_masks.json", "uniforms")) {
    SCOPED_TRACE(example.dump());
    RandomStream stream = seeded_stream(Generator::numpy, example.at("seed"));
    RandomStream rounded = stream;
    for (const double expected : example.at("float64")) {
      EXPECT_EQ(uniform_float64(stream), expected);
      EXPECT_EQ(uniform_float32(rounded), static_cast<float>(expected));
    }
  }
}

TEST(RandomStream, NumpyRefusesASeedAbove32Bits) {
  EXPECT_NO_THROW(seeded_stream(Generator::numpy, 4'294'967'295));
  expect_refused([] { seeded_stream(Generator::numpy, 4'294'967'296); },
                 "seed must be a whole number from 0 to 4294967295 for NumPy, got 4294967296");
}

TEST(RandomStream, NumpyRefusesASeedBelow0) {
  expect_refused([] { seeded_stream(Generator::numpy, -1); },
                 "seed must be a whole number from 0 to 4294967295 for NumPy, got -1");
  expect_refused([] { seeded_stream(Generator::numpy, lowest_seed); },
                 "seed must be a whole number from 0 to 4294967295 for NumPy, got "
                 "-9223372036854775808");
}

TEST(RandomStream, TorchTakesTheLowest32BitsOfTheSeed) {
  for (const Generator generator : {Generator::torch, Generator::torch_intel}) {
    const auto engine = [=](Seed seed) { return seeded_stream(generator, seed).engine; };
    EXPECT_EQ(engine(-1), engine(4'294'967'295));
    EXPECT_EQ(engine(highest_seed), engine(4'294'967'295));
    EXPECT_EQ(engine(lowest_seed), engine(0));
    EXPECT_EQ(engine(lowest_seed + 7), engine(7));
    EXPECT_EQ(engine((1ULL << 32) + 5), engine(5));
    EXPECT_EQ(engine((1ULL << 52) + 12), engine(12));
    EXPECT_FALSE(engine(-1) == engine(1));
  }
}

TEST(RandomStream, ACopyContinuesOnItsOwn) {
  for (const Generator generator : {Generator::torch_intel, Generator::torch, Generator::numpy}) {
    RandomStream stream = seeded_stream(generator, 5);
    uniform_float64(stream);
    RandomStream copy = stream;
    const double first = uniform_float64(copy);
    const double second = uniform_float64(copy);
    EXPECT_NE(first, second);
    EXPECT_EQ(uniform_float64(stream), first);
    EXPECT_EQ(uniform_float64(stream), second);
  }
}

}  // namespace
}  // namespace dropout
