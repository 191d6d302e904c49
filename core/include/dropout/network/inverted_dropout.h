#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "dropout/support/matrix.h"

namespace dropout {

/// One row for each sample, one column for each unit: 1 = keep, 0 = drop.
using KeepMask = Eigen::Matrix<std::uint8_t, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// The keep masks of one pass through a network with L layers: entry 0 masks the inputs, entry k
/// (1 <= k < L) the output units of hidden layer k - 1. Each has one row for each sample.
using KeepMasks = std::vector<KeepMask>;

/// What inverted dropout multiplies a kept value by, 1 / (1 - p_drop). At p_drop 1 no value is
/// kept, and the scale is 0: such a layer passes on zeros, as PyTorch's `nn.Dropout(1.0)` does.
double kept_scale(double p_drop);

/// Multiplies kept values by kept_scale(p_drop) and dropped ones by 0: inverted dropout. A dropped
/// negative value becomes -0, as in PyTorch. `values` and `keep_mask` are samples × units, p_drop
/// is in [0, 1]. Throws InvalidInput.
Matrix apply_keep_mask(const Matrix& values, const KeepMask& keep_mask, double p_drop);

}  // namespace dropout
