#pragma once

#include <cstring>

/// Several numbers in one register. GCC and Clang make of it the vector instructions of whatever
/// they compile for.
namespace dropout {

using Double2 __attribute__((vector_size(16))) = double;
using Float4 __attribute__((vector_size(16))) = float;

inline Double2 broadcast(double number) { return Double2{number, number}; }

template <class Numbers, class Number>
Numbers load(const Number* numbers) {
  Numbers result;
  std::memcpy(&result, numbers, sizeof result);
  return result;
}

template <class Numbers, class Number>
void store(const Numbers& vector, Number* numbers) {
  std::memcpy(numbers, &vector, sizeof vector);
}

inline double sum(const Double2& numbers) { return numbers[0] + numbers[1]; }

}  // namespace dropout
