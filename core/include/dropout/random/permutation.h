#pragma once

#include <vector>

#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// 0, 1, … samples - 1 in a random order: `torch.randperm(samples)`, or
/// `np.random.permutation(samples)`, number for number. `samples` is 0 to max_samples. Throws
/// InvalidInput.
std::vector<Index> permutation(RandomStream& stream, Index samples);

}  // namespace dropout
