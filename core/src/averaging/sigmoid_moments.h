#pragma once

#include "averaging/moments.h"
#include "averaging/reduced_network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// Of σ(z), the share, over all masks of z = bias + Σ m_i contributions_i, where each m_i is 0 with
/// probability p_drop and else 1. Mean and complement have relative errors of some 1e-16 max|z|,
/// however small they are. So has the variance, relative to the square of the smaller of them: a
/// much smaller one loses digits, unless all z are within 1 of their mean, or no two units ever do
/// what is improbable.
ShareMoments sigmoid_moments(const Vector& contributions, double bias, double p_drop);

/// The same of every output of a stage with `logistic(stage)`: a set for each column of `values`,
/// which come into it.
Moments by_characteristic_function(const Stage& stage, const Matrix& values);

}  // namespace dropout
