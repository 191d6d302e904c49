#include "averaging/softmax_table.h"

#include <array>
#include <cstddef>
#include <utility>

namespace dropout {
namespace {

// What is added for some subnetworks, class by class. Class 0 is added up on its own: what the
// others leave of 1 has no digits where it is small.
template <std::size_t others>
struct Sums {
  std::array<Double2, others> probabilities{};
  std::array<Double2, others> squares{};
  Double2 first_probabilities{};
  Double2 first_squares{};

  void add(const Double2& weight, const Sums& part) {
    for (std::size_t c = 0; c < others; ++c) {
      probabilities[c] += weight * part.probabilities[c];
      squares[c] += weight * part.squares[c];
    }
    first_probabilities += weight * part.first_probabilities;
    first_squares += weight * part.first_squares;
  }
};

template <std::size_t others>
void add_row(const Double2* row_factors, const std::array<Double2, others>& column_factors,
             Sums<others>& sums) {
  std::array<Double2, others> exponentials;
  Double2 denominator = broadcast(1);
  for (std::size_t c = 0; c < others; ++c) {
    exponentials[c] = column_factors[c] * row_factors[c];
    denominator += exponentials[c];
  }
  const Double2 reciprocal = 1.0 / denominator;
  sums.first_probabilities += reciprocal;
  sums.first_squares += reciprocal * reciprocal;
  for (std::size_t c = 0; c < others; ++c) {
    const Double2 probability = exponentials[c] * reciprocal;
    sums.probabilities[c] += probability;
    sums.squares[c] += probability * probability;
  }
}

// All columns, each weighted by its probability.
template <std::size_t others>
Sums<others> sums(std::span<const Double2> rows, const Matrix& factors, const Vector& probability) {
  Sums<others> total;
  for (Index column = 0; column < factors.cols(); column += 2) {
    std::array<Double2, others> of_classes;
    for (std::size_t c = 0; c < others; ++c) {
      of_classes[c] = load<Double2>(&factors(static_cast<Index>(c), column));
    }
    Sums<others> of_column;
    for (std::size_t row = 0; row < rows.size(); row += others) {
      add_row(&rows[row], of_classes, of_column);
    }
    total.add(load<Double2>(probability.data() + column), of_column);
  }
  return total;
}

}  // namespace

SoftmaxTable::SoftmaxTable(const Vector& column_probability, const Vector& row_probability,
                           Index classes)
    : column_probability_(column_probability),
      rows_(grouped_rows(row_probability, 1)),
      row_factors_(classes - 1, row_probability.size()),
      grouped_factors_(rows_.rows.size() * static_cast<std::size_t>(classes - 1)),
      moments_(static_cast<std::size_t>(classes)) {
  if (column_probability.size() % 2 != 0) {
    column_probability_.conservativeResize(column_probability.size() + 1);
    column_probability_.tail(1).setZero();
  }
  column_factors_ = Matrix::Ones(classes - 1, column_probability_.size());
}

template <Index classes>
void SoftmaxTable::average() {
  constexpr auto others = static_cast<std::size_t>(classes - 1);
  Sums<others> total;
  for (const RowGroup& group : rows_.groups) {
    const auto rows =
        std::span(grouped_factors_).subspan(group.first * others, group.count * others);
    total.add(broadcast(group.probability),
              sums<others>(rows, column_factors_, column_probability_));
  }
  moments_[0] = from_squares(sum(total.first_probabilities), sum(total.first_squares));
  for (std::size_t c = 0; c < others; ++c) {
    moments_[c + 1] = from_squares(sum(total.probabilities[c]), sum(total.squares[c]));
  }
}

std::span<const ShareMoments> SoftmaxTable::moments() {
  const std::size_t others = moments_.size() - 1;
  for (std::size_t c = 0; c < others; ++c) {
    const double* const factors = row_factors(static_cast<Index>(c + 1));
    Double2* factor = grouped_factors_.data() + c;
    for (const Index row : rows_.rows) {
      *factor = broadcast(factors[row]);
      factor += others;
    }
  }
  const auto classes = static_cast<Index>(moments_.size());
  [&]<Index... n>(std::integer_sequence<Index, n...>) {
    ((classes == n + min_classes ? average<n + min_classes>() : void()), ...);
  }(std::make_integer_sequence<Index, max_classes - min_classes + 1>());
  return moments_;
}

}  // namespace dropout
