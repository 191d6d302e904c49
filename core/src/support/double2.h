#pragma once

#include <cstring>

namespace dropout {

/// Two numbers in one register. GCC and Clang make of it the vector instructions of whatever they
/// compile for.
using Double2 __attribute__((vector_size(16))) = double;

inline Double2 twice(double number) { return Double2{number, number}; }

inline Double2 load2(const double* numbers) {
  Double2 result;
  std::memcpy(&result, numbers, sizeof result);
  return result;
}

inline void store2(const Double2& vector, double* numbers) {
  std::memcpy(numbers, &vector, sizeof vector);
}

inline double sum(const Double2& numbers) { return numbers[0] + numbers[1]; }

}  // namespace dropout
