#include "support/vector_functions.h"

namespace dropout {

bool leaves_range(const Matrix& values) { return values.size() > 0 && values.minCoeff() < -708; }

void exponentiate(Matrix& values) {
  if (leaves_range(values)) return replace(values, whole_range_exp);
  replace(values, [](double x) { return vector_exp(x); });
}

}  // namespace dropout
