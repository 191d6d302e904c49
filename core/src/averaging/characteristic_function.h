#pragma once

#include "dropout/support/matrix.h"

namespace dropout {

/// z = bias + Σ m_i terms_i, where each m_i is 1 with probability keep_i and else 0. Both
/// probabilities have digits of their own: next to 1, one is no difference of the other.
struct MaskedSum {
  Vector terms;
  double bias;
  Vector keep;
  Vector drop;
};

/// Averages of σ(z) over all masks, from the characteristic function of z,
/// φ(t) = e^{i bias t} Π (drop_i + keep_i e^{i terms_i t}):
///
///     E[σ(z)]  = 1/2 + ∫_0^∞ Im φ(t) / sinh(πt) dt
///     E[σ'(z)] =       ∫_0^∞ Re φ(t) t / sinh(πt) dt      (σ' = σ - σ²)
///
/// from tanh(z/2)/2 = ∫_0^∞ sin(zt) / sinh(πt) dt. The trapezoidal rule gives both integrals to
/// rounding, that of z included (some 1e-16 max|z|): with steps of 2π / (max|z| + 40) its own error
/// is below e^-40.
struct SigmoidAverages {
  double mean;
  double derivative;
};
SigmoidAverages sigmoid_averages(const MaskedSum& z);

/// E[σ(z)^power e^{-line z}] for the power 1 or 2, each unit's probabilities being those of
/// `tilted(z, line)`: E[σ(z)^power] is that many times e^{cumulant}. On the line Re s = `line`,
/// which is above 0 and below `power`,
///
///     σ(z)  = 1/(2π) ∫ π / sin(πs) e^{sz} dt,      s = line + it
///     σ(z)² = 1/(2π) ∫ π (1 - s) / sin(πs) e^{sz} dt
///
/// by residues at the poles of 1 / sin. The step is 2π / (max|z| + 38 / d) with d the distance of
/// the line from the nearer end of that interval.
double power_on_line(const MaskedSum& tilted_z, int power, double line);

/// At how many points sigmoid_averages evaluates φ if |z| is at most `max_z`.
double quadrature_points(double max_z);

}  // namespace dropout
