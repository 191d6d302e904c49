#pragma once

#include <vector>

#include "dropout/support/matrix.h"

namespace dropout {

/// Samples with the outputs that a network is to give for them.
struct Samples {
  Matrix inputs;   ///< samples × inputs
  Matrix targets;  ///< samples × outputs
};

/// Samples that each belong to one class.
struct ClassSamples {
  Matrix inputs;               ///< samples × inputs
  std::vector<Index> classes;  ///< from 0
};

}  // namespace dropout
