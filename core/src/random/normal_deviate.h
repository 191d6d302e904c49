#pragma once

#include "dropout/random/random_stream.h"

namespace dropout {

/// The next number of the standard normal distribution, as the ratio of two uniform ones: Kinderman
/// & Monahan, "Computer generation of random variables using the ratio of uniform deviates" (1977).
/// The value itself needs no function that differs from one C library to the next.
double normal_deviate(RandomStream& stream);

}  // namespace dropout
