#include "averaging/closed_form.h"

namespace dropout {
namespace {

// All products are of matrices as they are: of each other kind Eigen would compile its own, which
// readers would download.

// A stage's weight is already divided by p_keep.
Matrix mean_after(const Stage& stage, const Matrix& mean) {
  const Matrix product = stage.weight * mean;
  return ((1 - stage.p_drop) * product).colwise() + stage.bias;
}

Matrix covariance_after(const Stage& stage, const Vector& mean, const Matrix& covariance) {
  const double p_keep = 1 - stage.p_drop;
  const Vector mean_square = covariance.diagonal() + mean.cwiseAbs2();
  Matrix masked = p_keep * p_keep * covariance;
  masked.diagonal() += p_keep * stage.p_drop * mean_square;
  const Matrix product = stage.weight * masked;
  const Matrix transposed = stage.weight.transpose();
  return product * transposed;
}

// Where what comes in is known, no covariance is needed.
Matrix variance_after(const Stage& stage, const Matrix& values) {
  const Matrix squared_weight = stage.weight.cwiseAbs2();
  const Matrix variance = (1 - stage.p_drop) * stage.p_drop * values.cwiseAbs2();
  return squared_weight * variance;
}

}  // namespace

Moments closed_form(std::span<const Stage> stages, const Matrix& values) {
  Moments result;
  result.mean = mean_after(stages.front(), values);
  if (stages.size() == 1) {
    result.variance = variance_after(stages.front(), values);
  } else {
    for (const Stage& stage : stages.subspan(1)) result.mean = mean_after(stage, result.mean);
    result.variance.resizeLike(result.mean);
    for (Index column = 0; column < values.cols(); ++column) {
      Vector mean = values.col(column);
      Matrix covariance = Matrix::Zero(mean.size(), mean.size());
      for (const Stage& stage : stages) {
        covariance = covariance_after(stage, mean, covariance);
        mean = mean_after(stage, mean);
      }
      result.variance.col(column) = covariance.diagonal().cwiseMax(0.0);
    }
  }
  result.complement = -result.mean;
  result.mean_pre_activation = result.mean;
  return result;
}

}  // namespace dropout
