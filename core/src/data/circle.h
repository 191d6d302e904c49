#pragma once

namespace dropout {

/// A point of the plane.
struct Point {
  double x;
  double y;
};

/// (cos 2πt, sin 2πt), good to some units in the last place, from plain arithmetic: std::cos and
/// std::sin differ from one C library to the next.
Point on_unit_circle(double t);

}  // namespace dropout
