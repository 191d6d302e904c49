#include "dropout/random/die_rolls.h"

#include <cmath>

#include "dropout/support/limits.h"
#include "support/refusal.h"

namespace dropout {
namespace {

void check_die_rolls(Index sides, Index rolls) {
  check_count(sides, 2, max_die_sides, "sides");
  check_count(rolls, 1, max_die_rolls, "rolls");
}

}  // namespace

DieRolls die_rolls(RandomStream& stream, Index sides, Index rolls) {
  check_die_rolls(sides, rolls);
  const auto highest = static_cast<double>(sides);
  DieRolls result{Vector(rolls), Vector(rolls), (highest + 1) / 2};
  double sum = 0;
  for (Index k = 0; k < rolls; ++k) {
    // Never sides + 1: the product of the largest u, 1 - 2^-53, rounds to less than `sides`.
    result.rolls(k) = 1 + std::floor(highest * uniform_float64(stream));
    sum += result.rolls(k);
    result.running_mean(k) = sum / static_cast<double>(k + 1);
  }
  return result;
}

}  // namespace dropout
