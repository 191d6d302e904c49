#pragma once

#include "dropout/averaging/subnetworks.h"
#include "dropout/support/histogram.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// How output number `output` of all subnetworks is spread, each weighted by its probability.
/// Throws InvalidInput.
Histogram output_distribution(const SubnetworkOutputs& all, Index output, Index bins);

}  // namespace dropout
