#include "averaging/rounding.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "averaging/averaging_plan.h"
#include "dropout/network/inverted_dropout.h"
#include "dropout/support/limits.h"
#include "network/activation_functions.h"

namespace dropout {
namespace {

constexpr double of_result = 1e-12;
// Of max|z| and E|z|, for the characteristic function to tilt z where its mean is small.
constexpr double most_uneven = 64;
constexpr double unit = std::numeric_limits<double>::epsilon() / 2;

// The norms, over all masks, of a number's size and of its error.
struct Norm {
  double size = 0;
  double error = 0;
};
using Norms = std::vector<Norm>;

// Where numbers cancel, the sum of their sizes can be infinite though no sum in a pass is.
double finite(double value) { return std::min(value, std::numeric_limits<double>::max()); }

// Loops, since Eigen's products of sizes and errors would add 1 kB to what readers wait for.
Norms of_pre_activation(const Layer& layer, double mask_norm, const Norms& values) {
  const double roundings = 4 * unit * (1 + std::sqrt(static_cast<double>(values.size())));
  Norms z;
  z.reserve(static_cast<std::size_t>(layer.bias.size()));
  for (Index o = 0; o < layer.bias.size(); ++o) {
    Norm sum{std::abs(layer.bias(o)), 0};
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double weight = std::abs(layer.weight(o, static_cast<Index>(i)));
      sum.size += weight * finite(mask_norm * values[i].size);
      sum.error += weight * finite(mask_norm * values[i].error);
    }
    const double size = finite(sum.size);
    z.push_back({size, finite(sum.error + roundings * size)});
  }
  return z;
}

Norm sum_of(const Norms& z) {
  Norm sum;
  for (const auto& [size, error] : z) sum = {sum.size + size, sum.error + error};
  return sum;
}

// What an output's error follows from: |s_c (δ_cj - s_j)| <= 1/4 is what class c of a softmax
// changes by for each z_j.
Norm relevant(Activation activation, const Norms& z, std::size_t output) {
  return activation == Activation::softmax ? sum_of(z) : z[output];
}

Norms of_activation(Activation activation, const Norms& z) {
  Norms values;
  values.reserve(z.size());
  const ActivationTraits& traits = traits_of(activation);
  for (std::size_t o = 0; o < z.size(); ++o) {
    auto [size, error] = relevant(activation, z, o);
    if (traits.is_bounded) size = traits.is_0_at_0 ? std::min(size, 1.0) : 1;
    error *= traits.max_slope;
    if (!traits.is_exact) error += 4 * unit * (traits.is_bounded ? 1 : size);
    values.push_back({size, traits.is_bounded ? std::min(error, 1.0) : error});
  }
  return values;
}

// The output layer's pre-activation. `norm` makes that of a mask's entries from 1 / p_keep.
Norms of_output(const Network& network, const Vector& input, double (*norm)(double)) {
  Norms values;
  values.reserve(static_cast<std::size_t>(input.size()));
  for (const double x : input) values.push_back({std::abs(x), 0});
  for (std::size_t l = 0;; ++l) {
    const Layer& layer = network.layers[l];
    const double p_drop = mask_p_drop(network, l);
    // At p_drop 1 there is only the scaled full network, which scales nothing.
    values = of_pre_activation(layer, p_drop < 1 ? norm(kept_scale(p_drop)) : 1, values);
    if (l + 1 == network.layers.size()) return values;
    values = of_activation(layer.activation, values);
  }
}

double one(double) { return 1; }
double root(double scale) { return std::sqrt(scale); }
double itself(double scale) { return scale; }

// Of a sigmoid or of a class of a softmax.
Vector rounding_of_shares(const Network& network, const Vector& input, const Norms& mean,
                          const Average& average) {
  const Activation activation = network.layers.back().activation;
  const Norms root_mean_square = of_output(network, input, root);
  const Norms extreme = of_output(network, input, itself);
  const bool is_integral = average.last_layer_method == AveragingMethod::characteristic_function;
  // Of log s_c = z_c - log Σ e^z, the largest change is twice that of any z.
  const double slope = activation == Activation::softmax ? 2 : 1;
  // Below 2^-1022 float64 rounds to multiples of its least number, each subnetwork's product.
  const double products = std::min(average.subnetworks, std::ldexp(1.0, max_enumerated_units));
  const double least = 4 * products * std::numeric_limits<double>::denorm_min();
  const std::optional<Vector>& geometric_mean = average.normalized_geometric_mean;
  Vector result(average.arithmetic_mean.size());
  for (Index c = 0; c < result.size(); ++c) {
    const auto place = static_cast<std::size_t>(c);
    const Norm of_mean = relevant(activation, mean, place);
    const Norm of_extreme = relevant(activation, extreme, place);
    const double y = average.arithmetic_mean(c);
    const double root_mean_square_y = std::sqrt(average.variance(c) + y * y);
    double passes = std::max(y, average.scaled_full_network(c));
    if (geometric_mean) passes = std::max(passes, (*geometric_mean)(c));
    double error = of_mean.error / 4;
    const bool is_even = of_extreme.size <= most_uneven * of_mean.size;
    if (slope * of_extreme.error <= 1 && (is_even || !is_integral)) {
      const double of_sum =
          std::min(y * of_extreme.error,
                   root_mean_square_y * relevant(activation, root_mean_square, place).error);
      const double of_integral = y * of_extreme.error * (1 + of_mean.size);
      const double of_average = is_integral ? of_integral : of_sum;
      error = std::min(error, 2 * slope * std::max(of_average, passes * of_mean.error));
    }
    result(c) = std::min(1.0, of_result * passes + error + least);
  }
  return result;
}

}  // namespace

Vector rounding_of(const Network& network, const Vector& input, const Average& average) {
  const Norms mean = of_output(network, input, one);
  const Activation activation = network.layers.back().activation;
  if (has_geometric_mean(activation)) return rounding_of_shares(network, input, mean, average);
  const ActivationTraits& traits = traits_of(activation);
  Vector result(average.arithmetic_mean.size());
  for (Index o = 0; o < result.size(); ++o) {
    const auto& [size, error] = mean[static_cast<std::size_t>(o)];
    const double all = of_result * (traits.is_bounded ? 1 : size) + traits.max_slope * error;
    result(o) = traits.is_bounded ? std::min(all, 1.0) : finite(all);
  }
  return result;
}

}  // namespace dropout
