#pragma once

#include <string_view>

#include "dropout/gradients/batch.h"
#include "dropout/gradients/losses.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

/// Checks of what gradients are taken of. Each throws InvalidInput, which names the field, the
/// value and what is allowed.
namespace dropout {

void check_loss(const Network& network, Loss loss);
void check_batch(const Network& network, const Batch& batch);

/// `prefix` is what fields are named with: "" or "training.".
void check_labelled(const Network& network, Loss loss, const Matrix& inputs, const Matrix& targets,
                    std::string_view prefix);

void check_gradient_size(const Network& network, Index samples);
void check_descent_size(const Network& network, Index samples, Index updates);
void check_learning_rate(double learning_rate);

}  // namespace dropout
