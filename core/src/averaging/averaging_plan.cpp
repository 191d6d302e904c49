#include "averaging/averaging_plan.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "averaging/characteristic_function.h"
#include "averaging/checks.h"
#include "averaging/early_masks.h"
#include "averaging/softmax_table.h"
#include "dropout/support/limits.h"
#include "network/activation_functions.h"
#include "network/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

void check_enumerated_units(Index units) {
  if (units > max_enumerated_units) {
    refuse("network", ": enumeration of 2^", units, " subnetworks refused (limit 2^",
           max_enumerated_units, "): use monteCarlo, or p_drop 0 in some layers");
  }
}

void refuse_closed_form(const Network& network, std::size_t curved_layer) {
  refuse(
      "method",
      ": \"closed-form\" needs the activation \"identity\" from the last mask to the output, but ",
      indexed("layers", curved_layer), ".activation is \"",
      name_of(network.layers[curved_layer].activation), "\"");
}

void refuse_characteristic_function() {
  refuse("method",
         ": \"characteristic-function\" needs a sigmoid, a tanh or a softmax over 2 classes as the "
         "output, and only the activation \"identity\" between it and the last mask");
}

// Rough costs in WebAssembly, in nanoseconds, to choose by.
constexpr double per_multiplication = 0.5;
constexpr double per_activation = 4;
constexpr double per_logistic_subnetwork = 0.36;
constexpr double per_softmax_class = 0.36;
constexpr double per_phase = 1.7;
constexpr double per_point = 12;
constexpr double per_unit = 40;
constexpr double per_block = 120;

constexpr double block_target = 8e6;  // nanoseconds
constexpr double chunk_target = 6e6;
constexpr int max_chunk_units = 16;  // 2^16 chunks

double stage_cost(const Stage& stage) {
  return static_cast<double>(stage.weight.size()) * per_multiplication +
         static_cast<double>(stage.bias.size()) * per_activation;
}

double early_cost(const ReducedNetwork& network, std::size_t first_stage) {
  double cost = per_block;
  for (std::size_t s = 0; s < first_stage; ++s) cost += stage_cost(network.stages[s]);
  return cost;
}

double subnetwork_cost(const ReducedNetwork& network, std::size_t first_stage) {
  const Stage& first = network.stages[first_stage];
  const auto outputs = static_cast<double>(first.bias.size());
  double cost = outputs * (per_multiplication + per_activation);
  if (first_stage + 1 == network.stages.size()) {
    if (logistic(first)) return outputs * per_logistic_subnetwork;
    if (first.activation == Activation::softmax && first.bias.size() <= SoftmaxTable::max_classes) {
      return outputs * per_softmax_class;
    }
  }
  for (std::size_t s = first_stage + 1; s < network.stages.size(); ++s) {
    cost += stage_cost(network.stages[s]);
  }
  return cost;
}

struct Estimate {
  AveragingPlan plan;
  Index enumerated_units = 0;  // the tables' included
  double nanoseconds = 0;
};

Estimate estimated(const ReducedNetwork& network, AveragingMethod method, std::size_t first_stage,
                   Index table_units, Index outer_units, double block_cost) {
  AveragingPlan plan{network, method, first_stage, table_units, static_cast<int>(outer_units)};
  plan.block_nanoseconds = block_cost;
  const double blocks = std::max(1.0, chunk_target / block_cost);
  plan.chunk_units =
      std::min(plan.outer_units, std::max(std::ilogb(blocks), plan.outer_units - max_chunk_units));
  return {std::move(plan), table_units + outer_units,
          std::ldexp(block_cost, static_cast<int>(std::min<Index>(outer_units, 1000)))};
}

Estimate enumeration(const ReducedNetwork& network) {
  const std::size_t stage = last_masked_stage(network);
  const double cost = subnetwork_cost(network, stage);
  const Index last_units = masked_units(network.stages[stage]);
  const Index affordable = std::ilogb(block_target / cost);
  const Index table_units = std::min(last_units, std::clamp<Index>(affordable, 1, 20));
  return estimated(network, AveragingMethod::enumeration, stage, table_units,
                   early_units(network, stage) + last_units - table_units,
                   std::ldexp(cost, static_cast<int>(table_units)) + early_cost(network, stage));
}

// The layer whose activation stands in the way of the closed form.
std::optional<std::size_t> first_curved_layer(const Network& network, std::size_t from) {
  for (std::size_t l = from; l < network.layers.size(); ++l) {
    if (!traits_of(network.layers[l].activation).is_linear) return l;
  }
  return std::nullopt;
}

std::size_t last_masked_layer(const Network& network) {
  std::size_t l = network.layers.size() - 1;
  while (l > 0 && mask_p_drop(network, l) == 0) --l;
  return l;
}

