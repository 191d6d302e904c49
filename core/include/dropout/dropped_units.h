#pragma once

#include <Eigen/Core>

#include "dropout/matrix.h"

namespace dropout {

using Counts = Eigen::Matrix<Index, Eigen::Dynamic, 1>;

/// How many rows of the mask drop exactly k units, for k = 0 to the number of units.
Counts dropped_unit_counts(const KeepMask& keep_mask);

/// The binomial distribution that those counts follow: the probability that exactly k of `units`
/// units are dropped, for k = 0 to `units`. Entries under float64's smallest number are 0.
/// `units` is 0 to max_binomial_units, p_drop in [0, 1). Throws InvalidInput.
Vector dropped_units_distribution(Index units, double p_drop);

/// log10 of the probability that all `units` units are dropped, p_drop^units, which itself may be
/// far too small for a float64; minus infinity where it is 0. Throws InvalidInput.
double log10_all_dropped(Index units, double p_drop);

}  // namespace dropout
