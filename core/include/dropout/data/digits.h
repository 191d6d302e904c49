#pragma once

#include <cstdint>
#include <span>

#include "dropout/data/samples.h"

namespace dropout {

/// Hand-written digits of 8 × 8 pixels, row by row, each from 0 to 1 in steps of 1/16, from 41
/// bytes for each digit: 64 numbers from 0 to 16 of 5 bits, the first one in the lowest bits of the
/// first byte, then one byte with the label from 0 to 9. Throws InvalidInput naming `digits`.
ClassSamples unpack_digits(std::span<const std::uint8_t> bytes);

}  // namespace dropout