std::optional<Estimate> closed_form_estimate(const Network& network,
                                             const ReducedNetwork& reduced_network) {
  if (first_curved_layer(network, last_masked_layer(network))) return std::nullopt;
  const std::vector<Stage>& stages = reduced_network.stages;
  std::size_t first = stages.size();
  while (first > 0 && traits_of(stages[first - 1].activation).is_linear) --first;
  double cost = early_cost(reduced_network, first);
  for (std::size_t s = first; s < stages.size(); ++s) {
    // Of one stage alone no covariances are needed.
    const auto inputs = static_cast<double>(stages[s].weight.cols());
    const bool is_alone = first + 1 == stages.size();
    cost += static_cast<double>(stages[s].weight.size()) * per_multiplication *
            (is_alone ? 4 : inputs + static_cast<double>(stages[s].weight.rows()));
  }
  return estimated(reduced_network, AveragingMethod::closed_form, first, 0,
                   early_units(reduced_network, first), cost);
}

std::optional<Estimate> characteristic_function_estimate(const ReducedNetwork& network) {
  const std::size_t last = network.stages.size() - 1;
  const std::optional<LogisticStage> logistic_stage = logistic(network.stages[last]);
  if (!logistic_stage || last_masked_stage(network) != last) return std::nullopt;
  const Stage& stage = network.stages[last];
  const Intervals values = value_intervals(network)[last];
  const Intervals z =
      pre_activation_intervals(logistic_stage->weight, logistic_stage->bias, stage.p_drop, values);
  const Vector usual_z = logistic_stage->bias + (1 - stage.p_drop) / 2 * logistic_stage->weight *
                                                    (values.low + values.high);
  const auto units = static_cast<double>(stage.weight.cols());
  double cost = early_cost(network, last);
  for (Index o = 0; o < z.low.size(); ++o) {
    const double points = quadrature_points(std::max(std::abs(z.low(o)), std::abs(z.high(o))));
    const int integrals = std::abs(usual_z(o)) < 1 ? 1 : 2;
    cost += integrals * (points * (units * per_phase + per_point) + units * per_unit);
  }
  return estimated(network, AveragingMethod::characteristic_function, last, 0,
                   early_units(network, last), cost);
}

bool is_within_limits(const Estimate& estimate) {
  return estimate.enumerated_units <= max_enumerated_units &&
         estimate.plan.block_nanoseconds <= max_block_nanoseconds;
}

AveragingPlan checked(const Estimate& estimate) {
  check_enumerated_units(estimate.enumerated_units);
  check_block_cost(estimate.plan.block_nanoseconds);
  return estimate.plan;
}

// The asked-for method needs too much where `other` does not.
[[noreturn]] void refuse_costly_method(const Estimate& asked, const Estimate& other) {
  const double seconds = std::ceil(asked.plan.block_nanoseconds / 1e9);
  const std::string cost =
      asked.enumerated_units > max_enumerated_units
          ? concatenated("would enumerate 2^", asked.enumerated_units, " subnetworks (limit 2^",
                         max_enumerated_units, ")")
          : concatenated(
                "would take too long",
                std::isfinite(seconds) ? concatenated(", about ", to_text(seconds), " s") : "",
                " without a pause (limit ", to_text(max_block_nanoseconds / 1e9), " s)");
  refuse("method", ": \"", name_of(asked.plan.method), "\" ", cost, "; use \"",
         name_of(other.plan.method), "\" or \"", name_of(AveragingMethod::automatic), "\"");
}

AveragingPlan chosen(const Network& network, const ReducedNetwork& reduced_network,
                     AveragingMethod method) {
  const auto of_closed_form = [&] { return closed_form_estimate(network, reduced_network); };
  const auto of_characteristic_function = [&] {
    return characteristic_function_estimate(reduced_network);
  };
  std::optional<Estimate> asked;
  if (method == AveragingMethod::enumeration) asked = enumeration(reduced_network);
  if (method == AveragingMethod::closed_form) {
    asked = of_closed_form();
    if (!asked) {
      refuse_closed_form(network, *first_curved_layer(network, last_masked_layer(network)));
    }
  }
  if (method == AveragingMethod::characteristic_function) {
    asked = of_characteristic_function();
    if (!asked) refuse_characteristic_function();
  }
  if (asked && is_within_limits(*asked)) return asked->plan;
  Estimate best = enumeration(reduced_network);
  for (const auto& other : {of_closed_form(), of_characteristic_function()}) {
    if (!other || !is_within_limits(*other)) continue;
    if (!is_within_limits(best) || other->nanoseconds < best.nanoseconds) best = *other;
  }
  if (asked && is_within_limits(best)) refuse_costly_method(*asked, best);
  return checked(asked ? *asked : best);
}

}  // namespace

AveragingPlan averaging_plan(const Network& network, const Vector& input, AveragingMethod method) {
  check_network(network);
  check_input(network, input);
  const ReducedNetwork reduced_network = reduced(network, input);
  const std::vector<Intervals> values = value_intervals(reduced_network);
  AveragingPlan plan = chosen(network, reduced_network, method);
  const Stage& last = reduced_network.stages.back();
  plan.pre_activation =
      pre_activation_intervals(last.weight, last.bias, last.p_drop, values[values.size() - 2]);
  return plan;
}

bool has_geometric_mean(Activation output_activation) {
  return output_activation == Activation::sigmoid || output_activation == Activation::softmax;
}

}  // namespace dropout
