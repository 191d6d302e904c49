#include "dropout/gradients/losses.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support.h"

namespace dropout {
namespace {

LayerPass output_of(Activation activation, const Matrix& pre_activation) {
  const Matrix outputs = activate(activation, pre_activation);
  return {pre_activation, outputs, outputs};
}

TEST(Losses, AreWhatTheirFormulasSay) {
  const Matrix targets{{0.25, 0.75}, {1, 0}};
  const Matrix z{{0.5, -1}, {2, 3}};
  EXPECT_TRUE(near(losses(Loss::mean_squared_error, output_of(Activation::identity, z), targets),
                   Vector{{(0.25 * 0.25 + 1.75 * 1.75) / 2, (1 + 9) / 2.0}}, 1e-15));

  const Matrix y = activate(Activation::sigmoid, z);
  const auto unit_loss = [](double t, double p) {
    return -t * std::log(p) - (1 - t) * std::log(1 - p);
  };
  EXPECT_TRUE(near(losses(Loss::binary_cross_entropy, output_of(Activation::sigmoid, z), targets),
                   Vector{{(unit_loss(0.25, y(0, 0)) + unit_loss(0.75, y(0, 1))) / 2,
                           (unit_loss(1, y(1, 0)) + unit_loss(0, y(1, 1))) / 2}},
                   1e-15));

  const Matrix p = activate(Activation::softmax, z);
  EXPECT_TRUE(near(
      losses(Loss::cross_entropy, output_of(Activation::softmax, z), targets),
      Vector{{-0.25 * std::log(p(0, 0)) - 0.75 * std::log(p(0, 1)), -std::log(p(1, 0))}}, 1e-15));
}

TEST(Losses, KeepWhatOutputsRoundAway) {
  for (const double z : {50.0, 1e3, 1e4, 1e300}) {
    const Matrix both{{z, -z}};
    const LayerPass sigmoids = output_of(Activation::sigmoid, both);
    EXPECT_TRUE(same(losses(Loss::binary_cross_entropy, sigmoids, Matrix{{0, 1}}), Vector{{z}}));
    EXPECT_TRUE(near(losses(Loss::binary_cross_entropy, sigmoids, Matrix{{1, 0}}),
                     Vector{{std::exp(-z)}}, 1e-30));
    const LayerPass softmax = output_of(Activation::softmax, both);
    EXPECT_TRUE(same(losses(Loss::cross_entropy, softmax, Matrix{{0, 1}}), Vector{{2 * z}}));
    EXPECT_TRUE(relatively_near(losses(Loss::cross_entropy, softmax, Matrix{{1, 0}}),
                                Vector{{std::exp(-2 * z)}}, 1e-13));
  }
}

TEST(Losses, HaveGradientsThatStayFiniteAndDoNotVanishWhereTheOutputIsWrong) {
  for (const double z : {50.0, 1e4, 1e300}) {
    const Matrix both{{z, -z}};
    EXPECT_TRUE(near(loss_gradient(Loss::binary_cross_entropy, Activation::sigmoid,
                                   output_of(Activation::sigmoid, both), Matrix{{0, 1}}),
                     Matrix{{0.5, -0.5}}, 1e-20));
    EXPECT_TRUE(near(loss_gradient(Loss::cross_entropy, Activation::softmax,
                                   output_of(Activation::softmax, both), Matrix{{0, 1}}),
                     Matrix{{1, -1}}, 1e-20));
  }
}

TEST(Losses, OfProbabilitiesThatAreRoundedHaveTheGradientOfTheirFormula) {
  const Matrix z{{0.5, -1, 2}};
  const Matrix targets{{0.333333, 0.333333, 0.333333}};
  const Matrix expected = 0.999999 * activate(Activation::softmax, z) - targets;
  EXPECT_TRUE(near(loss_gradient(Loss::cross_entropy, Activation::softmax,
                                 output_of(Activation::softmax, z), targets),
                   expected, 1e-15));
}

}  // namespace
}  // namespace dropout
