#pragma once

#include "dropout/network/inverted_dropout.h"
#include "dropout/network/network.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

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

}  // namespace dropout
