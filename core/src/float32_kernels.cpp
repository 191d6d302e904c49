#include "float32_kernels.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstring>

namespace dropout {
namespace {

// GCC and Clang make of it the vector instructions of whatever they compile for.
using Float4 __attribute__((vector_size(16))) = float;
constexpr std::size_t lanes = 4;

Float4 load(const float* numbers) {
  Float4 vector;
  std::memcpy(&vector, numbers, sizeof vector);
  return vector;
}

void store(const Float4& vector, float* numbers) { std::memcpy(numbers, &vector, sizeof vector); }

// Sums so many vectors as fit into registers, beside what is added to them.
template <std::size_t vectors>
void add_columns(const float* start, std::span<const ScaledRow> terms, std::size_t column,
                 float* sum) {
  std::array<Float4, vectors> total;
  for (std::size_t v = 0; v < vectors; ++v) total[v] = load(start + column + v * lanes);
  for (const ScaledRow& term : terms) {
    const float* row = term.row + column;
    for (std::size_t v = 0; v < vectors; ++v) total[v] += term.factor * load(row + v * lanes);
  }
  for (std::size_t v = 0; v < vectors; ++v) store(total[v], sum + column + v * lanes);
}

}  // namespace

void add_rows(const float* start, std::span<const ScaledRow> terms, Index width, float* sum) {
  constexpr std::size_t most = 8;
  const auto size = static_cast<std::size_t>(width);
  std::size_t column = 0;
  for (; column + most * lanes <= size; column += most * lanes) {
    add_columns<most>(start, terms, column, sum);
  }
  for (; column + lanes <= size; column += lanes) add_columns<1>(start, terms, column, sum);
  for (; column < size; ++column) {
    float total = start[column];
    for (const ScaledRow& term : terms) total += term.factor * term.row[column];
    sum[column] = total;
  }
}

float dot(const float* a, const float* b, Index width) {
  // Several sums, for each addition waits for the one before it.
  constexpr std::size_t sums = 4;
  const auto size = static_cast<std::size_t>(width);
  std::array<Float4, sums> total{};
  std::size_t i = 0;
  for (; i + sums * lanes <= size; i += sums * lanes) {
    for (std::size_t s = 0; s < sums; ++s)
      total[s] += load(a + i + s * lanes) * load(b + i + s * lanes);
  }
  for (; i + lanes <= size; i += lanes) total[0] += load(a + i) * load(b + i);
  const Float4 all = (total[0] + total[1]) + (total[2] + total[3]);
  float result = (all[0] + all[1]) + (all[2] + all[3]);
  for (; i < size; ++i) result += a[i] * b[i];
  return result;
}

void descend_row(const float* __restrict gradient, const DescentFactors& factors, Index width,
                 float* __restrict velocity, float* __restrict parameters) {
  const auto [learning_rate, momentum, weight_decay] = factors;
  constexpr float faded = 1e-30F;
  for (Index i = 0; i < width; ++i) {
    const float v = momentum * velocity[i] + (gradient[i] + weight_decay * parameters[i]);
    velocity[i] = std::abs(v) < faded ? 0 : v;
    parameters[i] -= learning_rate * velocity[i];
  }
}

}  // namespace dropout
