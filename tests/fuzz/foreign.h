#pragma once

#include <fuzzer/FuzzedDataProvider.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "dropout/data/samples.h"
#include "dropout/gradients/batch.h"
#include "dropout/masks/keep_mask.h"
#include "dropout/network/network.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// Arguments as they may come from outside, made of a fuzzer's bytes: most of them allowed, so that
/// what is behind the checks is reached, too.
class Foreign {
 public:
  Foreign(const std::uint8_t* data, std::size_t size) : bytes_(data, size) {}

  /// True once in `times`.
  bool once_in(int times) { return bytes_.ConsumeIntegralInRange(0, times - 1) == times - 1; }

  std::uint64_t bits() { return bytes_.ConsumeIntegral<std::uint64_t>(); }
  std::string text() { return bytes_.ConsumeRandomLengthString(60); }

  /// Most often in [-4, 4]; else any number there is, NaN and the infinities among them.
  double number();
  /// Most often in [0, 0.9].
  double p_drop();
  /// Most often from 0 to 8; else any number, or one next to `limit`.
  Index size(Index limit);
  /// One of `count` values, from 0.
  int one_of(int count) { return bytes_.ConsumeIntegralInRange(0, count - 1); }

  Vector vector(Index size);
  Matrix matrix(Index rows, Index columns);
  KeepMask keep_mask(Index samples, Index units);
  Network network();
  /// Up to 3 samples, whose targets most often suit a loss or the other.
  Samples samples(const Network& network);
  Batch batch(const Network& network);
  RandomStream stream();

  /// Whether all numbers so far were moderate: then results must agree to many digits.
  bool is_moderate() const { return is_moderate_; }

 private:
  /// Most often `usual`; else from 0 to 4.
  Index width(Index usual);

  FuzzedDataProvider bytes_;
  bool is_moderate_ = true;
};

/// Runs `call`, which may refuse its arguments, and nothing else.
void attempt(const std::function<void()>& call);

/// Ends the fuzzer, which keeps its bytes, where `condition` does not hold.
void require(bool condition, const char* what);

/// @{
/// The same where a result is not finite.
void require_finite(const Matrix& values, const char* what);
void require_finite(const Network& network);
/// @}

}  // namespace dropout
