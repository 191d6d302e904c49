#include "averaging/logistic_table.h"

#include <span>

namespace dropout {
namespace {

constexpr std::size_t quad = 4;

// What is added for four rows, and for many.
struct Sums {
  Double2 halves{};    // Σ σ / 2
  Double2 quarters{};  // Σ σ² / 4
};

LogisticQuad logistic_quad(double g1, double g2, double g3, double g4) {
  const double sum12 = g1 + g2;
  const double sum34 = g3 + g4;
  const double product12 = g1 * g2;
  const double product34 = g3 * g4;
  return {broadcast(sum12 + sum34), broadcast(product12 + sum12 * sum34 + product34),
          broadcast(product12 * sum34 + product34 * sum12), broadcast(product12 * product34)};
}

// Four rows over one division. With
//
//     D = Π (E + G) = E⁴ + e1 E³ + e2 E² + e3 E + e4
//     Σ σ = (e1 E³ + 2 e2 E² + 3 e3 E + 4 e4) / D
//     Σ σ² = (Σ σ)² - 2 (e2 E² + 3 e3 E + 6 e4) / D
//
// where the last fraction sums the products of two. All numerators are sums of the partial sums of
// D from its last term on, and of those sums': additions of positive numbers, no multiplications.
// With half of Σ σ, no number has to be doubled either.
void add_quad(const LogisticQuad& g, const Double2& e, const Double2& e_2, const Double2& e_3,
              const Double2& e_4, Sums& sums) {
  const Double2 partial1 = g.e4 + g.e3 * e;
  const Double2 partial2 = partial1 + g.e2 * e_2;
  const Double2 partial3 = partial2 + g.e1 * e_3;
  const Double2 half_reciprocal = 0.5 / (partial3 + e_4);
  const Double2 second1 = g.e4 + partial1;
  const Double2 second2 = second1 + partial2;
  const Double2 half_sum = (second2 + partial3) * half_reciprocal;
  sums.halves += half_sum;
  sums.quarters += half_sum * half_sum - (g.e4 + second1 + second2) * half_reciprocal;
}

// All columns, each weighted by its probability.
Sums sums(std::span<const LogisticQuad> quads, const Vector& factors, const Vector& probability) {
  Sums total;
  for (Index column = 0; column < factors.size(); column += 2) {
    const Double2 e = load<Double2>(factors.data() + column);
    const Double2 e_2 = e * e;
    const Double2 e_3 = e_2 * e;
    const Double2 e_4 = e_2 * e_2;
    Sums of_column;
    for (const LogisticQuad& each : quads) add_quad(each, e, e_2, e_3, e_4, of_column);
    const Double2 weight = load<Double2>(probability.data() + column);
    total.halves += weight * of_column.halves;
    total.quarters += weight * of_column.quarters;
  }
  return total;
}

}  // namespace

LogisticTable::LogisticTable(const Vector& column_probability, const Vector& row_probability)
    : column_probability_(column_probability),
      rows_(grouped_rows(row_probability, quad)),
      column_factors_(column_probability.size()),
      row_factors_(Vector::Zero(row_probability.size() + 1)),
      quads_(rows_.rows.size() / quad) {
  if (column_probability.size() % 2 != 0) {
    column_probability_.conservativeResize(column_probability.size() + 1);
    column_probability_.tail(1).setZero();
    column_factors_ = Vector::Ones(column_probability_.size());
  }
}

ShareMoments LogisticTable::moments() {
  const Index* row = rows_.rows.data();
  const double* const factors = row_factors_.data();
  for (LogisticQuad& each : quads_) {
    each = logistic_quad(factors[row[0]], factors[row[1]], factors[row[2]], factors[row[3]]);
    row += quad;
  }
  double mean = 0;
  double mean_square = 0;
  for (const RowGroup& group : rows_.groups) {
    const auto quads = std::span(quads_).subspan(group.first / quad, group.count / quad);
    const Sums of_group = sums(quads, column_factors_, column_probability_);
    mean += group.probability * 2 * sum(of_group.halves);
    mean_square += group.probability * 4 * sum(of_group.quarters);
  }
  return from_squares(mean, mean_square);
}

}  // namespace dropout
