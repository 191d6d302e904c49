#include "support/vector_functions.h"

namespace dropout {

void exponentiate(Matrix& values) {
  replace(values, [](double x) { return vector_exp(x); });
}

}  // namespace dropout
