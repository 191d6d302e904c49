#include "dropout/averaging/output_distribution.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "support.h"
#include "support/refusal.h"

namespace dropout {
namespace {

SubnetworkOutputs outputs(const Vector& probability, const Matrix& output) {
  return {probability, output, output};
}

TEST(OutputDistribution, PutsAnEdgesOutputInTheBinAboveAndTheLargestInTheLast) {
  const SubnetworkOutputs all =
      outputs(Vector{{0.1, 0.15, 0.05, 0.3, 0.4}}, Vector{{0, 1, 1.5, 2, 4}});
  const Histogram distribution = output_distribution(all, 0, 4);
  EXPECT_TRUE(same(distribution.edges, Vector{{0, 1, 2, 3, 4}}));
  EXPECT_TRUE(near(distribution.probability, Vector{{0.1, 0.2, 0.3, 0.4}}, 1e-15));
}

TEST(OutputDistribution, IsOfTheOutputAskedFor) {
  const SubnetworkOutputs all = outputs(Vector{{0.2, 0.8}}, Matrix{{5, 1, 0}, {5, 0, 1}});
  EXPECT_TRUE(same(output_distribution(all, 1, 2).probability, Vector{{0.8, 0.2}}));
  EXPECT_TRUE(same(output_distribution(all, 2, 2).probability, Vector{{0.2, 0.8}}));
}

TEST(OutputDistribution, HasEverythingInItsLastBinIfAllOutputsAreEqual) {
  const SubnetworkOutputs all = outputs(Vector{{0.2, 0.3, 0.5}}, Vector{{-7, -7, -7}});
  const Histogram distribution = output_distribution(all, 0, 3);
  EXPECT_TRUE(same(distribution.edges, Vector{{-7, -7, -7, -7}}));
  EXPECT_TRUE(near(distribution.probability, Vector{{0, 0, 1}}, 1e-15));
}

TEST(OutputDistribution, HasEverythingInAnOnlyBin) {
  const Histogram distribution =
      output_distribution(outputs(Vector{{0.2, 0.3, 0.5}}, Vector{{3, -1, 2}}), 0, 1);
  EXPECT_TRUE(same(distribution.edges, Vector{{-1, 3}}));
  EXPECT_TRUE(near(distribution.probability, Vector{{1}}, 1e-15));
}

TEST(OutputDistribution, HoldsEachSubnetworkInTheBinWhoseEdgesEncloseIt) {
  const Network network = random_network({.widths = {2, 9, 2},
                                          .hidden_activation = Activation::relu,
                                          .output_activation = Activation::sigmoid,
                                          .hidden_p_drop = 0.2},
                                         1);
  const SubnetworkOutputs all = enumerate_subnetworks(network, Vector{{1, -1}});
  for (const Index bins : {1, 7, 50, 1000}) {
    const Histogram distribution = output_distribution(all, 1, bins);
    const Vector& edges = distribution.edges;
    ASSERT_EQ(edges.size(), bins + 1);
    EXPECT_EQ(edges(0), all.output.col(1).minCoeff());
    EXPECT_EQ(edges(bins), all.output.col(1).maxCoeff());
    Vector expected = Vector::Zero(bins);
    for (Index b = 0; b < bins; ++b) {
      EXPECT_NEAR(edges(b + 1) - edges(b), (edges(bins) - edges(0)) / double(bins), 1e-15);
      for (Index s = 0; s < all.output.rows(); ++s) {
        const double output = all.output(s, 1);
        const bool below = output < edges(b + 1) || (b == bins - 1 && output == edges(bins));
        if (edges(b) <= output && below) expected(b) += all.probability(s);
      }
    }
    EXPECT_TRUE(near(distribution.probability, expected, 1e-15));
    EXPECT_NEAR(distribution.probability.sum(), 1, 1e-14);
  }
}

TEST(OutputDistribution, RefusesWhatItHasNot) {
  const SubnetworkOutputs all = outputs(Vector{{0.2, 0.8}}, Matrix{{5, 1}, {5, 0}});
  expect_refused([&] { output_distribution(all, 2, 3); },
                 "output must be a whole number from 0 to 1, got 2");
  expect_refused([&] { output_distribution(all, -1, 3); },
                 "output must be a whole number from 0 to 1, got -1");
  expect_refused([&] { output_distribution(all, 0, 0); },
                 "bins must be a whole number from 1 to 10000, got 0");
}

TEST(OutputDistribution, RefusesValuesWithoutTheirProbabilities) {
  expect_refused([] { histogram(Vector(0), Vector(0), 3); },
                 "values: the number of entries must be a whole number from 1 to 20000000, got 0");
  expect_refused([] { histogram(Vector{{1, 2}}, Vector{{1}}, 3); },
                 "probability: the number of entries must be 2, got 1");
}

// Wherever it is: comparisons with NaN would sort it into a bin that depends on its place.
TEST(OutputDistribution, RefusesNumbersThatAreNotFinite) {
  for (const double wrong : {nan, infinity, -infinity}) {
    const std::string got = std::isnan(wrong) ? "NaN" : wrong > 0 ? "Infinity" : "-Infinity";
    for (const Index place : {0, 1, 2}) {
      Vector values{{1, 2, 3}};
      values(place) = wrong;
      const std::string there = concatenated("[", place, "]");
      const Vector probability{{0.2, 0.3, 0.5}};
      expect_refused([&] { histogram(values, probability, 2); },
                     concatenated("values", there, " must be finite, got ", got));
      Matrix output = Matrix::Ones(3, 2);
      output(place, 1) = wrong;
      expect_refused([&] { output_distribution(outputs(probability, output), 1, 2); },
                     concatenated("output", there, "[1] must be finite, got ", got));
      EXPECT_NO_THROW(output_distribution(outputs(probability, output), 0, 2));
      Vector bad_probability = probability;
      bad_probability(place) = wrong;
      expect_refused([&] { histogram(Vector{{1, 2, 3}}, bad_probability, 2); },
                     concatenated("probability", there, " must be in [0, 1], got ", got));
    }
  }
}

TEST(OutputDistribution, RefusesASpreadThatIsTooLargeForFloat64) {
  const SubnetworkOutputs all = outputs(Vector{{0.2, 0.8}}, Vector{{-1e308, 1e308}});
  expect_refused(
      [&] { output_distribution(all, 0, 3); },
      "network: the spread of the outputs is too large for float64; use smaller weights or "
      "inputs");
}

}  // namespace
}  // namespace dropout
