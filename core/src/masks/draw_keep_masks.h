#pragma once

#include <span>

#include "dropout/masks/keep_mask.h"

namespace dropout {

/// What one of a network's masks is drawn with.
struct MaskShape {
  double p_drop;
  Index units;
};

/// The masks of one forward pass through a checked network, whatever its numbers are.
KeepMasks draw_keep_masks(RandomStream& stream, std::span<const MaskShape> shapes, Index samples);

}  // namespace dropout
