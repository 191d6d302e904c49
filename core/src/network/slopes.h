#pragma once

#include <Eigen/Core>

#include "dropout/network/activation.h"

namespace dropout {

/// Whether the slope is 0 wherever the activation is: such units need no gradient.
bool is_flat_at_0(Activation activation);

/// One sample's values.
template <class Number>
using Row = Eigen::Matrix<Number, 1, Eigen::Dynamic>;

/// Turns the gradient by one sample's activations into that by its pre-activations z, of which
/// `activations` were made. For float and double.
template <class Number>
void multiply_by_slope(Activation activation, const Eigen::Ref<const Row<Number>>& z,
                       const Eigen::Ref<const Row<Number>>& activations,
                       Eigen::Ref<Row<Number>> gradient);

}  // namespace dropout
