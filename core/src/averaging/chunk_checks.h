#pragma once

#include <vector>

#include "averaging/averaging.h"

namespace dropout {

/// Throws InvalidInput where `chunks` are not `expected` ones, or cannot be those of this
/// averaging.
void check_chunks(const Averaging& averaging, Index expected,
                  const std::vector<PartialAverage>& chunks);

}  // namespace dropout
