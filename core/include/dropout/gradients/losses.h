#pragma once

#include <string_view>

#include "dropout/network/activation.h"
#include "dropout/network/forward.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// How far outputs y are from targets t, as PyTorch computes it, with natural logarithms.
enum class Loss {
  mean_squared_error,    ///< (y - t)², averaged over the outputs, of any activation
  binary_cross_entropy,  ///< -t log y - (1 - t) log(1 - y), averaged over sigmoid outputs
  cross_entropy,         ///< -t log y, added up over softmax outputs
};

/// The one that JavaScript calls by this name: "mean_squared_error", "binary_cross_entropy" or
/// "cross_entropy". Other names throw InvalidInput naming `field`.
Loss loss_named(std::string_view name, std::string_view field);

/// The name by which JavaScript calls it.
std::string_view name_of(Loss loss);

/// One loss for each sample. `output` is what the last layer computed, with an activation that the
/// loss applies to; `targets` are samples × outputs. The cross entropies come from pre-activations,
/// since the logarithm of an output that is rounded to 0 would be infinite.
Vector losses(Loss loss, const LayerPass& output, const Matrix& targets);

/// The gradient of each sample's loss by the last layer's pre-activations: samples × outputs.
Matrix loss_gradient(Loss loss, Activation activation, const LayerPass& output,
                     const Matrix& targets);

}  // namespace dropout
