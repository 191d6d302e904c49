#include "dropout/masks/dropped_units.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>

#include "masks/checks.h"
#include "masks/keep_draws.h"
#include "network/checks.h"

namespace dropout {
namespace {

// In sums of bytes, of which a vector holds most; no more than 255 at once can overflow none.
Index kept_units(const std::uint8_t* mask, Index units) {
  Index kept = 0;
  for (Index first = 0; first < units; first += 255) {
    const Index end = std::min(first + 255, units);
    kept += std::accumulate(mask + first, mask + end, std::uint8_t{0});
  }
  return kept;
}

Counts counts_of(const KeepMask& keep_mask) {
  const Index units = keep_mask.cols();
  Counts counts = Counts::Zero(units + 1);
  for (Index sample = 0; sample < keep_mask.rows(); ++sample) {
    ++counts(units - kept_units(keep_mask.data() + sample * units, units));
  }
  return counts;
}

Counts sampled_counts(RandomStream& stream, double p_drop, Index units, Index trials) {
  Counts counts = Counts::Zero(units + 1);
  if (trials == 0) return counts;
  const KeepDraws draw = keep_draws(stream, p_drop);
  // Some 32 kB, which stay in the cache.
  const Index rows = std::max(Index{1}, 32768 / units);
  for (Index first = 0; first < trials; first += rows) {
    KeepMask masks(std::min(rows, trials - first), units);
    draw({masks.data(), static_cast<std::size_t>(masks.size())});
    counts += counts_of(masks);
  }
  return counts;
}

// p_drop^units by squares: std::pow is much to download.
double all_dropped(Index units, double p_drop) {
  double power = 1;
  for (double square = std::abs(p_drop); units > 0; units /= 2, square *= square) {
    if (units % 2 != 0) power *= square;
  }
  return power;
}

std::optional<DroppedUnits::Spread> spread_of(const Counts& counts) {
  const Index trials = counts.sum();
  if (trials == 0) return std::nullopt;
  Index smallest = 0;
  while (counts(smallest) == 0) ++smallest;
  Index largest = counts.size() - 1;
  while (counts(largest) == 0) --largest;
  const Vector numbers =
      Vector::LinSpaced(counts.size(), 0, static_cast<double>(counts.size() - 1));
  const double dropped = numbers.dot(counts.cast<double>());
  return DroppedUnits::Spread{smallest, largest, dropped / static_cast<double>(trials)};
}

}  // namespace

Counts dropped_unit_counts(const KeepMask& keep_mask) {
  check_mask_entries(keep_mask, "keep_mask");
  return counts_of(keep_mask);
}

Vector dropped_units_distribution(Index units, double p_drop) {
  check_p_drop(p_drop, "p_drop");
  check_binomial_units(units);
  // From the most likely count outwards by the ratio of neighbours, then normalized: nothing can
  // overflow, and what underflows is negligible beside the largest entry. -0 counts as 0.
  p_drop = std::abs(p_drop);
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

DroppedUnits dropped_units(RandomStream& stream, double p_drop, Index units, Index trials) {
  check_p_drop(p_drop, "p_drop");
  check_trials(units, trials);
  const Counts counts = sampled_counts(stream, p_drop, units, trials);
  return {counts,
          spread_of(counts),
          counts(units),
          dropped_units_distribution(units, p_drop),
          all_dropped(units, p_drop),
          log10_all_dropped(units, p_drop)};
}

}  // namespace dropout
