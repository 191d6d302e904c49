#pragma once

#include <span>

#include "dropout/support/matrix.h"
#include "training/terms.h"

/// What nearly all the time of training is spent in. Sums are taken in a fixed order, so that every
/// build gives the same bits.
namespace dropout {

/// sum = start + Σ factor · row, entry by entry, of rows of a matrix with `width` columns.
void add_rows(const float* start, std::span<const Term> terms, const float* matrix, Index width,
              float* sum);

/// products[k] = Σ a · row, entry by entry, of the rows that the terms name. Their factors do not
/// matter.
void dots(const float* a, std::span<const Term> terms, const float* matrix, Index width,
          float* products);

/// How far one update goes.
struct DescentFactors {
  float learning_rate;
  float momentum;
  float weight_decay;
};

/// velocity = momentum · velocity + gradient + weight_decay · parameters, then
/// next = parameters - learning_rate · velocity. Velocities that have faded to less than 1e-30
/// become 0: below float32's normal numbers, arithmetic is many times as slow.
void descend_row(const float* gradient, const DescentFactors& factors, Index width, float* velocity,
                 const float* parameters, float* next);

/// Whether all of them are.
bool are_finite(std::span<const float> numbers);

}  // namespace dropout
