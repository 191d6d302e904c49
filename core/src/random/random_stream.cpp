#include "dropout/random/random_stream.h"

#include <cmath>
#include <cstdint>
#include <string_view>

#include "support/names.h"

namespace dropout {
namespace {

constexpr Names<Generator, 3> generator_names{{
    {"torch-intel", Generator::torch_intel},
    {"torch", Generator::torch},
    {"numpy", Generator::numpy},
}};

// PyTorch, aten/src/ATen/CPUGeneratorImpl.cpp (random64): the first draw is the high half.
std::uint64_t next_64_bits(RandomStream& stream) {
  const std::uint64_t high = stream.engine();
  return (high << 32) | stream.engine();
}

}  // namespace

Generator generator_named(std::string_view name, std::string_view field) {
  return named(generator_names, name, field);
}

float uniform_float32(RandomStream& stream) {
  if (stream.generator == Generator::numpy) return static_cast<float>(uniform_float64(stream));
  const std::uint32_t low_24_bits = stream.engine() & ((1U << 24) - 1);
  return std::ldexp(static_cast<float>(low_24_bits), -24);
}

double uniform_float64(RandomStream& stream) {
  if (stream.generator == Generator::numpy) {
    // NumPy, numpy/random/src/mt19937/mt19937.h (mt19937_next_double).
    const double high = stream.engine() >> 5;
    const double low = stream.engine() >> 6;
    return std::ldexp(std::ldexp(high, 26) + low, -53);
  }
  const std::uint64_t low_53_bits = next_64_bits(stream) & ((1ULL << 53) - 1);
  return std::ldexp(static_cast<double>(low_53_bits), -53);
}

}  // namespace dropout
