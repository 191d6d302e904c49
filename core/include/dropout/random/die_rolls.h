#pragma once

#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// Rolls of a fair die, whose mean approaches the expected value as their number grows.
struct DieRolls {
  Vector rolls;         ///< whole numbers from 1 to `sides`
  Vector running_mean;  ///< entry k - 1: of the first k rolls
  double expected;      ///< (sides + 1) / 2
};

/// Each roll is 1 + ⌊sides · u⌋ of the next uniform_float64 u. `sides` is 2 to max_die_sides,
/// `rolls` 1 to max_die_rolls. Throws InvalidInput.
DieRolls die_rolls(RandomStream& stream, Index sides, Index rolls);

}  // namespace dropout
