#pragma once

#include <vector>

#include "averaging/averaging_plan.h"

namespace dropout {

/// Throws InvalidInput where `chunks` are not `expected` ones, or cannot be those of this
/// plan.
void check_chunks(const AveragingPlan& plan, Index expected,
                  const std::vector<PartialAverage>& chunks);

}  // namespace dropout
