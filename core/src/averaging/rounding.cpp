#include "averaging/rounding.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "dropout/network/inverted_dropout.h"
#include "dropout/support/limits.h"

namespace dropout {
namespace {

constexpr double of_result = 1e-12;
// Of max|z| and E|z|, for the characteristic function to tilt z where its mean is small.
constexpr double most_uneven = 64;
constexpr double unit = std::numeric_limits<double>::epsilon() / 2;

// The norms, over all masks, of the size and the error of each of a layer's numbers.
struct Norms {
  Vector size;
  Vector error;
};

// Where numbers cancel, the sum of their sizes can be infinite though no sum in a pass is.
Vector finite(const Vector& values) { return values.cwiseMin(std::numeric_limits<double>::max()); }

Norms of_pre_activation(const Layer& layer, double mask_norm, const Norms& values) {
  const Matrix weight = layer.weight.cwiseAbs();
  const double roundings = 4 * unit * (1 + std::sqrt(static_cast<double>(weight.cols())));
  const Vector size = finite(weight * finite(mask_norm * values.size) + layer.bias.cwiseAbs());
  return {size, finite(weight * finite(mask_norm * values.error) + roundings * size)};
}

// |s_c (δ_cj - s_j)| <= 1/4 is what class c of a softmax changes by for each z_j.
Vector softmax_error(const Norms& z) { return Vector::Constant(z.error.size(), z.error.sum() / 4); }

Norms of_activation(Activation activation, const Norms& z) {
  const Vector one = Vector::Ones(z.size.size());
  const auto bounded = [&](const Vector& size, const Vector& error) {
    return Norms{size, (error.array() + 4 * unit).min(1)};
  };
  switch (activation) {
    case Activation::identity:
    case Activation::relu:
      break;
    case Activation::tanh:
      return bounded(z.size.cwiseMin(one), z.error);
    case Activation::sigmoid:
      return bounded(one, z.error / 4);
    case Activation::softmax:
      return bounded(one, softmax_error(z));
  }
  return z;
}

// The output layer's pre-activation. `norm` makes that of a mask's entries from 1 / p_keep.
template <class Norm>
Norms of_output(const Network& network, const Vector& input, Norm norm) {
  Norms values{input.cwiseAbs(), Vector::Zero(input.size())};
  for (std::size_t l = 0;; ++l) {
    const Layer& layer = network.layers[l];
    const double p_drop = mask_p_drop(network, l);
    // At p_drop 1 there is only the scaled full network, which scales nothing.
    values = of_pre_activation(layer, p_drop < 1 ? norm(kept_scale(p_drop)) : 1, values);
    if (l + 1 == network.layers.size()) return values;
    values = of_activation(layer.activation, values);
  }
}

}  // namespace

Vector rounding_of(const Network& network, const Vector& input, const Average& average) {
  const Activation activation = network.layers.back().activation;
  const Norms mean = of_output(network, input, [](double) { return 1.0; });
  if (activation == Activation::identity || activation == Activation::relu) {
    return finite(of_result * mean.size + mean.error);
  }
  if (activation == Activation::tanh) return (of_result + mean.error.array()).min(1);

  const Vector root_mean_square =
      of_output(network, input, [](double scale) { return std::sqrt(scale); }).error;
  const Norms extreme = of_output(network, input, [](double scale) { return scale; });
  const Vector& largest = extreme.error;
  const bool is_integral = average.last_layer_method == AveragingMethod::characteristic_function;
  const bool is_softmax = activation == Activation::softmax;
  const Vector& y = average.arithmetic_mean;
  const Vector root_mean_square_y = (average.variance + y.cwiseAbs2()).cwiseSqrt();
  Vector passes = y.cwiseMax(average.scaled_full_network);
  if (average.normalized_geometric_mean) {
    passes = passes.cwiseMax(*average.normalized_geometric_mean);
  }
  const Vector absolute = is_softmax ? softmax_error(mean) : Vector(mean.error / 4);
  // Of log s_c = z_c - log Σ e^z, the largest change is twice that of any z.
  const double slope = is_softmax ? 2 : 1;
  Vector result(y.size());
  for (Index o = 0; o < y.size(); ++o) {
    const auto norm = [&](const Vector& errors) { return is_softmax ? errors.sum() : errors(o); };
    const bool is_even = norm(extreme.size) <= most_uneven * norm(mean.size);
    double error = absolute(o);
    if (slope * norm(largest) <= 1 && (is_even || !is_integral)) {
      const double of_mean = is_integral ? y(o) * norm(largest) * (1 + norm(mean.size))
                                         : std::min(y(o) * norm(largest),
                                                    root_mean_square_y(o) * norm(root_mean_square));
      error = std::min(error, 2 * slope * std::max(of_mean, passes(o) * norm(mean.error)));
    }
    // Below 2^-1022 float64 rounds to multiples of its least number, each subnetwork's product.
    const double products = std::min(average.subnetworks, std::ldexp(1.0, max_enumerated_units));
    const double least = 4 * products * std::numeric_limits<double>::denorm_min();
    result(o) = std::min(1.0, of_result * passes(o) + error + least);
  }
  return result;
}

}  // namespace dropout
