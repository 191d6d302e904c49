#include "averaging/characteristic_function.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>
#include <vector>

#include "support/compensated_sum.h"
#include "support/vector_functions.h"

namespace dropout {
namespace {

constexpr double pi = std::numbers::pi;
// At t = 12.5, 1 / sinh(πt) is below 1e-16.
constexpr double max_t = 12.5;
constexpr std::size_t lanes = 8;
using Lanes = std::array<double, lanes>;

double step(double max_z) { return 2 * pi / (max_z + 40); }

// z is between -max_size(z) and max_size(z).
double max_size(const MaskedSum& z) {
  return std::max(std::abs(z.bias + z.terms.cwiseMin(0.0).sum()),
                  std::abs(z.bias + z.terms.cwiseMax(0.0).sum()));
}

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
void multiply(Products& products, double angle, double p_keep, double p_drop) {
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
void flush_tiny(Products& products) {
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

Products characteristic_function(std::size_t first, std::size_t points, const MaskedSum& z,
                                 double h) {
  const std::size_t padded = (points + lanes - 1) / lanes * lanes;
  Products products{first, std::vector<double>(padded, 1), std::vector<double>(padded, 0)};
  multiply(products, z.bias * h, 1, 0);
  for (Index unit = 0; unit < z.terms.size(); ++unit) {
    multiply(products, z.terms(unit) * h, z.keep(unit), z.drop(unit));
    if ((unit + 1) % 8 == 0) flush_tiny(products);
    if (products.re.empty()) break;
  }
  return products;
}

// Gives `use` t and the characteristic function there at all points but t = 0.
template <class Use>
void for_each_point(const MaskedSum& z, double h, Use use) {
  const auto points = static_cast<std::size_t>(std::ceil(max_t / h)) + 1;
  for (std::size_t first = 0; first < points; first += points_at_once) {
    const Products products =
        characteristic_function(first, std::min(points_at_once, points - first), z, h);
    for (std::size_t j = first == 0 ? 1 : 0; j < products.re.size(); ++j) {
      use(static_cast<double>(first + j) * h, products.re[j], products.im[j]);
    }
  }
}

}  // namespace

double quadrature_points(double max_z) { return std::ceil(max_t / step(max_z)) + 1; }

SigmoidAverages sigmoid_averages(const MaskedSum& z) {
  const double h = step(max_size(z));
  const double mean_z = z.bias + z.terms.dot(z.keep);
  CompensatedSum mean;
  CompensatedSum derivative;
  mean.add(mean_z / (2 * pi));  // half of the integrand at t = 0, and below
  derivative.add(1 / (2 * pi));
  for_each_point(z, h, [&](double t, double re, double im) {
    const double e = vector_exp(-pi * t);
    const double reciprocal_sinh = 2 * e / (1 - e * e);
    mean.add(im * reciprocal_sinh);
    derivative.add(re * t * reciprocal_sinh);
  });
  return {std::clamp(0.5 + h * mean.value(), 0.0, 1.0), h * derivative.value()};
}

double power_on_line(const MaskedSum& tilted_z, int power, double line) {
  const double distance = std::min(line, power - line);
  const double h = 2 * pi / (max_size(tilted_z) + 38 / distance);
  const auto kernel = [&](double t) {
    const std::complex<double> s(line, t);
    const std::complex<double> sine(std::sin(pi * line) * std::cosh(pi * t),
                                    std::cos(pi * line) * std::sinh(pi * t));
    return (power == 1 ? 1.0 : 1.0 - s) / sine;
  };
  CompensatedSum half_sum;
  half_sum.add(kernel(0).real() / 2);
  for_each_point(tilted_z, h, [&](double t, double re, double im) {
    const std::complex<double> factor = kernel(t);
    half_sum.add(factor.real() * re - factor.imag() * im);
  });
  return h * half_sum.value();
}

}  // namespace dropout
