#pragma once

#include "dropout/gradients.h"
#include "dropout/network.h"

namespace dropout {

/// The network after one step of gradient descent: every weight and bias less learning_rate times
/// its mean gradient. learning_rate is finite and at least 0. Throws InvalidInput.
Network descend(const Network& network, const Gradients& gradients, double learning_rate);

}  // namespace dropout
