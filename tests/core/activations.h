#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "dropout/network/activation.h"

namespace dropout {

inline constexpr auto all_activations = [] {
  std::array<Activation, activation_names.size()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = activation_names[i].second;
  return all;
}();

/// The activations of one sample's pre-activations by their formulas: in long double, to more
/// digits than float64 has.
template <class Real>
std::vector<Real> activated(Activation activation, std::vector<Real> z) {
  const Real largest = *std::max_element(z.begin(), z.end());
  Real sum = 0;
  for (const Real each : z) sum += std::exp(each - largest);
  for (Real& each : z) {
    switch (activation) {
      case Activation::identity:
        break;
      case Activation::relu:
        each = std::max(each, Real{0});
        break;
      case Activation::tanh:
        each = std::tanh(each);
        break;
      case Activation::sigmoid:
        each = each < 0 ? std::exp(each) / (1 + std::exp(each)) : 1 / (1 + std::exp(-each));
        break;
      case Activation::softmax:
        each = std::exp(each - largest) / sum;
        break;
      case Activation::gelu:
        each = each * std::erfc(-each / std::sqrt(Real{2})) / 2;
        break;
    }
  }
  return z;
}

}  // namespace dropout
