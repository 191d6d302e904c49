#include "training/float32_kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "support/simd.h"

namespace dropout {
namespace {

constexpr Index lanes = 4;

// Sums so many vectors as fit into registers, beside what is added to them.
template <std::size_t vectors>
void add_columns(const float* start, std::span<const Term> terms, const float* matrix, Index width,
                 Index column, float* sum) {
  std::array<Float4, vectors> total;
  for (std::size_t v = 0; v < vectors; ++v) total[v] = load<Float4>(start + column + v * lanes);
  for (const Term& term : terms) {
    const float* row = matrix + term.row * width + column;
    for (std::size_t v = 0; v < vectors; ++v)
      total[v] += term.factor * load<Float4>(row + v * lanes);
  }
  for (std::size_t v = 0; v < vectors; ++v) store(total[v], sum + column + v * lanes);
}

// Several rows at once, for each addition waits for the one before it.
template <std::size_t rows_at_once>
void dot_rows(const float* a, std::span<const Term, rows_at_once> terms, const float* matrix,
              Index width, float* products) {
  std::array<const float*, rows_at_once> rows;
  for (std::size_t r = 0; r < rows_at_once; ++r) rows[r] = matrix + terms[r].row * width;
  std::array<Float4, rows_at_once> total{};
  Index i = 0;
  for (; i + lanes <= width; i += lanes) {
    const Float4 factor = load<Float4>(a + i);
    for (std::size_t r = 0; r < rows_at_once; ++r) total[r] += factor * load<Float4>(rows[r] + i);
  }
  for (std::size_t r = 0; r < rows_at_once; ++r) {
    float product = (total[r][0] + total[r][1]) + (total[r][2] + total[r][3]);
    for (Index j = i; j < width; ++j) product += a[j] * rows[r][j];
    products[r] = product;
  }
}

}  // namespace

void add_rows(const float* start, std::span<const Term> terms, const float* matrix, Index width,
              float* sum) {
  constexpr Index max_vectors = 8;
  Index column = 0;
  for (; column + max_vectors * lanes <= width; column += max_vectors * lanes) {
    add_columns<max_vectors>(start, terms, matrix, width, column, sum);
  }
  for (; column + 2 * lanes <= width; column += 2 * lanes) {
    add_columns<2>(start, terms, matrix, width, column, sum);
  }
  if (width >= lanes) {
    // Some columns twice, if need be, rather than by themselves.
    for (; column < width; column += lanes) {
      add_columns<1>(start, terms, matrix, width, std::min(column, width - lanes), sum);
    }
  }
  for (; column < width; ++column) {
    float total = start[column];
    for (const Term& term : terms) total += term.factor * matrix[term.row * width + column];
    sum[column] = total;
  }
}

void dots(const float* a, std::span<const Term> terms, const float* matrix, Index width,
          float* products) {
  constexpr std::size_t max_rows = 4;
  std::size_t done = 0;
  for (; done + max_rows <= terms.size(); done += max_rows) {
    dot_rows(a, terms.subspan(done).first<max_rows>(), matrix, width, products + done);
  }
  for (; done < terms.size(); ++done) {
    dot_rows(a, terms.subspan(done).first<1>(), matrix, width, products + done);
  }
}

void descend_row(const float* __restrict gradient, const DescentFactors& factors, Index width,
                 float* __restrict velocity, const float* __restrict parameters,
                 float* __restrict next) {
  const auto [learning_rate, momentum, weight_decay] = factors;
  constexpr float faded = 1e-30F;
  for (Index i = 0; i < width; ++i) {
    const float v = momentum * velocity[i] + (gradient[i] + weight_decay * parameters[i]);
    velocity[i] = std::abs(v) < faded ? 0 : v;
    next[i] = parameters[i] - learning_rate * velocity[i];
  }
}

bool are_finite(std::span<const float> numbers) {
  // By their bits, whose order does not matter: several at a time.
  constexpr std::uint32_t exponent = 0x7f80'0000;
  std::uint32_t is_any_not = 0;
  for (const float number : numbers) {
    const auto bits = Eigen::numext::bit_cast<std::uint32_t>(number);
    is_any_not |= (bits & exponent) == exponent ? 1 : 0;
  }
  return is_any_not == 0;
}

}  // namespace dropout
