#pragma once

#include <cstddef>
#include <optional>

#include "dropout/gradients/batch.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// One weight of a network, or one bias.
struct Parameter {
  std::size_t layer = 0;       ///< from 0
  Index output = 0;            ///< which of the layer's units
  std::optional<Index> input;  ///< which of the numbers that the layer receives; none: the bias
};

/// Gradients by one parameter, from finite differences.
struct NumericalGradient {
  Vector sample;    ///< one entry for each sample's loss
  double mean = 0;  ///< of the mean of these losses
};

/// Near the cube root of float64's precision, where the error that step² brings and the rounding
/// error that 1 / step magnifies are alike for weights and losses around 1.
inline constexpr double default_step = 1e-5;

/// The central difference (loss(w + step) - loss(w - step)) / (2 step) by one weight w, from two
/// forward passes: what `gradients` must agree with, unless a relu has its kink in between. 2 step
/// is the difference of the two weights as rounded. `step` is above 0, and changes w. Throws
/// InvalidInput.
NumericalGradient numerical_gradient(const Network& network, const Batch& batch,
                                     const Parameter& parameter, double step = default_step);

}  // namespace dropout
