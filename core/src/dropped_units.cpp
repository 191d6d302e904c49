#include "dropout/dropped_units.h"

#include <algorithm>
#include <cmath>

#include "dropout/validation.h"

namespace dropout {

Counts dropped_unit_counts(const KeepMask& keep_mask) {
  Counts counts = Counts::Zero(keep_mask.cols() + 1);
  for (Index sample = 0; sample < keep_mask.rows(); ++sample) {
    ++counts(keep_mask.cols() - keep_mask.row(sample).cast<Index>().sum());
  }
  return counts;
}

Vector dropped_units_distribution(Index units, double p_drop) {
  check_p_drop(p_drop, "p_drop");
  check_binomial_units(units);
  // From the most likely count outwards by the ratio of neighbours, then normalized: nothing can
  // overflow, and what underflows is negligible beside the largest entry.
  Vector probability(units + 1);
  const double odds = p_drop / (1 - p_drop);
  const auto mode = std::min(units, static_cast<Index>(static_cast<double>(units + 1) * p_drop));
  probability(mode) = 1;
  for (Index k = mode; k < units; ++k) {
    probability(k + 1) =
        probability(k) * odds * static_cast<double>(units - k) / static_cast<double>(k + 1);
  }
  for (Index k = mode; k > 0; --k) {
    probability(k - 1) =
        probability(k) / odds * static_cast<double>(k) / static_cast<double>(units - k + 1);
  }
  return probability / probability.sum();
}

double log10_all_dropped(Index units, double p_drop) {
  check_p_drop(p_drop, "p_drop");
  check_binomial_units(units);
  // 0 units: the empty product, also when log10(0) would make it 0 · inf.
  return units == 0 ? 0 : static_cast<double>(units) * std::log10(p_drop);
}

}  // namespace dropout
