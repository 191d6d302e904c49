#pragma once

#include <cstddef>
#include <cstdint>

#include "averaging/reduced_network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// The masks of the stages before a given one, and what they make come into that stage.
struct EarlyMasks {
  Vector probability;  ///< of each mask
  Matrix values;       ///< units × masks
};

/// How many units the stages before number `stage` can drop.
Index early_units(const ReducedNetwork& network, std::size_t stage);

/// Masks number `first` to `first + count - 1`, `count` being a power of two that divides `first`.
/// Mask number e keeps unit i where bit i of e is 1; units are counted from the first stage's on.
EarlyMasks early_masks(const ReducedNetwork& network, std::size_t stage, std::uint64_t first,
                       std::uint64_t count);

}  // namespace dropout
