#include "masks/keep_draws.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace dropout {
namespace {

// Uniform numbers are whole numbers divided by 2^53 or by a modulus. They are compared as whole
// numbers, which vectorizes, with a limit that decides about each of them alike. (Multiplying a
// probability by 2^53 is exact.)

// MKL's VSL_BRNG_MCG31 as PyTorch's bernoulli_mkl_kernel uses it: x <- 1132489760 x mod 2^31 - 1,
// seeded by one 32-bit draw of the main generator, with the uniform number x / (2^31 - 1).
namespace mcg31 {

constexpr std::uint64_t modulus = (1ULL << 31) - 1;
constexpr std::uint64_t multiplier = 1'132'489'760;

std::uint64_t seeded(std::uint32_t seed) {
  const std::uint64_t x = seed % modulus;
  return x == 0 ? 1 : x;
}

// a b mod 2^31 - 1, by which 2^31 leaves 1, of a and b below that.
constexpr std::uint64_t product(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t sum = ((a * b) & modulus) + ((a * b) >> 31);
  return sum < modulus ? sum : sum - modulus;
}

constexpr std::uint64_t power_of_multiplier(std::size_t exponent) {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < exponent; ++i) power = product(power, multiplier);
  return power;
}

double uniform(std::uint64_t x) { return static_cast<double>(x) / static_cast<double>(modulus); }

// The lowest x whose uniform number is not below `p`.
std::uint64_t limit_at(double p) {
  auto x = static_cast<std::uint64_t>(p * static_cast<double>(modulus));
  while (x > 0 && uniform(x - 1) >= p) --x;
  while (uniform(x) < p) ++x;
  return x;
}

// Keeps where x is below the limit, and returns the x after that.
std::uint64_t draw(std::uint64_t x, std::uint64_t limit, std::span<std::uint8_t> mask) {
  // Several at a time, for each waits for the one before it.
  constexpr std::size_t lanes = 8;
  constexpr std::uint64_t step = power_of_multiplier(lanes);
  std::array<std::uint64_t, lanes> next{x};
  for (std::size_t lane = 1; lane < lanes; ++lane) next[lane] = product(next[lane - 1], multiplier);
  const std::size_t left = mask.size() % lanes;
  for (std::size_t i = 0; i < mask.size() - left; i += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      mask[i + lane] = static_cast<std::uint8_t>(next[lane] < limit);
      next[lane] = product(next[lane], step);
    }
  }
  for (std::size_t lane = 0; lane < left; ++lane) {
    mask[mask.size() - left + lane] = static_cast<std::uint8_t>(next[lane] < limit);
  }
  return next[left];
}

}  // namespace mcg31

// Makes one entry of every two draws.
template <class Entry>
void draw_from_pairs(MersenneTwister& engine, std::span<std::uint8_t> mask, Entry entry) {
  while (!mask.empty()) {
    const std::uint32_t* draws = engine.buffered().data();
    const std::size_t pairs = std::min(engine.buffered().size() / 2, mask.size());
    for (std::size_t i = 0; i < pairs; ++i) mask[i] = entry(draws[2 * i], draws[2 * i + 1]);
    engine.discard(2 * pairs);
    mask = mask.subspan(pairs);
    if (mask.empty()) return;
    const std::uint32_t first = engine();
    mask[0] = entry(first, engine());
    mask = mask.subspan(1);
  }
}

// A whole number to compare others with, in 32 bits at a time and without a branch.
struct Limit {
  std::uint32_t upper;
  std::uint32_t lower;

  std::uint8_t is_above(std::uint32_t other_upper, std::uint32_t other_lower) const {
    const auto by_upper = static_cast<std::uint8_t>(other_upper < upper);
    const auto by_lower = static_cast<std::uint8_t>((other_upper == upper) & (other_lower < lower));
    return by_upper | by_lower;
  }
};

Limit split(std::uint64_t limit, int lower_bits) {
  return {static_cast<std::uint32_t>(limit >> lower_bits),
          static_cast<std::uint32_t>(limit & ((1ULL << lower_bits) - 1))};
}

}  // namespace

KeepDraws keep_draws(RandomStream& stream, double p_drop) {
  const double p_keep = 1 - p_drop;
  MersenneTwister& engine = stream.engine;
  if (stream.generator == Generator::numpy) {
    // NumPy inverts the distribution function of the rarer outcome (random_binomial in
    // numpy/random/src/distributions/distributions.c): it keeps a unit if its uniform number is at
    // most p_keep, or else above 1 - p_keep.
    const bool keeps_low = p_keep > 0.5;
    const double highest = keeps_low ? p_keep : 1 - p_keep;
    const Limit limit = split(static_cast<std::uint64_t>(std::ldexp(highest, 53)) + 1, 26);
    const auto drops_low = static_cast<std::uint8_t>(!keeps_low);
    return [&engine, limit, drops_low](std::span<std::uint8_t> mask) {
      draw_from_pairs(engine, mask, [=](std::uint32_t first, std::uint32_t second) {
        return static_cast<std::uint8_t>(limit.is_above(first >> 5, second >> 6) ^ drops_low);
      });
    };
  }
  // F.dropout returns its input untouched when p is 0, and zeros when it is 1, drawing nothing.
  if (p_drop == 0 || p_drop == 1) {
    const auto keep = static_cast<std::uint8_t>(p_drop == 0);
    return [keep](std::span<std::uint8_t> mask) { std::fill(mask.begin(), mask.end(), keep); };
  }
  if (stream.generator == Generator::torch_intel) {
    const std::uint64_t limit = mcg31::limit_at(p_keep);
    return [x = mcg31::seeded(engine()), limit](std::span<std::uint8_t> mask) mutable {
      x = mcg31::draw(x, limit, mask);
    };
  }
  const Limit limit = split(static_cast<std::uint64_t>(std::ceil(std::ldexp(p_keep, 53))), 32);
  return [&engine, limit](std::span<std::uint8_t> mask) {
    draw_from_pairs(engine, mask, [=](std::uint32_t first, std::uint32_t second) {
      return limit.is_above(first & ((1U << 21) - 1), second);
    });
  };
}

}  // namespace dropout
