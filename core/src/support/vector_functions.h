#pragma once

#include <Eigen/Core>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "dropout/support/matrix.h"

/// Functions that compilers turn into vector instructions when a plain loop applies them to an
/// array: no branch, no call, no table. std::exp keeps such a loop from being vectorized.
namespace dropout {

/// The numbers of the approximation below. Were they constants to the compiler, V8 would make each
/// of them anew for every turn of a loop, which takes half as long again.
struct ExponentialNumbers {
  double log2_e = 1.4426950408889634;
  double rounds_to_integer = 0x1.8p52;  ///< so large that a sum with it has no fraction
  /// ln 2 in two parts, the first with so few digits that its product with k is exact.
  double ln_2_high = 6.93145751953125e-1;
  double ln_2_low = 1.42860682030941723212e-6;
  double odd[2] = {1.26177193074810590878e-4, 3.02994407707441961300e-2};
  double even[3] = {3.00198505138664455042e-6, 2.52448340349684104192e-3,
                    2.27265548208155028766e-1};
};
extern const ExponentialNumbers exponential_numbers;

/// e^x as 2^k (even + odd) / (even - odd).
struct Exponential {
  double power;  ///< 2^k
  double even;
  double odd;
};

/// x is taken as within [-708, 709], where no part overflows; NaN stays NaN. x = k ln 2 + r with
/// |r| <= ln 2 / 2, and the rational approximation of e^r of the Cephes library (S. L. Moshier,
/// 1984), good to a unit in the last place.
inline Exponential exponential(double x) {
  const ExponentialNumbers& n = exponential_numbers;
  x = x < -708.0 ? -708.0 : x;
  x = x > 709.0 ? 709.0 : x;
  const double shifted = x * n.log2_e + n.rounds_to_integer;
  const double k = shifted - n.rounds_to_integer;
  const double r = (x - k * n.ln_2_high) - k * n.ln_2_low;
  const double s = r * r;
  const double odd = r * ((n.odd[0] * s + n.odd[1]) * s + 1.0);
  const double even = ((n.even[0] * s + n.even[1]) * s + n.even[2]) * s + 2.0;
  // k stands in the lowest bits of `shifted`; from there, and biased, it becomes an exponent.
  // (std::bit_cast is missing from the libc++ of Emscripten 3.1.6.)
  const std::uint64_t bits = (Eigen::numext::bit_cast<std::uint64_t>(shifted) + 1023) << 52;
  return {Eigen::numext::bit_cast<double>(bits), even, odd};
}

inline double vector_exp(double x) {
  const Exponential e = exponential(x);
  return e.power * ((e.even + e.odd) / (e.even - e.odd));
}

/// 1 / (1 + e^-z)
inline double vector_sigmoid(double z) {
  const Exponential e = exponential(-z);
  const double difference = e.even - e.odd;
  return difference / (difference + e.power * (e.even + e.odd));
}

/// The same down to the least float64, which the exponent of vector_exp does not reach. Not for
/// loops that are to be vectorized.
inline double whole_range_exp(double x) { return x < -708.0 ? std::exp(x) : vector_exp(x); }
inline double whole_range_sigmoid(double z) { return z < -708.0 ? std::exp(z) : vector_sigmoid(z); }

/// Whether vector_exp(x) is too large for some entry x.
bool leaves_range(const Matrix& values);

/// Replaces every entry by what the function makes of it.
template <class Function>
void replace(Matrix& values, Function function) {
  for (double& value : std::span(values.data(), static_cast<std::size_t>(values.size()))) {
    value = function(value);
  }
}

/// Replaces every entry x by e^x.
void exponentiate(Matrix& values);

}  // namespace dropout
