#include "row_pairs.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dropout {

std::vector<RowPair> row_pairs(const Vector& row_probability) {
  const Index rows = row_probability.size();
  std::vector<Index> order(static_cast<std::size_t>(rows));
  std::iota(order.begin(), order.end(), Index{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](Index a, Index b) { return row_probability(a) < row_probability(b); });
  std::vector<RowPair> pairs;
  for (const Index row : order) {
    const double probability = row_probability(row);
    const bool completes = !pairs.empty() && pairs.back().second == rows &&
                           row_probability(pairs.back().first) == probability;
    if (completes) {
      pairs.back().second = row;
    } else {
      pairs.push_back({row, rows, std::sqrt(probability)});
    }
  }
  if (pairs.size() % 2 != 0) pairs.push_back({rows, rows, 0});
  return pairs;
}

void add_logistic(const LogisticPair& a, const LogisticPair& b, Index columns,
                  const double* __restrict factors, double* __restrict sum,
                  double* __restrict sum_of_squares) {
  for (Index j = 0; j < columns; ++j) {
    const double e = factors[j];
    const double ra = a.numerator / (a.g_product + e * (a.g_sum + e));
    const double rb = b.numerator / (b.g_product + e * (b.g_sum + e));
    const double ta = ra * (e + a.shift);
    const double tb = rb * (e + b.shift);
    sum[j] += a.root * ta + b.root * tb;
    sum_of_squares[j] += (ta * ta - ra * a.correction) + (tb * tb - rb * b.correction);
  }
}

}  // namespace dropout
