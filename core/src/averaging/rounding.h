#pragma once

#include "dropout/averaging/averages.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// `Average::rounding` of an average whose other numbers are known.
///
/// Let z be an output's pre-activation in a random subnetwork, and d the error that float64 makes
/// of it. d is a random number, too: a kept unit is scaled by 1 / p_keep, so that near p_drop 1 an
/// improbable subnetwork has enormous z and d. What counts is their weighted sum. With f the output
/// activation, y = f(z), |f'| <= c and, for a sigmoid or softmax, |f'| <= b y:
///
///     error of E[y] <= E[|f(z + d) - f(z)|] <= c E|d|
///     and, where always d <= 1,  <= 2 b E[y |d|] <= 2 b min(E[y] max|d|, √E[y²] √E[d²])
///
/// (Hölder's inequality; e^d - 1 < 2d). E[d²] has 1 / p_keep where max|d|² has its square. The
/// error of f(E[z]), and that of the scaled full network, is that of one pass whose d is E|d| at
/// most.
///
/// The second bound is that of sums over subnetworks. An integral adds up waves instead: its error
/// is relative to the mean where that is small and the integral is of a tilted z, and grows with
/// E|z|; it has only the first bound where improbable z are so large that none is tilted.
///
/// Three norms of d are needed: the mean, √E[d²] and the maximum, ‖d‖_q with q = 1, 2 and ∞. All
/// follow from one pass of sizes, since norms of a sum are at most the sum of the norms, masks are
/// independent of what they mask, and ‖mask / p_keep‖_q = p_keep^(1/q - 1). For a layer's z = W x +
/// b:
///
///     ‖size of z‖ = |W| ‖size of x‖ + |b|
///     ‖d of z‖    = |W| ‖d of x‖ + 4u (1 + √inputs) ‖size of z‖
///
/// with u = 2^-53: roundings of a sum have random signs (Higham & Mary, "A new approach to
/// probabilistic rounding error analysis", 2019). Probabilities, activations and the sums over
/// subnetworks have errors relative to what is added up: 1e-12 of the result.
Vector rounding_of(const Network& network, const Vector& input, const Average& average);

}  // namespace dropout
