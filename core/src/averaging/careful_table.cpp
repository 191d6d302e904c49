#include "averaging/careful_table.h"

#include <algorithm>

namespace dropout {
namespace {

// Of all columns and one row.
void fill_shares(const Matrix& column_factors, const Vector& of_row, Matrix& shares) {
  const Index columns = column_factors.cols();
  double* const all_others = shares.data();
  std::fill_n(all_others, columns, 0.0);
  for (Index c = 0; c < of_row.size(); ++c) {
    const double factor = of_row(c);
    const double* const factors = column_factors.row(c).data();
    double* const exponentials = shares.row(c + 1).data();
    for (Index j = 0; j < columns; ++j) {
      exponentials[j] = factors[j] * factor;
      all_others[j] += exponentials[j];
    }
  }
  const Eigen::RowVectorXd reciprocal = (1 + shares.row(0).array()).inverse();
  for (Index c = 0; c < shares.rows(); ++c) {
    double* const numbers = shares.row(c).data();
    for (Index j = 0; j < columns; ++j) numbers[j] *= reciprocal(j);
  }
}

}  // namespace

std::vector<ShareMoments> careful_averages(const Matrix& column_factors,
                                           const Vector& column_probability,
                                           const Matrix& row_factors,
                                           const Vector& row_probability) {
  const Index classes = column_factors.rows() + 1;
  Matrix shares(classes, column_factors.cols());
  Vector mean = Vector::Zero(classes);
  for (Index row = 0; row < row_probability.size(); ++row) {
    fill_shares(column_factors, row_factors.col(row), shares);
    mean += row_probability(row) * (shares * column_probability);
  }

  // Where one subnetwork holds most of the probability, the rounding of the mean would drown what
  // the others add: distances are then taken from that one.
  Index column = 0;
  Index row_of_column = 0;
  const double largest =
      column_probability.maxCoeff(&column) * row_probability.maxCoeff(&row_of_column);
  Vector center = mean;
  if (largest > 0.5) {
    fill_shares(column_factors, row_factors.col(row_of_column), shares);
    center = shares.col(column);
  }
  Vector distance = Vector::Zero(classes);
  Vector square = Vector::Zero(classes);
  for (Index row = 0; row < row_probability.size(); ++row) {
    fill_shares(column_factors, row_factors.col(row), shares);
    shares.colwise() -= center;
    distance += row_probability(row) * (shares * column_probability);
    shares = shares.cwiseAbs2();
    square += row_probability(row) * (shares * column_probability);
  }
  const Vector variance = (square - distance.cwiseAbs2()).cwiseMax(0.0);
  std::vector<ShareMoments> result;
  result.reserve(static_cast<std::size_t>(classes));
  for (Index c = 0; c < classes; ++c) result.push_back({mean(c), 1 - mean(c), variance(c)});
  return result;
}

Matrix relative_to(Index dominant, const Matrix& factors) {
  Matrix result(factors.rows() - 1, factors.cols());
  for (Index c = 0; c < result.rows(); ++c) {
    const Index of_class = c < dominant ? c : c + 1;
    for (Index j = 0; j < factors.cols(); ++j) {
      result(c, j) = factors(of_class, j) / factors(dominant, j);
    }
  }
  return result;
}

}  // namespace dropout
