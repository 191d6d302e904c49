#pragma once

#include <string_view>

#include "dropout/random/mersenne_twister.h"
#include "dropout/random/seed.h"

namespace dropout {

/// Whose random numbers a stream reproduces bit for bit. All three start from MT19937 and differ
/// in what they make of it.
enum class Generator {
  torch_intel,  ///< PyTorch on an Intel CPU, where MKL draws the keep masks
  torch,        ///< PyTorch on other CPUs (AMD, Apple, Arm) and in builds without MKL
  numpy,        ///< NumPy's legacy functions after `np.random.seed`
};

/// The one that JavaScript calls by this name: "torch-intel", "torch" or "numpy". Other names throw
/// InvalidInput naming `field`.
Generator generator_named(std::string_view name, std::string_view field);

/// A seeded generator and its state. A copy continues on its own from the same point.
struct RandomStream {
  Generator generator;     ///< whose numbers are drawn
  MersenneTwister engine;  ///< what they are made of
};

/// The state after `torch.manual_seed(seed)` or `np.random.seed(seed)`.
/// PyTorch takes any Seed, and MT19937 its lowest 32 bits: -1, 2^32 - 1 and 2^64 - 1 give the same
/// numbers. NumPy takes 0 to 2^32 - 1; for any other seed, this throws InvalidInput naming `seed`.
RandomStream seeded_stream(Generator generator, Seed seed);

/// @{
/// The seed that a caller such as JavaScript gives: as a float64, which is exact from -2^53 + 1 to
/// 2^53 - 1; or as the decimal digits of a whole number of any size. Throw InvalidInput naming
/// `seed` where `generator` does not take it, or where the float64 may not be what was meant.
Seed seed_from_number(Generator generator, double number);
Seed seed_from_digits(Generator generator, std::string_view digits);
/// @}

/// The next uniform number in [0, 1) with float32's 24 bits, as `torch.rand(1)` draws it. NumPy's
/// legacy generator has no float32 draw of its own; there it is `np.random.rand()` rounded to
/// float32, which can round up to 1.
float uniform_float32(RandomStream& stream);

/// The next uniform number in [0, 1) with float64's 53 bits, as `torch.rand(1, dtype=float64)` or
/// `np.random.rand()` draws it.
double uniform_float64(RandomStream& stream);

}  // namespace dropout
