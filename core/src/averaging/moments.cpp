#include "averaging/moments.h"

namespace dropout {

Moments zero_moments(Index outputs, Index sets) {
  const Matrix zero = Matrix::Zero(outputs, sets);
  return {zero, zero, zero, zero};
}

ShareMoments from_squares(double mean, double mean_square) {
  return {mean, 1 - mean, mean_square - mean * mean};
}

ShareMoments complementary(const ShareMoments& share) {
  return {share.complement, share.mean, share.variance};
}

void set_moments(Moments& moments, Index output, Index set, const ShareMoments& share) {
  moments.mean(output, set) = share.mean;
  moments.complement(output, set) = share.complement;
  moments.variance(output, set) = share.variance;
}

void complete_two_classes(const Stage& output_stage, Moments& moments) {
  if (output_stage.activation != Activation::softmax) return;
  moments.mean.row(1) = moments.complement.row(0);
  moments.complement.row(1) = moments.mean.row(0);
  moments.variance.row(1) = moments.variance.row(0);
}

PartialAverage weighted_average(const Moments& moments, const Vector& weight) {
  const Vector zero = Vector::Zero(moments.mean.rows());
  PartialAverage average{weight.sum(), zero, zero, zero, zero};
  // Nothing, or nothing that float64 can tell from it.
  if (average.weight == 0) return average;
  const Vector part = weight / average.weight;
  average.mean = moments.mean * part;
  average.complement = moments.complement * part;
  average.mean_pre_activation = moments.mean_pre_activation * part;
  // Of shares near 1, only the complements tell the distances. Distances are first taken from the
  // heaviest set: where it holds nearly all weight, the rounding of the mean would drown them.
  Index heaviest = 0;
  weight.maxCoeff(&heaviest);
  Matrix distance = moments.mean;
  for (Index o = 0; o < distance.rows(); ++o) {
    if (average.complement(o) < average.mean(o)) distance.row(o) = moments.complement.row(o);
  }
  distance.colwise() -= Vector(distance.col(heaviest));
  const Vector mean_distance = distance * part;
  distance.colwise() -= mean_distance;
  average.squared_distance = (moments.variance + distance.cwiseAbs2()) * weight;
  return average;
}

// Chan, Golub & LeVeque, "Updating formulae and a pairwise algorithm for computing sample
// variances" (1979): without the cancellation that sums of squares suffer.
void add(PartialAverage& sum, const PartialAverage& part) {
  if (part.weight == 0) return;
  const double weight = sum.weight + part.weight;
  const double old_share = sum.weight / weight;
  const double new_share = part.weight / weight;
  for (Index o = 0; o < sum.mean.size(); ++o) {
    const bool is_near_1 = sum.complement(o) + part.complement(o) < sum.mean(o) + part.mean(o);
    const double distance =
        is_near_1 ? sum.complement(o) - part.complement(o) : part.mean(o) - sum.mean(o);
    sum.squared_distance(o) +=
        part.squared_distance(o) + sum.weight * new_share * distance * distance;
  }
  // Sums of positive numbers where the means are positive: the smaller one loses no digits.
  sum.mean = old_share * sum.mean + new_share * part.mean;
  sum.complement = old_share * sum.complement + new_share * part.complement;
  sum.mean_pre_activation =
      old_share * sum.mean_pre_activation + new_share * part.mean_pre_activation;
  sum.weight = weight;
}

}  // namespace dropout
