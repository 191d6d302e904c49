#pragma once

#include <Eigen/Core>
#include <optional>

#include "dropout/network/inverted_dropout.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// How often each of the numbers 0, 1, 2, … occurs.
using Counts = Eigen::Matrix<Index, Eigen::Dynamic, 1>;

/// How many rows of the mask drop exactly k units, for k = 0 to the number of units. Throws
/// InvalidInput.
Counts dropped_unit_counts(const KeepMask& keep_mask);

/// The binomial distribution that those counts follow: the probability that exactly k of `units`
/// units are dropped, for k = 0 to `units`. Entries under float64's smallest number are 0.
/// `units` is 0 to max_binomial_units, p_drop in [0, 1]. Throws InvalidInput.
Vector dropped_units_distribution(Index units, double p_drop);

/// log10 of the probability that all `units` units are dropped, p_drop^units, which itself may be
/// far too small for a float64; minus infinity where it is 0. Throws InvalidInput.
double log10_all_dropped(Index units, double p_drop);

/// What random masks drop, beside what is to be expected.
struct DroppedUnits {
  /// Of the number of units that one mask drops.
  struct Spread {
    Index smallest;  ///< of all masks
    Index largest;   ///< of all masks
    double mean;     ///< over all masks
  };

  Counts counts;                         ///< as dropped_unit_counts
  std::optional<Spread> spread;          ///< none without masks
  Index none_kept;                       ///< how many masks drop every unit
  Vector binomial;                       ///< as dropped_units_distribution
  double probability_all_dropped;        ///< p_drop^units; 0 where that is too small for a float64
  double log10_probability_all_dropped;  ///< as log10_all_dropped
};

/// About the masks of sample_keep_mask(stream, p_drop, trials, units), which are never in memory
/// together. `units` is 1 to max_units, `trials` 0 to max_trials, p_drop in [0, 1].
/// Throws InvalidInput.
DroppedUnits dropped_units(RandomStream& stream, double p_drop, Index units, Index trials);

}  // namespace dropout
