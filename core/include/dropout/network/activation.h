#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "dropout/support/matrix.h"

namespace dropout {

/// What a layer makes of its pre-activations; softmax, of all of a sample's together. gelu is z
/// Φ(z), Φ being the normal distribution function: PyTorch's nn.GELU() (Hendrycks & Gimpel 2016).
enum class Activation { identity, relu, tanh, sigmoid, softmax, gelu };

/// All activations, in the order of the enumeration, and what JavaScript calls them.
inline constexpr std::array<std::pair<std::string_view, Activation>, 6> activation_names{{
    {"identity", Activation::identity},
    {"relu", Activation::relu},
    {"tanh", Activation::tanh},
    {"sigmoid", Activation::sigmoid},
    {"softmax", Activation::softmax},
    {"gelu", Activation::gelu},
}};

/// The activation of that name. Other names throw InvalidInput naming `field`.
Activation activation_named(std::string_view name, std::string_view field);

/// The activation's name in JavaScript.
std::string_view name_of(Activation activation);

/// Applies the activation to pre_activation, samples × units: unit by unit, except that softmax
/// normalizes each row to sum 1. No finite input overflows.
Matrix activate(Activation activation, const Matrix& pre_activation);

/// From the gradient by activations to the gradient by the pre-activations that `activate` made
/// them of. All are samples × units. At 0, relu has slope 0, as in PyTorch.
Matrix activation_gradient(Activation activation, const Matrix& pre_activation,
                           const Matrix& activations, const Matrix& gradient);

/// log of `activate(Activation::sigmoid, z)`, finite for every finite z.
Matrix log_sigmoid(const Matrix& pre_activation);

/// log of `activate(Activation::softmax, z)`, finite where the entries of a row are not further
/// apart than float64 reaches.
Matrix log_softmax(const Matrix& pre_activation);

}  // namespace dropout
