#pragma once

#include <span>

#include "dropout/matrix.h"

/// What nearly all the time of training is spent in. Sums are taken in a fixed order, so that every
/// build gives the same bits.
namespace dropout {

/// One term of a sum of rows.
struct ScaledRow {
  float factor;
  const float* row;
};

/// sum = start + Σ factor · row, entry by entry. All rows have `width` numbers.
void add_rows(const float* start, std::span<const ScaledRow> terms, Index width, float* sum);

/// Σ a b of two rows of `width` numbers.
float dot(const float* a, const float* b, Index width);

/// How far one update goes.
struct DescentFactors {
  float learning_rate;
  float momentum;
  float weight_decay;
};

/// velocity = momentum · velocity + gradient + weight_decay · parameters, then
/// parameters -= learning_rate · velocity. Velocities that have faded to less than 1e-30 become 0:
/// below float32's normal numbers, arithmetic is many times as slow.
void descend_row(const float* gradient, const DescentFactors& factors, Index width, float* velocity,
                 float* parameters);

}  // namespace dropout
