#include "network/activation_functions.h"

#include <array>
#include <cstddef>
#include <limits>

namespace dropout {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// In the order of the enumeration.
constexpr std::array<ActivationTraits, activation_names.size()> all_traits{{
    {.is_linear = true, .is_exact = true, .is_0_at_0 = true, .max_value = infinity},
    {.is_exact = true, .is_0_at_0 = true, .is_flat_at_0 = true, .max_value = infinity},
    {.is_0_at_0 = true},
    {.max_slope = 0.25},
    {.max_slope = 0.25},
}};

}  // namespace

template <class Number>
void multiply_by_slope(Activation activation, const Eigen::Ref<const Row<Number>>& /*z*/,
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
