#pragma once

#include <vector>

#include "dropout/network/network.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// The keep masks of one pass through a network with L layers: entry 0 masks the inputs, entry k
/// (1 <= k < L) the output units of hidden layer k - 1. Each has one row for each sample.
using KeepMasks = std::vector<KeepMask>;

/// Draws a samples × units mask whose entries are 1 with probability 1 - p_drop, independently and
/// in row order: exactly the units that `nn.Dropout(p_drop)` keeps of a samples × units tensor, or
/// `np.random.binomial(1, 1 - p_drop, size=(samples, units))`.
///
/// p_drop is in [0, 1]; samples and units may be 0. Throws InvalidInput.
KeepMask sample_keep_mask(RandomStream& stream, double p_drop, Index samples, Index units);

/// Draws the masks of one forward pass on a batch in the order in which an `nn.Sequential` of
/// Dropout and Linear layers draws them: inputs first, then hidden layer by hidden layer. Where
/// p_drop is 0 there is no Dropout, and nothing is drawn. Throws InvalidInput.
KeepMasks sample_keep_masks(RandomStream& stream, const Network& network, Index samples);

/// Multiplies kept values by kept_scale(p_drop) and dropped ones by 0: inverted dropout. A dropped
/// negative value becomes -0, as in PyTorch. `values` and `keep_mask` are samples × units, p_drop
/// is in [0, 1]. Throws InvalidInput.
Matrix apply_keep_mask(const Matrix& values, const KeepMask& keep_mask, double p_drop);

}  // namespace dropout
