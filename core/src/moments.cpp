#include "moments.h"

namespace dropout {

Moments zero_moments(Index outputs, Index sets) {
  const Matrix zero = Matrix::Zero(outputs, sets);
  return {zero, zero, zero};
}

void complete_two_classes(const Stage& output_stage, Moments& moments) {
  if (output_stage.activation != Activation::softmax) return;
  moments.mean.row(1) = 1 - moments.mean.row(0).array();
  moments.variance.row(1) = moments.variance.row(0);
}

PartialAverage weighted_average(const Moments& moments, const Vector& weight) {
  const Vector zero = Vector::Zero(moments.mean.rows());
  PartialAverage average{weight.sum(), zero, zero, zero};
  // Nothing, or nothing that float64 can tell from it.
  if (average.weight == 0) return average;
  average.mean = moments.mean * weight / average.weight;
  average.mean_pre_activation = moments.mean_pre_activation * weight / average.weight;
  const Matrix distance = moments.mean.colwise() - average.mean;
  average.squared_distance = (moments.variance + distance.cwiseAbs2()) * weight;
  return average;
}

// Chan, Golub & LeVeque, "Updating formulae and a pairwise algorithm for computing sample
// variances" (1979): without the cancellation that sums of squares suffer.
void add(PartialAverage& sum, const PartialAverage& part) {
  if (part.weight == 0) return;
  const double weight = sum.weight + part.weight;
  const double share = part.weight / weight;
  const Vector distance = part.mean - sum.mean;
  sum.squared_distance += part.squared_distance + sum.weight * share * distance.cwiseAbs2();
  sum.mean += share * distance;
  sum.mean_pre_activation += share * (part.mean_pre_activation - sum.mean_pre_activation);
  sum.weight = weight;
}

}  // namespace dropout
