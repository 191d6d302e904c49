#pragma once

#include "dropout/masks/scaling.h"
#include "dropout/support/matrix.h"

/// Checks of what is asked about masks. Each throws InvalidInput, which names the field, the value
/// and what is allowed.
namespace dropout {

void check_binomial_units(Index units);
void check_trials(Index units, Index trials);
void check_scaling(ScalingRule rule, const Vector& activations, double p_drop, Index samples);

}  // namespace dropout
