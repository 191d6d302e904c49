#include "dropout/training/activation_histogram.h"

#include <gtest/gtest.h>

#include "support.h"

namespace dropout {
namespace {

const Network network{0,
                      {{Matrix{{1}, {-1}}, Vector{{0, 0}}, Activation::relu, 0.8},
                       {Matrix{{1, 1}}, Vector{{0}}, Activation::identity, 0}}};
const Matrix inputs{{1}, {2}, {-4}, {5}};

// The activations of layer 0: 1 0, 2 0, 0 4, 5 0.
TEST(ActivationHistogram, IsThatOfAllUnitsAndSamples) {
  const ActivationHistogram found = activation_histogram(network, inputs, 0, 5);
  EXPECT_TRUE(same(found.activations.edges, Vector{{0, 1, 2, 3, 4, 5}}));
  EXPECT_TRUE(near(found.activations.probability, Vector{{0.5, 0.125, 0.125, 0, 0.25}}, 1e-15));
  EXPECT_EQ(found.unit_means.edges(0), 1);
  EXPECT_EQ(found.unit_means.edges(5), 2);
  EXPECT_TRUE(near(found.unit_means.probability, Vector{{0.5, 0, 0, 0, 0.5}}, 1e-15));
  EXPECT_EQ(found.mean, 1.5);
  EXPECT_EQ(found.zeros, 0.5);
}

TEST(ActivationHistogram, RefusesWhatIsNone) {
  expect_refused([] { activation_histogram(network, inputs, 2, 5); },
                 "layer must be a whole number from 0 to 1, got 2");
  expect_refused([] { activation_histogram(network, inputs, 0, 0); },
                 "bins must be a whole number from 1 to 10000, got 0");
  expect_refused([] { activation_histogram(network, Matrix(0, 1), 0, 5); },
                 "inputs: the number of rows must be a whole number from 1 to 1000000, got 0");
}

TEST(ActivationHistogram, RefusesActivationsThatAreTooLarge) {
  const Matrix large{{1e308}, {1e308}};
  expect_refused([&] { activation_histogram(network, large, 0, 5); },
                 "network: the mean of the activations is too large for float64; use smaller "
                 "weights or inputs");
}

// The activations 8e307, -8e307 and 0 of each sample add up to 0, those of a unit to infinity. (Of
// three units, so that sums of several numbers at once are not by unit.)
TEST(ActivationHistogram, RefusesUnitMeansThatAreTooLarge) {
  const Network opposite{0,
                         {{Matrix{{1}, {-1}, {0}}, Vector::Zero(3), Activation::identity, 0},
                          {Matrix{{1, 1, 1}}, Vector{{0}}, Activation::identity, 0}}};
  const Matrix large = Matrix::Constant(3, 1, 8e307);
  expect_refused([&] { activation_histogram(opposite, large, 0, 5); },
                 "network: the mean of the activations is too large for float64; use smaller "
                 "weights or inputs");
}

}  // namespace
}  // namespace dropout
