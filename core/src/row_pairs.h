#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "dropout/matrix.h"

/// Sums over the rows of a table of subnetworks, for all of its columns at once. A subnetwork is a
/// column and a row; its exponential is the product of the column's factor E and the row's H.
/// Two rows of one probability v go together, because one division gives both their sigmoids, and
/// each is weighted by √v, whose square weighs the squares.
namespace dropout {

/// Two rows of one probability. A number past the last row stands for none.
struct RowPair {
  Index first;
  Index second;
  double root;  ///< √v, each row's probability being v
};

/// Every row in one pair, in an even number of pairs.
std::vector<RowPair> row_pairs(const Vector& row_probability);

/// Two rows for a sigmoid 1 / (1 + E H) = G / (E + G), with G = 1/H, and 0 where there is none:
///
///     r = √v (G1 + G2) / ((E + G1) (E + G2))
///     t = r (E + 2 G1 G2 / (G1 + G2))    = √v (σ1 + σ2)
///     t² - r √v 2 G1 G2 / (G1 + G2)      = v (σ1² + σ2²)
struct LogisticPair {
  LogisticPair(double root_v, double g1, double g2)
      : root(root_v),
        g_sum(g1 + g2),
        g_product(g1 * g2),
        numerator(root * g_sum),
        shift(g_sum > 0 ? 2 * g_product / g_sum : 0),
        correction(root * shift) {}
  double root, g_sum, g_product, numerator, shift, correction;
};

/// Adds v σ and v σ² of all four rows.
void add_logistic(const LogisticPair& a, const LogisticPair& b, Index columns,
                  const double* factors, double* sum, double* sum_of_squares);

/// The columns that the arrays of a softmax have room for, one array for each class.
constexpr Index softmax_columns = 256;

/// Two rows for a softmax over others + 1 classes: the H of each class but class 0, whose
/// exponential is 1, and a numerator for each row: √v, or 0 where there is none.
template <std::size_t others>
struct SoftmaxPair {
  double root;  ///< √v
  double numerator1;
  double numerator2;
  std::array<double, others> h1;
  std::array<double, others> h2;
};

/// Adds v (H / D)², D = 1 + Σ E H, for each class and v H / D for each but class 0; the class's own
/// E comes later.
template <std::size_t others>
void add_softmax(const SoftmaxPair<others>& pair, Index columns, const double* __restrict factors,
                 double* __restrict sum, double* __restrict sum_of_squares) {
  for (Index j = 0; j < columns; ++j) {
    double d1 = 1;
    double d2 = 1;
    for (std::size_t c = 0; c < others; ++c) {
      const double e = factors[static_cast<Index>(c) * softmax_columns + j];
      d1 += e * pair.h1[c];
      d2 += e * pair.h2[c];
    }
    const double r1 = pair.numerator1 / d1;
    const double r2 = pair.numerator2 / d2;
    sum_of_squares[j] += r1 * r1 + r2 * r2;
    for (std::size_t c = 0; c < others; ++c) {
      const Index at = static_cast<Index>(c + 1) * softmax_columns + j;
      const double u1 = pair.h1[c] * r1;
      const double u2 = pair.h2[c] * r2;
      sum[at] += pair.root * (u1 + u2);
      sum_of_squares[at] += u1 * u1 + u2 * u2;
    }
  }
}

}  // namespace dropout
