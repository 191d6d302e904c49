#include "random/normal_deviate.h"

#include <cmath>

namespace dropout {

double normal_deviate(RandomStream& stream) {
  constexpr double width = 1.7155277699214135;  // √(8/e)
  for (;;) {
    const double u = 1 - uniform_float64(stream);  // never 0
    const double x = width * (uniform_float64(stream) - 0.5) / u;
    if (x * x <= -4 * std::log(u)) return x;
  }
}

}  // namespace dropout
