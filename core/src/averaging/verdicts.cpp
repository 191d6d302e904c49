#include "dropout/averaging/verdicts.h"

#include <cstddef>
#include <optional>
#include <string_view>

#include "averaging/averaging_plan.h"
#include "network/activation_functions.h"
#include "network/checks.h"
#include "support/names.h"

namespace dropout {
namespace {

constexpr Names<Verdict::Reason, 6> reason_names{{
    {"nothing-dropped", Verdict::Reason::nothing_dropped},
    {"linear-after-mask", Verdict::Reason::linear_after_mask},
    {"constant-output", Verdict::Reason::constant_output},
    {"everything-dropped", Verdict::Reason::everything_dropped},
    {"output-activation", Verdict::Reason::output_activation},
    {"hidden-activation", Verdict::Reason::hidden_activation},
}};

using Reason = Verdict::Reason;

// From which layer on masks can change the output: a softmax over one class is 1 whatever comes in.
std::size_t first_layer_that_matters(const Network& network) {
  std::size_t first = 0;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const Layer& layer = network.layers[l];
    if (layer.activation == Activation::softmax && layer.bias.size() == 1) first = l + 1;
  }
  return first;
}

// The first layer from `from` on whose mask satisfies the condition.
template <class Condition>
std::optional<std::size_t> first_masked_layer(const Network& network, std::size_t from,
                                              Condition condition) {
  for (std::size_t l = from; l < network.layers.size(); ++l) {
    if (condition(mask_p_drop(network, l))) return l;
  }
  return std::nullopt;
}

// The last mask from layer `from` on that drops everything.
std::optional<std::size_t> last_empty_mask(const Network& network, std::size_t from) {
  for (std::size_t l = network.layers.size(); l > from; --l) {
    if (mask_p_drop(network, l - 1) == 1) return l - 1;
  }
  return std::nullopt;
}

// Of the layers from the first masked one on, and before the output layer.
std::optional<std::size_t> curved_hidden_layer(const Network& network, std::size_t first_masked) {
  for (std::size_t l = first_masked; l + 1 < network.layers.size(); ++l) {
    if (!traits_of(network.layers[l].activation).is_linear) return l;
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Verdict::Reason reason) { return name_in(reason_names, reason); }

Verdicts verdicts(const Network& network) {
  check_network(network);
  const Layer& output_layer = network.layers.back();
  const bool has_geometric = has_geometric_mean(output_layer.activation);
  const auto everywhere = [&](const Verdict& verdict) {
    const auto geometric = has_geometric ? std::optional(verdict) : std::nullopt;
    return Verdicts{verdict, geometric, geometric};
  };
  if (droppable_units(network) == 0) return everywhere({true, Reason::nothing_dropped, {}});
  const std::size_t from = first_layer_that_matters(network);
  const auto first_masked =
      first_masked_layer(network, from, [](double p_drop) { return p_drop > 0; });
  const Verdict constant{true, Reason::constant_output, {}};
  if (!first_masked) return everywhere(constant);

  const Verdict exact{true, Reason::linear_after_mask, {}};
  const Verdict output_is_curved{false, Reason::output_activation, {}};
  const std::optional<std::size_t> layer = curved_hidden_layer(network, *first_masked);
  const Verdict hidden_is_curved{false, Reason::hidden_activation, layer};
  Verdicts result;
  if (const auto empty = last_empty_mask(network, from)) {
    const auto before = *empty > 0 ? std::optional(*empty - 1) : std::nullopt;
    result = everywhere({false, Reason::everything_dropped, before});
    if (has_geometric) {
      const auto random = first_masked_layer(
          network, *empty, [](double p_drop) { return p_drop > 0 && p_drop < 1; });
      result.arithmetic_and_geometric_mean = random ? output_is_curved : constant;
    }
    return result;
  }
  if (traits_of(output_layer.activation).is_linear) {
    result.arithmetic_mean_and_scaled_network = layer ? hidden_is_curved : exact;
  } else {
    result.arithmetic_mean_and_scaled_network = output_is_curved;
  }
  if (has_geometric) {
    result.geometric_mean_and_scaled_network = layer ? hidden_is_curved : exact;
    result.arithmetic_and_geometric_mean = output_is_curved;
  }
  return result;
}

}  // namespace dropout
