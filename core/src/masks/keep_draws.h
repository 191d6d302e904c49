#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "dropout/random/random_stream.h"

namespace dropout {

/// Draws the next entries of a keep mask in row order: 1 = keep, 0 = drop.
using KeepDraws = std::function<void(std::span<std::uint8_t>)>;

/// The draws of one mask that has entries, as sample_keep_mask describes them, for a p_drop that is
/// checked. They are taken from `stream`, which must outlive them.
KeepDraws keep_draws(RandomStream& stream, double p_drop);

}  // namespace dropout
