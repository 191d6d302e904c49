#include "dropout/averaging/subnetworks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>

#include "averaging/checks.h"
#include "averaging/early_masks.h"
#include "averaging/subnetwork_tables.h"
#include "dropout/network/forward.h"
#include "network/activate_columns.h"
#include "network/checks.h"
#include "support/vector_functions.h"

namespace dropout {

Subnetworks subnetworks(const Network& network, std::uint64_t first, Index count) {
  check_listable(network);
  check_subnetwork_range(network, first, count);
  Subnetworks result{{}, Vector::Ones(count)};
  unsigned bit = 0;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const double p_drop = mask_p_drop(network, l);
    KeepMask mask = KeepMask::Ones(count, network.layers[l].weight.cols());
    for (Index unit = 0; p_drop > 0 && unit < mask.cols(); ++unit, ++bit) {
      for (Index row = 0; row < count; ++row) {
        const bool keep = ((first + static_cast<std::uint64_t>(row)) >> bit) & 1;
        mask(row, unit) = keep;
        result.probability(row) *= keep ? 1 - p_drop : p_drop;
      }
    }
    result.keep_masks.push_back(std::move(mask));
  }
  return result;
}

SubnetworkOutputs enumerate_subnetworks(const Network& network, const Vector& input) {
  check_listable(network);
  check_input(network, input);
  // The masks of all of them, for callers list those beside the outputs.
  check_mask_list(network, std::exp2(static_cast<double>(droppable_units(network))));
  const Index outputs = network.layers.back().weight.rows();
  const Index total = Index{1} << droppable_units(network);
  // Enough rows to amortize a pass, few enough for its activations to stay in the cache.
  const Index block = std::min<Index>(total, 256);
  const Matrix inputs = input.transpose().replicate(block, 1);

  SubnetworkOutputs all{Vector(total), Matrix(total, outputs), Matrix(total, outputs)};
  for (Index first = 0; first < total; first += block) {
    const Subnetworks some = subnetworks(network, static_cast<std::uint64_t>(first), block);
    const LayerPass last = forward(network, inputs, some.keep_masks).layers.back();
    all.probability.segment(first, block) = some.probability;
    all.pre_activation.middleRows(first, block) = last.pre_activation;
    all.output.middleRows(first, block) = last.activation;
  }
  return all;
}

SubnetworkOutputs tabulate_subnetworks(const Network& network, const Vector& input) {
  check_listable(network);
  check_input(network, input);
  const ReducedNetwork reduced_network = reduced(network, input);
  check_ranges(reduced_network);
  const std::vector<Stage>& stages = reduced_network.stages;
  const std::size_t last = last_masked_stage(reduced_network);
  const Index late_units = masked_units(stages[last]);
  const Index early = early_units(reduced_network, last);
  const auto late_stages = std::span(stages).subspan(last);
  SubnetworkTables tables(late_stages, late_units);

  const Index total = Index{1} << (early + late_units);
  const Index outputs = stages.back().bias.size();
  SubnetworkOutputs all{Vector(total), Matrix(total, outputs), Matrix(total, outputs)};
  constexpr std::uint64_t batch = 256;
  for (std::uint64_t first = 0; first < std::uint64_t{1} << early; first += batch) {
    const std::uint64_t count = std::min(batch, (std::uint64_t{1} << early) - first);
    const EarlyMasks masks = early_masks(reduced_network, last, first, count);
    for (Index e = 0; e < masks.values.cols(); ++e) {
      tables.for_each_tile(masks.values.col(e), 0, [&](const SubnetworkTables::Tile& tile) {
        Matrix output = tile.pre_activation;
        activate_columns(stages.back().activation, output);
        for (Index j = 0; j < tile.probability.size(); ++j) {
          const Index row =
              static_cast<Index>(((tile.first + static_cast<std::uint64_t>(j)) << early) + first) +
              e;
          all.probability(row) = tile.probability(j) * masks.probability(e);
          all.pre_activation.row(row) = tile.pre_activation.col(j);
          all.output.row(row) = output.col(j);
        }
      });
    }
  }
  return all;
}

}  // namespace dropout
