#pragma once

#include "dropout/support/matrix.h"

/// Checks of what is generated. Each throws InvalidInput, which names the field, the value and what
/// is allowed.
namespace dropout {

void check_generated(Index samples, double noise);

}  // namespace dropout
