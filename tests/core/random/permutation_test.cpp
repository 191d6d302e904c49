#include "dropout/random/permutation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "golden.h"
#include "support.h"

namespace dropout {
namespace {

void expect_golden(Generator generator, const std::string& section, auto next) {
  for (const Json& example : golden("permutations.json", section)) {
    const Index samples = example.at("samples");
    RandomStream stream = seeded_stream(generator, example.at("seed"));
    EXPECT_EQ(permutation(stream, samples), example.at("order").get<std::vector<Index>>());
    EXPECT_EQ(next(stream), example.at("next").get<double>()) << samples;
  }
}

TEST(Permutation, IsThatOfPyTorch) {
  for (const Generator generator : {Generator::torch, Generator::torch_intel}) {
    expect_golden(generator, "torch_cases",
                  [](RandomStream& stream) { return double{uniform_float32(stream)}; });
  }
}

TEST(Permutation, IsThatOfNumPy) {
  expect_golden(Generator::numpy, "numpy_cases", uniform_float64);
}

TEST(Permutation, HoldsEachIndexOnce) {
  for (const Generator generator : {Generator::torch, Generator::torch_intel, Generator::numpy}) {
    RandomStream stream = seeded_stream(generator, 3);
    std::vector<Index> order = permutation(stream, 999);
    std::sort(order.begin(), order.end());
    std::vector<Index> all(999);
    std::iota(all.begin(), all.end(), Index{0});
    EXPECT_EQ(order, all);
  }
}

TEST(Permutation, OfOneOrNoSample) {
  RandomStream stream = seeded_stream(Generator::numpy, 1);
  EXPECT_TRUE(permutation(stream, 0).empty());
  EXPECT_EQ(permutation(stream, 1), std::vector<Index>{0});
  EXPECT_EQ(stream.engine, seeded_stream(Generator::numpy, 1).engine);
}

TEST(Permutation, RefusesCountsThatAreNone) {
  RandomStream stream = seeded_stream(Generator::torch, 1);
  expect_refused([&] { permutation(stream, -1); },
                 "samples must be a whole number from 0 to 1000000, got -1");
  expect_refused([&] { permutation(stream, 1'000'001); },
                 "samples must be a whole number from 0 to 1000000, got 1000001");
}

}  // namespace
}  // namespace dropout
