#pragma once

#include <optional>

#include "averaging/characteristic_function.h"
#include "averaging/sigmoid_moments.h"

/// Averages of σ(z) where integrals would lose a variance that is small beside the mean: z whose
/// mean is not above 0.
namespace dropout {

/// Where all z are within 1 of their mean μ: σ in powers of z - μ, whose expectations follow from
/// each unit's. The series converges for |z - μ| < π, as σ has its next poles at ±πi.
std::optional<ShareMoments> moments_near_mean(const MaskedSum& z);

/// Where it is improbable that any unit does what it does less often: to the first order in these
/// probabilities, if the second is proved to be rounding.
std::optional<ShareMoments> moments_of_rare_changes(const MaskedSum& z);

}  // namespace dropout
