#include "averaging/checks.h"

#include <cmath>
#include <cstdint>

#include "dropout/support/limits.h"
#include "support/refusal.h"

namespace dropout {

void check_output_index(Index outputs, Index output) {
  check_count(output, 0, outputs - 1, "output");
}

void check_listable(const Network& network) {
  const Index units = droppable_units(network);
  if (units > max_listed_units) {
    refuse("network", ": a list of 2^", units, " subnetworks refused (limit 2^", max_listed_units,
           "); use fewer units, or p_drop 0 in some layers");
  }
  const Index outputs = network.layers.back().weight.rows();
  if (outputs > (max_values >> units)) {
    refuse("network", ": 2^", units, " subnetworks × ", outputs, " outputs must be at most ",
           max_values, " values");
  }
}

void check_mask_list(const Network& network, double masks) {
  Index units = 0;
  for (const Layer& layer : network.layers) units += layer.weight.cols();
  if (masks * static_cast<double>(units) > static_cast<double>(max_total_values)) {
    refuse("network", ": subnetworks × units, inputs among them, must be at most ",
           max_total_values, ", got ", to_text(masks), " × ", units);
  }
}

void check_block_cost(double nanoseconds) {
  if (!(nanoseconds <= max_block_nanoseconds)) {
    const double seconds = std::ceil(nanoseconds / 1e9);
    refuse("network", ": this average would take too long",
           std::isfinite(seconds) ? concatenated(", some ", to_text(seconds), " s") : "",
           " without a pause (limit ", to_text(max_block_nanoseconds / 1e9),
           " s); use fewer units, smaller weights, or monteCarlo");
  }
}

void check_subnetwork_range(const Network& network, std::uint64_t first, Index count) {
  const std::uint64_t total = std::uint64_t{1} << droppable_units(network);
  if (count < 0 || first > total || static_cast<std::uint64_t>(count) > total - first) {
    refuse("subnetworks", ": ", count, " from number ", first, " on, but the network has ", total);
  }
  check_mask_list(network, static_cast<double>(count));
}

}  // namespace dropout
