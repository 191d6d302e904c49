#pragma once

#include "dropout/gradients/batch.h"
#include "dropout/gradients/gradients.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// The network after one step of gradient descent: every weight and bias less learning_rate times
/// its mean gradient. learning_rate is finite and at least 0. Throws InvalidInput.
Network descend(const Network& network, const MeanGradients& gradients, double learning_rate);

/// The network after so many such steps, each with the mean gradients of the same batch. updates ×
/// samples × weights and biases are at most max_descent. Throws InvalidInput.
Network gradient_descent(Network network, const Batch& batch, double learning_rate, Index updates);

}  // namespace dropout
