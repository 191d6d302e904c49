#pragma once

#include "dropout/matrix.h"
#include "moments.h"
#include "reduced_network.h"

namespace dropout {

/// Mean and variance of σ(z) over all masks m, z = bias + Σ m_i contributions_i, where each m_i is
/// 0 with probability p_drop and else 1. With the characteristic function of z,
/// φ(t) = e^{i bias t} Π (p_drop + p_keep e^{i contributions_i t}),
///
///     E[σ(z)]  = 1/2 + ∫_0^∞ Im φ(t) / sinh(πt) dt
///     E[σ'(z)] =       ∫_0^∞ Re φ(t) t / sinh(πt) dt      (σ' = σ - σ²)
///
/// from tanh(z/2)/2 = ∫_0^∞ sin(zt) / sinh(πt) dt. The trapezoidal rule gives both integrals to
/// rounding, that of z included (some 1e-16 max|z|): with steps of 2π / (max|z| + 40) its own error
/// is below e^-40.
struct SigmoidMoments {
  double mean;
  double variance;
};
SigmoidMoments sigmoid_moments(const Vector& contributions, double bias, double p_drop);

/// The same of every output of a stage with `logistic(stage)`: a set for each column of `values`,
/// which come into it.
Moments by_characteristic_function(const Stage& stage, const Matrix& values);

/// At how many points sigmoid_moments evaluates φ if |z| is at most `largest_z`.
double quadrature_points(double largest_z);

}  // namespace dropout
