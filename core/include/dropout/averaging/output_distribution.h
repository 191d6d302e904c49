#pragma once

#include "dropout/averaging/subnetworks.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// How the outputs of all subnetworks are spread: a histogram weighted by probability.
struct OutputDistribution {
  Vector edges;        ///< bins + 1 ascending numbers, from the smallest to the largest output
  Vector probability;  ///< bins; bin b holds edges[b] <= output < edges[b + 1], the last one both
};

/// `values`, finite, in `bins` bins of equal width, each with its probability in [0, 1]. When all
/// are equal, edges are all the same and the last bin holds everything. Throws InvalidInput.
OutputDistribution histogram(const Vector& values, const Vector& probability, Index bins);

/// The histogram of output number `output`. Throws InvalidInput.
OutputDistribution output_distribution(const SubnetworkOutputs& all, Index output, Index bins);

}  // namespace dropout
