#include "dropout/averaging/averages.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "averaging/averaging_plan.h"
#include "averaging/chunk_checks.h"
#include "averaging/closed_form.h"
#include "averaging/early_masks.h"
#include "averaging/moments.h"
#include "averaging/rounding.h"
#include "averaging/sigmoid_moments.h"
#include "averaging/subnetwork_tables.h"
#include "dropout/network/forward.h"
#include "support/checks.h"
#include "support/names.h"
#include "support/refusal.h"

namespace dropout {
namespace {

constexpr Names<AveragingMethod, 4> averaging_method_names{{
    {"auto", AveragingMethod::automatic},
    {"closed-form", AveragingMethod::closed_form},
    {"characteristic-function", AveragingMethod::characteristic_function},
    {"enumeration", AveragingMethod::enumeration},
}};

void check_chunk_range(Index chunks, Index first, Index count) {
  check_count(first, 0, chunks - 1, "first");
  check_count(count, 1, chunks - first, "count");
}

AveragePlan summary_of(const AveragingPlan& plan) {
  const bool all_in_last_layer = plan.method == AveragingMethod::enumeration ||
                                 early_units(plan.network, plan.first_stage) == 0;
  AveragePlan summary;
  for (const Stage& stage : plan.network.stages) summary.droppable_units += masked_units(stage);
  summary.subnetworks = std::ldexp(1.0, static_cast<int>(summary.droppable_units));
  summary.method = all_in_last_layer ? plan.method : AveragingMethod::enumeration;
  summary.last_layer_method = plan.method;
  summary.chunks = Index{1} << (plan.outer_units - plan.chunk_units);
  summary.nanoseconds = plan.block_nanoseconds * std::ldexp(1.0, plan.outer_units);
  return summary;
}

// A block is numbered by the mask of all units outside of its own average: in its lowest bits those
// of the stages before, then those of the last masked stage that the tables leave out.
PartialAverage blocks_average(const AveragingPlan& plan, std::uint64_t first, std::uint64_t count) {
  const auto stages = std::span(plan.network.stages).subspan(plan.first_stage);
  const Index early = early_units(plan.network, plan.first_stage);
  const std::uint64_t early_count = std::uint64_t{1} << early;
  const std::uint64_t batch = std::min({count, early_count, std::uint64_t{256}});
  SubnetworkTables tables(stages, plan.table_units);

  PartialAverage sum = weighted_average(zero_moments(stages.back().bias.size(), 0), Vector());
  for (std::uint64_t block = first; block < first + count; block += batch) {
    const EarlyMasks masks =
        early_masks(plan.network, plan.first_stage, block % early_count, batch);
    if (plan.method == AveragingMethod::closed_form) {
      add(sum, weighted_average(closed_form(stages, masks.values), masks.probability));
    } else if (plan.method == AveragingMethod::characteristic_function) {
      add(sum, weighted_average(by_characteristic_function(stages.front(), masks.values),
                                masks.probability));
    } else {
      const std::uint64_t kept = block / early_count;
      add(sum, weighted_average(tables.moments(masks.values, kept),
                                tables.probability(kept) * masks.probability));
    }
  }
  return sum;
}

std::vector<PartialAverage> chunks_of(const AveragingPlan& plan, Index first, Index count) {
  std::vector<PartialAverage> chunks;
  for (Index chunk = first; chunk < first + count; ++chunk) {
    chunks.push_back(blocks_average(plan, static_cast<std::uint64_t>(chunk) << plan.chunk_units,
                                    std::uint64_t{1} << plan.chunk_units));
  }
  return chunks;
}

// Of the shares, and of the outputs that they are shares of.
void set_mean_and_variance(Activation output_activation, const PartialAverage& sum,
                           Average& average) {
  average.arithmetic_mean = sum.mean;
  average.variance = sum.squared_distance / sum.weight;
  if (output_activation == Activation::tanh) {
    average.arithmetic_mean = sum.mean - sum.complement;
    average.variance *= 4;
  }
  check_finite(average.variance, "the variance of the outputs");
}

Average combined(const Network& network, const Vector& input, const AveragingPlan& plan,
                 const std::vector<PartialAverage>& chunks) {
  const Activation output_activation = network.layers.back().activation;
  const AveragePlan summary = summary_of(plan);
  PartialAverage sum = chunks.front();
  for (const PartialAverage& chunk : std::span(chunks).subspan(1)) add(sum, chunk);

  Average average;
  average.droppable_units = summary.droppable_units;
  average.subnetworks = summary.subnetworks;
  average.method = summary.method;
  average.last_layer_method = summary.last_layer_method;
  set_mean_and_variance(output_activation, sum, average);
  if (has_geometric_mean(output_activation)) {
    average.normalized_geometric_mean =
        activate(output_activation, sum.mean_pre_activation.transpose()).transpose();
  }
  average.scaled_full_network = forward(network, input.transpose()).layers.back().activation.row(0);
  if (summary.droppable_units == 0) average.arithmetic_mean = average.scaled_full_network;
  average.rounding = rounding_of(network, input, average);
  return average;
}

}  // namespace

AveragingMethod averaging_method_named(std::string_view name, std::string_view field) {
  return named(averaging_method_names, name, field);
}

std::string_view name_of(AveragingMethod method) { return name_in(averaging_method_names, method); }

Average average(const Network& network, const Vector& input, AveragingMethod method) {
  const AveragingPlan plan = averaging_plan(network, input, method);
  return combined(network, input, plan, chunks_of(plan, 0, summary_of(plan).chunks));
}

AveragePlan plan_average(const Network& network, const Vector& input, AveragingMethod method) {
  return summary_of(averaging_plan(network, input, method));
}

std::vector<PartialAverage> average_chunks(const Network& network, const Vector& input,
                                           AveragingMethod method, Index first, Index count) {
  const AveragingPlan plan = averaging_plan(network, input, method);
  check_chunk_range(summary_of(plan).chunks, first, count);
  return chunks_of(plan, first, count);
}

Average combine_chunks(const Network& network, const Vector& input, AveragingMethod method,
                       const std::vector<PartialAverage>& chunks) {
  const AveragingPlan plan = averaging_plan(network, input, method);
  check_chunks(plan, summary_of(plan).chunks, chunks);
  return combined(network, input, plan, chunks);
}

}  // namespace dropout
