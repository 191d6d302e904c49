#include "averaging/reduced_network.h"

#include <algorithm>
#include <utility>

#include "dropout/network/forward.h"
#include "network/activation_functions.h"
#include "network/checks.h"
#include "support/checks.h"

namespace dropout {
namespace {

constexpr double cheap_products = 1e8;
// Of a sum of as many numbers as a layer can have units, relative to the sum of their sizes.
constexpr double rounding = 1e-12;

Stage stage_of(const Network& network, std::size_t l) {
  const Layer& layer = network.layers[l];
  const double p_drop = mask_p_drop(network, l);
  return {p_drop, layer.weight * kept_scale(p_drop), layer.bias, layer.activation};
}

bool can_merge(const Stage& stage, const Stage& next) {
  // As a float64: an Index has 32 bits in WebAssembly.
  const double products =
      static_cast<double>(next.weight.size()) * static_cast<double>(stage.weight.cols());
  return traits_of(stage.activation).is_linear && next.p_drop == 0 && products <= cheap_products;
}

Stage merged(const Stage& stage, const Stage& next) {
  return {stage.p_drop, next.weight * stage.weight, next.weight * stage.bias + next.bias,
          next.activation};
}

}  // namespace

ReducedNetwork reduced(const Network& network, const Vector& input) {
  const std::size_t layers = network.layers.size();
  std::size_t first = 0;
  while (first + 1 < layers && mask_p_drop(network, first) == 0) ++first;

  ReducedNetwork result{input, {}};
  for (std::size_t l = 0; l < first; ++l) {
    const Layer& layer = network.layers[l];
    const Vector pre_activation = layer.weight * result.start + layer.bias;
    check_no_overflow(pre_activation, l);
    result.start = activate(layer.activation, pre_activation.transpose()).transpose();
  }
  for (std::size_t l = first; l < layers; ++l) {
    Stage stage = stage_of(network, l);
    if (!result.stages.empty() && can_merge(result.stages.back(), stage)) {
      result.stages.back() = merged(result.stages.back(), stage);
    } else {
      result.stages.push_back(std::move(stage));
    }
  }
  return result;
}

std::size_t last_masked_stage(const ReducedNetwork& network) {
  const auto last = std::find_if(network.stages.rbegin(), network.stages.rend(),
                                 [](const Stage& stage) { return stage.p_drop > 0; });
  if (last == network.stages.rend()) return network.stages.size() - 1;
  return static_cast<std::size_t>(network.stages.rend() - last) - 1;
}

Index masked_units(const Stage& stage) { return stage.p_drop > 0 ? stage.weight.cols() : 0; }

std::optional<LogisticStage> logistic(const Stage& stage) {
  if (stage.activation == Activation::sigmoid) return LogisticStage{stage.weight, stage.bias};
  if (stage.activation == Activation::tanh) {
    return LogisticStage{2 * stage.weight, 2 * stage.bias};  // (1 + tanh z) / 2 = σ(2z)
  }
  if (stage.activation == Activation::softmax && stage.bias.size() == 2) {
    return LogisticStage{stage.weight.row(0) - stage.weight.row(1),
                         Vector{{stage.bias(0) - stage.bias(1)}}};
  }
  return std::nullopt;
}

Intervals pre_activation_intervals(const Matrix& weight, const Vector& bias, double p_drop,
                                   const Intervals& values) {
  Intervals dropped = values;
  if (p_drop > 0) dropped = {values.low.cwiseMin(0.0), values.high.cwiseMax(0.0)};
  const Matrix positive = weight.cwiseMax(0.0);
  const Matrix negative = weight.cwiseMin(0.0);
  const Vector largest = dropped.low.cwiseAbs().cwiseMax(dropped.high.cwiseAbs());
  const Vector slack = rounding * (weight.cwiseAbs() * largest + bias.cwiseAbs());
  return {positive * dropped.low + negative * dropped.high + bias - slack,
          positive * dropped.high + negative * dropped.low + bias + slack};
}

void move_to_extremes(Activation activation, Intervals& z) {
  const double turn = traits_of(activation).turn;
  for (Index o = 0; o < z.low.size(); ++o) {
    if (z.low(o) >= turn) continue;
    z.low(o) = std::min(turn, z.high(o));
    z.high(o) = std::max(0.0, z.high(o));
  }
}

std::vector<Intervals> value_intervals(const ReducedNetwork& network) {
  std::vector<Intervals> intervals{{network.start, network.start}};
  for (const Stage& stage : network.stages) {
    Intervals z =
        pre_activation_intervals(stage.weight, stage.bias, stage.p_drop, intervals.back());
    // With room for the rounding of their averages, and for their differences.
    const Vector largest = z.low.cwiseAbs().cwiseMax(z.high.cwiseAbs());
    check_finite(4 * largest, "the range of the pre-activations");
    if (stage.activation == Activation::softmax) {
      intervals.push_back({Vector::Zero(z.low.size()), Vector::Ones(z.low.size())});
    } else {
      move_to_extremes(stage.activation, z);
      intervals.push_back({activate(stage.activation, z.low), activate(stage.activation, z.high)});
    }
  }
  return intervals;
}

void check_ranges(const ReducedNetwork& network) { value_intervals(network); }

}  // namespace dropout
