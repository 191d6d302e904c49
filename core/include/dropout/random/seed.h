#pragma once

#include <concepts>
#include <cstdint>

namespace dropout {

/// Where a generator starts: a whole number from -2^63 to 2^64 - 1, the range of
/// `torch.manual_seed`. Every C++ integer converts to one, without a loss.
class Seed {
 public:
  /// A negative whole number needs a signed type, one from 2^63 on an unsigned type.
  template <std::integral Integer>
  constexpr Seed(Integer value)
      : bits_(static_cast<std::uint64_t>(value)), is_negative_(value < Integer{0}) {}

  /// In two's complement, as PyTorch keeps it: -1 and 2^64 - 1 have the same 64 bits.
  constexpr std::uint64_t bits() const { return bits_; }

  /// Whether it is below 0: of two seeds with the same bits, NumPy takes at most the other one.
  constexpr bool is_negative() const { return is_negative_; }

 private:
  std::uint64_t bits_;
  bool is_negative_;
};

}  // namespace dropout
