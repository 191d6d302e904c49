#include "dropout/training/evaluation.h"

#include <gtest/gtest.h>

#include "support.h"

namespace dropout {
namespace {

// Whose outputs are the activation of its inputs.
Network passing(Index units, Activation activation) {
  return {0, {{Matrix::Identity(units, units), Vector::Zero(units), activation, 0}}};
}

TEST(Evaluation, CountsClasses) {
  const Network network = passing(3, Activation::softmax);
  const Matrix inputs{{2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {2, 0, 0}, {1, 1, 0}};
  const Batch batch{inputs, class_targets(network, {0, 1, 1, 2, 1}), Loss::cross_entropy, {}};
  const Evaluation found = evaluate(network, batch);
  EXPECT_NEAR(found.loss, sample_losses(batch, forward(network, batch)).mean(), 1e-15);
  // Of equal outputs the first one counts.
  EXPECT_TRUE(
      same(found.classification->confusion_matrix, Matrix{{1, 0, 0}, {1, 1, 1}, {1, 0, 0}}));
  EXPECT_DOUBLE_EQ(found.classification->error, 0.6);
}

TEST(Evaluation, OfOneSigmoidOutputHasTwoClasses) {
  const Network network = passing(1, Activation::sigmoid);
  const Batch batch{Matrix{{0}, {-1}, {3}, {-0.1}},
                    Matrix{{1}, {0.2}, {0.4}, {0.5}},
                    Loss::binary_cross_entropy,
                    {}};
  const Evaluation found = evaluate(network, batch);
  EXPECT_TRUE(same(found.classification->confusion_matrix, Matrix{{1, 1}, {1, 1}}));
  EXPECT_EQ(found.classification->error, 0.5);
}

TEST(Evaluation, OfASingleClassIsRight) {
  const Network network = passing(1, Activation::softmax);
  const Batch batch{Matrix{{5}}, Matrix{{1}}, Loss::cross_entropy, {}};
  EXPECT_EQ(evaluate(network, batch).classification->error, 0);
}

TEST(Evaluation, OfOtherOutputsHasNoClasses) {
  const Matrix two{{0.2, 1}};
  EXPECT_FALSE(evaluate(passing(2, Activation::sigmoid), {two, two, Loss::binary_cross_entropy, {}})
                   .classification);
  const Evaluation squared = evaluate(passing(2, Activation::identity),
                                      {two, Matrix{{0, 0}}, Loss::mean_squared_error, {}});
  EXPECT_FALSE(squared.classification);
  EXPECT_NEAR(squared.loss, (0.04 + 1) / 2, 1e-15);
}

TEST(Evaluation, RefusesWhatGradientsRefuse) {
  expect_refused(
      [] {
        evaluate(passing(2, Activation::softmax),
                 {Matrix(0, 2), Matrix(0, 2), Loss::cross_entropy, {}});
      },
      "inputs: the number of rows must be a whole number from 1 to 1000000, got 0");
}

TEST(Evaluation, RefusesALossThatIsTooLarge) {
  const auto refused = [](const Matrix& inputs) {
    const Matrix zeros = Matrix::Zero(inputs.rows(), 1);
    expect_refused(
        [&] {
          evaluate(passing(1, Activation::identity), {inputs, zeros, Loss::mean_squared_error, {}});
        },
        "network: the loss is too large for float64; use smaller weights or inputs");
  };
  refused(Matrix{{1e200}});
  // Whose sum is.
  refused(Matrix{{1.2e154}, {1.2e154}});
}

// As torch.argmax has it, wherever NaN is.
TEST(Evaluation, PutsNaNIntoItsOwnClass) {
  for (const Index place : {0, 1, 2}) {
    Eigen::RowVectorXd values{{0.2, 0.5, 0.3}};
    values(place) = nan;
    EXPECT_EQ(class_of(Loss::cross_entropy, values), place);
  }
  EXPECT_EQ(class_of(Loss::cross_entropy, Eigen::RowVectorXd{{nan, nan}}), 0);
  EXPECT_EQ(class_of(Loss::binary_cross_entropy, Eigen::RowVectorXd{{nan}}), 0);
}

}  // namespace
}  // namespace dropout
