#include "network/activation_functions.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <span>

namespace dropout {
namespace {

// In the order of the enumeration.
constexpr std::array<ActivationTraits, activation_names.size()> all_traits{{
    {.is_linear = true, .is_exact = true, .is_0_at_0 = true},
    {.is_exact = true, .is_0_at_0 = true, .is_flat_at_0 = true},
    {.is_0_at_0 = true, .is_bounded = true},
    {.is_bounded = true, .max_slope = 0.25F},
    {.is_bounded = true, .max_slope = 0.25F},
    {.is_0_at_0 = true, .max_slope = 1.13F, .turn = -0.75179154F},
}};

// Φ(-x) e^(x²/2), by a rational function that is off by 1.1e-16 (1 + x²) of it at most: no more
// than rounding x changes Φ(-x). Its coefficients are the weighted minimax ones for x in [0, 38],
// from where on Φ(-x) is below the least normal float64.
constexpr double numerator[]{
    6.1134416315466659738e-6, 1.4771920882327864673e-4, 1.7221968097110078922e-3,
    1.2494400577582025378e-2, 6.1340561296877288257e-2, 0.2084917485561686063,
    0.48113560965586643843,   0.69718927876787948681,   0.5};
constexpr double denominator[]{1.5324125644462962932e-5, 3.7027714623059715094e-4,
                               4.3322312965353053273e-3, 3.1689096799067294783e-2,
                               0.15804419291747966966,   0.55319058343966402442,
                               1.3512905743783544531,    2.2114441146509641074,
                               2.1922631183386458458,    1};

// Horner's scheme, from the highest power down; once, and as a loop, in the module for the page.
[[gnu::noinline]] double polynomial(std::span<const double> coefficients, double x) {
  double sum = 0;
#pragma GCC unroll 1
  for (const double coefficient : coefficients) sum = sum * x + coefficient;
  return sum;
}

// Farther out, Φ(-x) and φ(x) are below 1e-305.
double clamped_size(double z) {
  const double x = std::abs(z);
  return x > 37.5 ? 37.5 : x;
}

double bell(double x) { return std::exp(-0.5 * x * x); }

// Φ(-x)
[[gnu::noinline]] double normal_tail(double x) {
  return bell(x) * polynomial(numerator, x) / polynomial(denominator, x);
}

}  // namespace

double gelu(double z) {
  const double x = clamped_size(z);
  return (z < 0 ? 0 : z) - x * normal_tail(x);
}

double gelu_slope(double z) {
  constexpr double inverse_root_2_pi = 0.3989422804014327;
  const double x = clamped_size(z);
  const double at_minus_x = normal_tail(x) - x * bell(x) * inverse_root_2_pi;
  return z < 0 ? at_minus_x : 1 - at_minus_x;
}

template <class Number>
void multiply_by_slope(Activation activation, const Eigen::Ref<const Row<Number>>& z,
                       const Eigen::Ref<const Row<Number>>& activations,
                       Eigen::Ref<Row<Number>> gradient) {
  const auto y = activations.array();
  auto g = gradient.array();
  switch (activation) {
    case Activation::identity:
      return;
    case Activation::relu:
      g = (y > 0).select(g, Number{0});
      return;
    case Activation::tanh:
      g *= 1 - y.square();
      return;
    case Activation::sigmoid:
      g *= y * (1 - y);
      return;
    case Activation::softmax: {
      Number mean = 0;
      for (Index unit = 0; unit < g.size(); ++unit) mean += g(unit) * y(unit);
      g = y * (g - mean);
      return;
    }
    case Activation::gelu:
      for (Index unit = 0; unit < g.size(); ++unit) {
        g(unit) *= static_cast<Number>(gelu_slope(z(unit)));
      }
      return;
  }
}

template void multiply_by_slope<float>(Activation, const Eigen::Ref<const Row<float>>&,
                                       const Eigen::Ref<const Row<float>>&, Eigen::Ref<Row<float>>);
template void multiply_by_slope<double>(Activation, const Eigen::Ref<const Row<double>>&,
                                        const Eigen::Ref<const Row<double>>&,
                                        Eigen::Ref<Row<double>>);

const ActivationTraits& traits_of(Activation activation) {
  return all_traits[static_cast<std::size_t>(activation)];
}

}  // namespace dropout
