#include "dropout/network/activation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <vector>

#include "activations.h"
#include "network/activation_functions.h"
#include "support.h"

namespace dropout {
namespace {

double sigmoid(double z) { return 1 / (1 + std::exp(-z)); }

// From -30 to 30, and next to 0.
Matrix some_pre_activations() {
  Matrix z(2, 84);
  z.row(0) = Vector::LinSpaced(84, -30, 30).transpose();
  for (Index i = 0; i < 84; ++i)
    z(1, i) = (i % 2 == 0 ? 1 : -1) * std::ldexp(1.0, 4 - 3 * static_cast<int>(i));
  z(1, 83) = 0;
  return z;
}

using Real = long double;

std::vector<Real> row_of(const Matrix& values, Index row) {
  const auto numbers = values.row(row);
  return {numbers.begin(), numbers.end()};
}

TEST(Activation, EachOneFollowsItsFormula) {
  const Matrix z = some_pre_activations();
  for (const Activation activation : all_activations) {
    SCOPED_TRACE(name_of(activation));
    const Matrix actual = activate(activation, z);
    for (Index row = 0; row < z.rows(); ++row) {
      const std::vector<Real> expected = activated(activation, row_of(z, row));
      for (Index i = 0; i < z.cols(); ++i) {
        // z's own rounding makes as much of a difference to a tail such as e^(-z²/2).
        const Real tolerance = 4e-16L * (4 + Real{z(row, i)} * z(row, i));
        const Real each = expected[static_cast<std::size_t>(i)];
        EXPECT_LE(std::abs(actual(row, i) - each), tolerance * std::abs(each)) << z(row, i);
      }
    }
  }
}

// By six points. The steps are wide because functions of a long double may be those of a double, as
// Emscripten's are.
Real slope_by_differences(Activation activation, Real z, Real step) {
  const auto difference = [&](int steps) {
    return activated<Real>(activation, {z + steps * step}).front() -
           activated<Real>(activation, {z - steps * step}).front();
  };
  return (45 * difference(1) - 9 * difference(2) + difference(3)) / (60 * step);
}

TEST(Activation, EachGradientIsTheSlopeOfTheFormula) {
  const Matrix z = some_pre_activations();
  // The error is step⁶/140 times a seventh derivative of at most 300, so below 2e-16.
  const Real step = 1.0L / 512;
  for (const Activation activation : all_activations) {
    if (activation == Activation::softmax) continue;
    SCOPED_TRACE(name_of(activation));
    const Matrix slopes =
        activation_gradient(activation, z, activate(activation, z), Matrix::Ones(2, z.cols()));
    for (Index row = 0; row < z.rows(); ++row) {
      for (Index i = 0; i < z.cols(); ++i) {
        const Real at = z(row, i);
        // The kink of relu, and what its slope is there, are tested below.
        if (activation == Activation::relu && std::abs(at) <= 3 * step) continue;
        const Real expected = slope_by_differences(activation, at, step);
        EXPECT_NEAR(slopes(row, i), static_cast<double>(expected), 2e-12) << at;
      }
    }
  }
}

TEST(Activation, IsFiniteWithAFiniteSlopeForEveryFloat64) {
  const Matrix z{{-1.7e308, -1e154, -1e4, -700, -40, 0, 40, 700, 1e4, 1e154, 1.7e308}};
  for (const Activation activation : all_activations) {
    SCOPED_TRACE(name_of(activation));
    const Matrix values = activate(activation, z);
    EXPECT_TRUE(values.allFinite());
    const Matrix slopes = activation_gradient(activation, z, values, Matrix::Ones(1, z.cols()));
    EXPECT_LE(slopes.cwiseAbs().maxCoeff(), traits_of(activation).max_slope);
  }
}

TEST(Activation, HasTheTraitsThatBoundsAssume) {
  const Matrix z = some_pre_activations();
  for (const Activation activation : all_activations) {
    SCOPED_TRACE(name_of(activation));
    const ActivationTraits& traits = traits_of(activation);
    const Matrix values = activate(activation, z);
    const Matrix slopes = activation_gradient(activation, z, values, Matrix::Ones(2, z.cols()));
    EXPECT_EQ(traits.is_linear, values == z);
    EXPECT_EQ(traits.is_bounded, values.cwiseAbs().maxCoeff() <= 1);
    EXPECT_LE(slopes.cwiseAbs().maxCoeff(), traits.max_slope);
    EXPECT_EQ(traits.is_0_at_0, activate(activation, Matrix::Zero(1, 1))(0) == 0);
    if (traits.is_0_at_0) {
      EXPECT_TRUE((values.cwiseAbs().array() <= z.cwiseAbs().array()).all());
    }
    if (activation == Activation::softmax) continue;
    const bool is_flat = ((values.array() == 0) && (slopes.array() != 0)).count() == 0;
    EXPECT_EQ(traits.is_flat_at_0, is_flat && traits.is_0_at_0);
    for (Index i = 0; i < z.cols(); ++i) {
      const double outwards = z(0, i) < traits.turn ? -slopes(0, i) : slopes(0, i);
      EXPECT_GE(outwards, 0) << z(0, i);
    }
  }
}

TEST(Activation, IdentityAndReluAndTanhFollowTheirFormulas) {
  const Matrix z{{-2, -0.5, 0}, {0.25, 1, 3}};
  EXPECT_TRUE(same(activate(Activation::identity, z), z));
  EXPECT_TRUE(same(activate(Activation::relu, z), Matrix{{0, 0, 0}, {0.25, 1, 3}}));
  EXPECT_TRUE(near(activate(Activation::tanh, Matrix{{-0.5, 0, 2}}),
                   Matrix{{-0.46211715726000975, 0, 0.9640275800758169}}, 1e-15));
}

TEST(Activation, SigmoidFollowsItsFormulaOnBothSidesOfZero) {
  EXPECT_TRUE(near(activate(Activation::sigmoid, Matrix{{-3, -0.5, 0, 0.5, 3}}),
                   Matrix{{sigmoid(-3), sigmoid(-0.5), 0.5, sigmoid(0.5), sigmoid(3)}}, 1e-15));
}

TEST(Activation, SigmoidKeepsOutputsDownToFloat64sSmallestNumbers) {
  EXPECT_DOUBLE_EQ(activate(Activation::sigmoid, Matrix{{-740}})(0, 0), std::exp(-740));
}

TEST(Activation, SoftmaxNormalizesEachRow) {
  const double sum = std::exp(1) + std::exp(2) + std::exp(4);
  EXPECT_TRUE(near(activate(Activation::softmax, Matrix{{1, 2, 4}, {7, 7, 7}}),
                   Matrix{{std::exp(1) / sum, std::exp(2) / sum, std::exp(4) / sum},
                          {1.0 / 3, 1.0 / 3, 1.0 / 3}},
                   1e-15));
}

TEST(Activation, SoftmaxOfNothingIsEmpty) {
  EXPECT_TRUE(same(activate(Activation::softmax, Matrix(0, 3)), Matrix(0, 3)));
  EXPECT_TRUE(same(activate(Activation::softmax, Matrix(2, 0)), Matrix(2, 0)));
}

TEST(Activation, SaturatesWithoutOverflow) {
  for (const double z : {1e3, 1e4, 1e308}) {
    const Matrix both{{-z, z}};
    EXPECT_TRUE(same(activate(Activation::sigmoid, both), Matrix{{0, 1}}));
    EXPECT_TRUE(same(activate(Activation::tanh, both), Matrix{{-1, 1}}));
    EXPECT_TRUE(near(activate(Activation::softmax, both), Matrix{{0, 1}}, 1e-300));
    EXPECT_TRUE(same(activate(Activation::softmax, Matrix{{z, z}}), Matrix{{0.5, 0.5}}));
  }
}

TEST(Activation, GradientsFollowTheirFormulas) {
  const Matrix z{{-2, -0.5, 0.25}, {1, 3, -1}};
  const Matrix g{{1, -2, 3}, {0.5, -1, 4}};
  const auto gradient = [&](Activation activation) {
    return activation_gradient(activation, z, activate(activation, z), g);
  };
  const auto times = [&](const auto& slope) { return Matrix(g.cwiseProduct(z.unaryExpr(slope))); };
  EXPECT_TRUE(same(gradient(Activation::identity), g));
  EXPECT_TRUE(same(gradient(Activation::relu), Matrix{{0, 0, 3}, {0.5, -1, 0}}));
  EXPECT_TRUE(near(gradient(Activation::tanh),
                   times([](double x) { return 1 / std::pow(std::cosh(x), 2); }), 1e-15));
  EXPECT_TRUE(near(gradient(Activation::sigmoid),
                   times([](double x) { return sigmoid(x) * sigmoid(-x); }), 1e-15));
  const Matrix y = activate(Activation::softmax, z);
  for (Index row = 0; row < 2; ++row) {
    const Matrix jacobian = Matrix(y.row(row).asDiagonal()) - y.row(row).transpose() * y.row(row);
    EXPECT_TRUE(near(gradient(Activation::softmax).row(row), g.row(row) * jacobian, 1e-15));
  }
}

TEST(Activation, GradientsAreFlatWhereActivationsSaturateAndWhereReluIs0) {
  const Matrix z{{-1e4, 0, 1e4}};
  const auto gradient = [&](Activation activation) {
    return activation_gradient(activation, z, activate(activation, z), Matrix::Ones(1, 3));
  };
  EXPECT_TRUE(same(gradient(Activation::relu), Matrix{{0, 0, 1}}));
  EXPECT_TRUE(same(gradient(Activation::tanh), Matrix{{0, 1, 0}}));
  EXPECT_TRUE(same(gradient(Activation::sigmoid), Matrix{{0, 0.25, 0}}));
  EXPECT_TRUE(same(gradient(Activation::softmax), Matrix{{0, 0, 0}}));
}

TEST(Activation, LogarithmsAgreeWithTheActivations) {
  const Matrix z{{-5, -1, 0}, {0.5, 2, 9}};
  EXPECT_TRUE(near(log_sigmoid(z), activate(Activation::sigmoid, z).array().log(), 1e-15));
  EXPECT_TRUE(near(log_softmax(z), activate(Activation::softmax, z).array().log(), 1e-15));
}

TEST(Activation, LogarithmsKeepWhatTheActivationsRoundAway) {
  EXPECT_TRUE(
      near(log_sigmoid(Matrix{{-1e4, -745, 0}}), Matrix{{-1e4, -745, -std::log(2)}}, 1e-15));
  EXPECT_DOUBLE_EQ(log_sigmoid(Matrix{{50}})(0, 0), -std::exp(-50));
  EXPECT_TRUE(near(log_softmax(Matrix{{1e4, -1e4, 1e4}}),
                   Matrix{{-std::log(2), -2e4 - std::log(2), -std::log(2)}}, 1e-15));
}

TEST(Activation, LogarithmsOfProbabilitiesNextTo1HaveDigitsOfTheirOwn) {
  for (const double z : {3.0, 20.0, 40.0, 50.0, 700.0}) {
    const double expected = -std::log1p(std::exp(-z));
    EXPECT_NEAR(log_softmax(Matrix{{z / 2, -z / 2}})(0, 0) / expected, 1, 1e-13) << z;
    EXPECT_NEAR(log_softmax(Matrix{{-z, 0}})(0, 1) / expected, 1, 1e-13) << z;
    EXPECT_NEAR(log_sigmoid(Matrix{{z}})(0, 0) / expected, 1, 1e-13) << z;
  }
}

}  // namespace
}  // namespace dropout
