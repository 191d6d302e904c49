#include "support/vector_functions.h"

#include <gtest/gtest.h>

#include <cmath>

#include "activations.h"
#include "network/activate_columns.h"
#include "support.h"

namespace dropout {
namespace {

TEST(VectorFunctions, ExponentiateToAFewUnitsInTheLastPlace) {
  for (int i = 0; i < 100'000; ++i) {
    const double x = -707 + 1415 * (i / 1e5);
    EXPECT_NEAR(vector_exp(x) / std::exp(x), 1, 1e-15) << x;
  }
  EXPECT_EQ(vector_exp(0), 1);
}

TEST(VectorFunctions, StayFiniteFarOutAndKeepNaN) {
  EXPECT_LT(vector_exp(-1e300), 1e-300);
  EXPECT_GT(vector_exp(1e300), 1e300);
  EXPECT_TRUE(std::isfinite(vector_exp(infinity)));
  EXPECT_TRUE(std::isnan(vector_exp(nan)));
  EXPECT_TRUE(std::isnan(vector_sigmoid(nan)));
  EXPECT_EQ(vector_sigmoid(1e300), 1);
  EXPECT_LT(vector_sigmoid(-1e300), 1e-300);
}

TEST(VectorFunctions, ReachTheLeastFloat64WhereNoVectorsAreNeeded) {
  Matrix z = Vector{{0, -700, -708, -708.4, -720, -745, -800}};
  Matrix exponentials = z;
  exponentiate(exponentials);
  Matrix sigmoids = z;
  activate_columns(Activation::sigmoid, sigmoids);
  Matrix softmax = z;
  activate_columns(Activation::softmax, softmax);
  for (Index i = 0; i < z.size(); ++i) {
    const double expected = std::exp(z(i));
    EXPECT_NEAR(exponentials(i), expected, 1e-15 * expected) << z(i);
    if (i == 0) continue;
    EXPECT_NEAR(sigmoids(i), expected, 1e-15 * expected) << z(i);
    EXPECT_NEAR(softmax(i), expected, 1e-15 * expected) << z(i);
  }
}

TEST(VectorFunctions, ActivateColumnsAsActivateDoesRows) {
  const Matrix z = 20 * random_inputs(5, 7, 1);
  for (const Activation activation : all_activations) {
    Matrix columns = z;
    activate_columns(activation, columns);
    EXPECT_TRUE(near(columns, activate(activation, z.transpose()).transpose(), 1e-15));
  }
}

}  // namespace
}  // namespace dropout
