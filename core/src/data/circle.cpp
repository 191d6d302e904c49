#include "data/circle.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace dropout {

Point on_unit_circle(double t) {
  // The nearest quarter, and at most an eighth of a turn more or less.
  const double quarters = std::round(4 * t);
  const double angle = 2 * std::numbers::pi * (t - quarters / 4);
  // Taylor series, whose next term is below 5e-17 there.
  double x = 1;
  double y = angle;
  double power = angle;
  double factorial = 1;
  for (int n = 2; n <= 16; ++n) {
    power *= angle;
    factorial *= n;
    (n % 2 == 0 ? x : y) += (n % 4 < 2 ? 1 : -1) * (power / factorial);
  }
  const std::array<Point, 4> turned{{{x, y}, {-y, x}, {-x, -y}, {y, -x}}};
  return turned[static_cast<std::size_t>(quarters - 4 * std::floor(quarters / 4))];
}

}  // namespace dropout
