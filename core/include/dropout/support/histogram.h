#pragma once

#include "dropout/support/matrix.h"

namespace dropout {

/// How numbers are spread, each with its probability.
struct Histogram {
  Vector edges;        ///< bins + 1 ascending numbers, from the smallest to the largest value
  Vector probability;  ///< bins; bin b holds edges[b] <= value < edges[b + 1], the last one both
};

/// `values`, finite, in `bins` bins of equal width, each with its probability in [0, 1]. When all
/// are equal, edges are all the same and the last bin holds everything. Throws InvalidInput.
Histogram histogram(const Vector& values, const Vector& probability, Index bins);

}  // namespace dropout
