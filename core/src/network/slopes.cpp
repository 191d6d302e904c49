#include "network/slopes.h"

namespace dropout {

bool is_flat_at_0(Activation activation) {
  switch (activation) {
    case Activation::relu:
      return true;
    case Activation::identity:
    case Activation::tanh:
    case Activation::sigmoid:
    case Activation::softmax:
      break;
  }
  return false;
}

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

}  // namespace dropout
