#include "dropout/random/mersenne_twister.h"

namespace dropout {
namespace {

constexpr std::size_t shift = 397;

// The recurrence of equation (2.1).
std::uint32_t twisted(std::uint32_t upper, std::uint32_t lower, std::uint32_t shifted) {
  const std::uint32_t y = (upper & 0x8000'0000U) | (lower & 0x7fff'ffffU);
  return shifted ^ (y >> 1) ^ ((0U - (y & 1U)) & 0x9908'b0dfU);
}

std::uint32_t tempered(std::uint32_t y) {
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c'5680U;
  y ^= (y << 15) & 0xefc6'0000U;
  return y ^ (y >> 18);
}

}  // namespace

MersenneTwister::MersenneTwister(std::uint32_t seed) {
  state_[0] = seed;
  for (std::uint32_t i = 1; i < size; ++i) {
    state_[i] = 1'812'433'253U * (state_[i - 1] ^ (state_[i - 1] >> 30)) + i;
  }
}

void MersenneTwister::make_block() {
  // One loop with indices modulo `size` would not vectorize.
  constexpr std::size_t wraps = size - shift;
  for (std::size_t i = 0; i < wraps; ++i) {
    state_[i] = twisted(state_[i], state_[i + 1], state_[i + shift]);
  }
  for (std::size_t i = wraps; i < size - 1; ++i) {
    state_[i] = twisted(state_[i], state_[i + 1], state_[i - wraps]);
  }
  state_[size - 1] = twisted(state_[size - 1], state_[0], state_[shift - 1]);
  for (std::size_t i = 0; i < size; ++i) block_[i] = tempered(state_[i]);
  next_ = 0;
}

}  // namespace dropout
