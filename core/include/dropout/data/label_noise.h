#pragma once

#include <vector>

#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// The labels with some of them wrong: exactly round(fraction · labels), the first ones of a random
/// permutation, each replaced by one of the other classes, all alike probable. Labels are from 0 to
/// classes - 1, `classes` is 2 to max_units, `fraction` in [0, 1]. Throws InvalidInput.
std::vector<Index> corrupt_labels(RandomStream& stream, const std::vector<Index>& labels,
                                  Index classes, double fraction);

}  // namespace dropout
