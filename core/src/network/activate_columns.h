#pragma once

#include "dropout/network/activation.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// Applies the activation where each row is a unit and each column a subnetwork.
void activate_columns(Activation activation, Matrix& pre_activation);

}  // namespace dropout
