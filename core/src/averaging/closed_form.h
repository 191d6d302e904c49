#pragma once

#include <span>

#include "averaging/moments.h"
#include "averaging/reduced_network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// The averages over the masks of stages whose activations are all the identity. Each column of
/// `values` is a set of values that come into the first of them. With D the diagonal matrix of mask
/// entries divided by p_keep, E[D x] = E[x] and Cov(D x) = Cov(x) + p_drop / p_keep diag(E[x_i²]).
Moments closed_form(std::span<const Stage> stages, const Matrix& values);

}  // namespace dropout
