#include "support/vector_functions.h"

#include <gtest/gtest.h>

#include <cmath>

#include "network/activate_columns.h"
#include "support.h"

namespace dropout {
namespace {

TEST(VectorFunctions, ExponentiateToAFewUnitsInTheLastPlace) {
  for (double x = -707; x < 708; x += 0.0137) {
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

TEST(VectorFunctions, ActivateColumnsAsActivateDoesRows) {
  const Matrix z = 20 * random_inputs(5, 7, 1);
  for (const Activation activation : {Activation::identity, Activation::relu, Activation::tanh,
                                      Activation::sigmoid, Activation::softmax}) {
    Matrix columns = z;
    activate_columns(activation, columns);
    EXPECT_TRUE(near(columns, activate(activation, z.transpose()).transpose(), 1e-15));
  }
}

}  // namespace
}  // namespace dropout
