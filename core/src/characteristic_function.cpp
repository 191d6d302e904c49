#include "characteristic_function.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "vector_functions.h"

namespace dropout {
namespace {

constexpr double pi = std::numbers::pi;
// At t = 12.5, 1 / sinh(πt) is below 1e-16.
constexpr double largest_t = 12.5;
constexpr std::size_t lanes = 8;
using Lanes = std::array<double, lanes>;

double step(double largest_z) { return 2 * pi / (largest_z + 40); }

// Rounding errors of the recurrence below stay at some 1e-15 for so many points.
constexpr std::size_t points_between_restarts = 256;
// In the cache, however many there are in all.
constexpr std::size_t points_at_once = 64 * points_between_restarts;

// The products Π (p_drop + p_keep e^{i a t}) at some of the points t = 0, h, 2h, …
struct Products {
  std::size_t first;  // t = first h; a multiple of points_between_restarts
  std::vector<double> re;
  std::vector<double> im;
};

// Multiplies by one unit's factor; `angle` is a h.
void multiply(Products& products, double angle, double p_drop) {
  const double p_keep = 1 - p_drop;
  Lanes power_re{1, std::cos(angle)};
  Lanes power_im{0, std::sin(angle)};
  for (std::size_t k = 2; k < lanes; ++k) {
    power_re[k] = power_re[k - 1] * power_re[1] - power_im[k - 1] * power_im[1];
    power_im[k] = power_re[k - 1] * power_im[1] + power_im[k - 1] * power_re[1];
  }
  const double step_re = std::cos(lanes * angle);
  const double step_im = std::sin(lanes * angle);
  Lanes re = power_re;
  Lanes im = power_im;
  double* const product_re = products.re.data();
  double* const product_im = products.im.data();
  for (std::size_t first = 0; first < products.re.size(); first += lanes) {
    const std::size_t point = products.first + first;
    if (point > 0 && point % points_between_restarts == 0) {
      const double start_re = std::cos(static_cast<double>(point) * angle);
      const double start_im = std::sin(static_cast<double>(point) * angle);
      for (std::size_t k = 0; k < lanes; ++k) {
        re[k] = start_re * power_re[k] - start_im * power_im[k];
        im[k] = start_re * power_im[k] + start_im * power_re[k];
      }
    }
    for (std::size_t k = 0; k < lanes; ++k) {
      const double factor_re = p_drop + p_keep * re[k];
      const double factor_im = p_keep * im[k];
      const double old_re = product_re[first + k];
      const double old_im = product_im[first + k];
      product_re[first + k] = old_re * factor_re - old_im * factor_im;
      product_im[first + k] = old_re * factor_im + old_im * factor_re;
    }
    for (std::size_t k = 0; k < lanes; ++k) {
      const double old_re = re[k];
      re[k] = old_re * step_re - im[k] * step_im;
      im[k] = old_re * step_im + im[k] * step_re;
    }
  }
}

// Denormal numbers would make every further product slow, and are nothing beside 1.
void forget_tiny(Products& products) {
  std::size_t size = 0;
  for (std::size_t j = 0; j < products.re.size(); ++j) {
    if (std::abs(products.re[j]) + std::abs(products.im[j]) < 1e-150) {
      products.re[j] = products.im[j] = 0;
    } else {
      size = j + 1;
    }
  }
  size = (size + lanes - 1) / lanes * lanes;
  products.re.resize(size);
  products.im.resize(size);
}

Products characteristic_function(std::size_t first, std::size_t points, const Vector& angles,
                                 double bias_angle, double p_drop) {
  const std::size_t padded = (points + lanes - 1) / lanes * lanes;
  Products products{first, std::vector<double>(padded, 1), std::vector<double>(padded, 0)};
  multiply(products, bias_angle, 0);
  int units = 0;
  for (const double angle : angles) {
    multiply(products, angle, p_drop);
    if (++units % 8 == 0) forget_tiny(products);
    if (products.re.empty()) break;
  }
  return products;
}

}  // namespace

double quadrature_points(double largest_z) { return std::ceil(largest_t / step(largest_z)) + 1; }

SigmoidMoments sigmoid_moments(const Vector& contributions, double bias, double p_drop) {
  // z is one number, which can be small although contributions are too large for the integrals.
  if (p_drop == 0) return {vector_sigmoid(bias + contributions.sum()), 0};
  const double lowest = bias + contributions.cwiseMin(0.0).sum();
  const double highest = bias + contributions.cwiseMax(0.0).sum();
  const double largest_z = std::max(std::abs(lowest), std::abs(highest));
  const double h = step(largest_z);
  const auto points = static_cast<std::size_t>(quadrature_points(largest_z));

  const double mean_z = bias + (1 - p_drop) * contributions.sum();
  double mean = mean_z / (2 * pi);  // half of the integrand at t = 0, and below
  double derivative = 1 / (2 * pi);
  for (std::size_t first = 0; first < points; first += points_at_once) {
    const Products products = characteristic_function(
        first, std::min(points_at_once, points - first), contributions * h, bias * h, p_drop);
    for (std::size_t j = first == 0 ? 1 : 0; j < products.re.size(); ++j) {
      const double t = static_cast<double>(first + j) * h;
      const double e = vector_exp(-pi * t);
      const double reciprocal_sinh = 2 * e / (1 - e * e);
      mean += products.im[j] * reciprocal_sinh;
      derivative += products.re[j] * t * reciprocal_sinh;
    }
  }
  mean = std::clamp(0.5 + h * mean, 0.0, 1.0);
  return {mean, std::max(0.0, mean * (1 - mean) - h * derivative)};
}

Moments by_characteristic_function(const Stage& stage, const Matrix& values) {
  const LogisticStage logistic_stage = *logistic(stage);
  const double scale = logistic_stage.scale;
  Moments result = zero_moments(stage.bias.size(), values.cols());
  result.mean_pre_activation = ((1 - stage.p_drop) * stage.weight * values).colwise() + stage.bias;
  for (Index set = 0; set < values.cols(); ++set) {
    const Matrix contributions = logistic_stage.weight * values.col(set).asDiagonal();
    for (Index o = 0; o < contributions.rows(); ++o) {
      const SigmoidMoments moments =
          sigmoid_moments(contributions.row(o), logistic_stage.bias(o), stage.p_drop);
      result.mean(o, set) = scale * moments.mean + logistic_stage.shift;
      result.variance(o, set) = scale * scale * moments.variance;
    }
  }
  complete_two_classes(stage, result);
  return result;
}

}  // namespace dropout
