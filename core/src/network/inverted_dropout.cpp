#include "dropout/network/inverted_dropout.h"

#include "network/checks.h"

namespace dropout {

double kept_scale(double p_drop) { return p_drop < 1 ? 1 / (1 - p_drop) : 0; }

Matrix apply_keep_mask(const Matrix& values, const KeepMask& keep_mask, double p_drop) {
  check_p_drop(p_drop, "p_drop");
  check_mask_shape(keep_mask, values.rows(), values.cols(), "keep_mask");
  check_mask_entries(keep_mask, "keep_mask");
  return values.cwiseProduct(keep_mask.cast<double>() * kept_scale(p_drop));
}

}  // namespace dropout
