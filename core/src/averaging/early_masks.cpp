#include "averaging/early_masks.h"

#include <utility>

#include "network/activate_columns.h"
#include "support/vector_functions.h"

namespace dropout {

Index early_units(const ReducedNetwork& network, std::size_t stage) {
  Index units = 0;
  for (std::size_t s = 0; s < stage; ++s) units += masked_units(network.stages[s]);
  return units;
}

namespace {

bool keeps(std::uint64_t mask, Index unit) { return (mask >> unit) & 1; }

// Multiplies by the probability of what each mask does with the unit of number `bit`. Masks that
// differ only in this bit and those after it have had the same probability so far, and the first
// of them holds it.
void multiply_probability(Vector& probability, double p_drop, std::uint64_t first, Index bit) {
  double* const numbers = probability.data();
  const Index masks = probability.size();
  const bool do_all_the_same = static_cast<std::uint64_t>(masks) >> bit <= 1;
  if (do_all_the_same) {
    const double factor = keeps(first, bit) ? 1 - p_drop : p_drop;
    for (Index m = 0; m < masks; ++m) numbers[m] *= factor;
    return;
  }
  const Index run = Index{1} << bit;
  for (Index m = 0; m < run; ++m) {
    numbers[run + m] = numbers[m] * (1 - p_drop);
    numbers[m] *= p_drop;
  }
}

// What the first stage makes of its masks. Each sum is one of half the masks plus one unit.
Matrix first_pre_activations(const Vector& start, const Stage& stage, std::uint64_t first,
                             Index masks) {
  const Index units = masked_units(stage);
  Matrix sums(stage.bias.size(), masks);
  Vector sum = stage.bias;
  for (Index unit = 0; unit < units; ++unit) {
    if (keeps(first, unit)) sum += stage.weight.col(unit) * start(unit);
  }
  sums.col(0) = sum;
  for (Index unit = 0, filled = 1; filled < masks; ++unit, filled *= 2) {
    auto next = sums.middleCols(filled, filled);
    next = sums.leftCols(filled);
    if (unit < units) next.colwise() += Vector(stage.weight.col(unit) * start(unit));
  }
  return sums;
}

}  // namespace

EarlyMasks early_masks(const ReducedNetwork& network, std::size_t stage, std::uint64_t first,
                       std::uint64_t count) {
  const auto masks = static_cast<Index>(count);
  EarlyMasks result{Vector::Ones(masks), {}};
  if (stage == 0) {
    result.values = network.start.replicate(1, masks);
    return result;
  }
  Index bit = 0;
  for (std::size_t s = 0; s < stage; ++s) {
    const Stage& each = network.stages[s];
    for (Index unit = 0; unit < masked_units(each); ++unit, ++bit) {
      multiply_probability(result.probability, each.p_drop, first, bit);
      for (Index m = 0; s > 0 && m < masks; ++m) {
        result.values(unit, m) *= keeps(first + static_cast<std::uint64_t>(m), bit);
      }
    }
    Matrix output = s == 0 ? first_pre_activations(network.start, each, first, masks)
                           : Matrix((each.weight * result.values).colwise() + each.bias);
    activate_columns(each.activation, output);
    result.values = std::move(output);
  }
  return result;
}

}  // namespace dropout
