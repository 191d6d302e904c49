#include <cmath>
#include <cstddef>
#include <cstdint>

#include "dropout/support/names.h"
#include "dropout/support/validation.h"
#include "support/refusal.h"

namespace dropout {

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
           max_total_values, ", got ", text(masks), " × ", units);
  }
}

void check_enumerated_units(Index units) {
  if (units > max_enumerated_units) {
    refuse("network", ": enumeration of 2^", units, " subnetworks refused (limit 2^",
           max_enumerated_units, "): use monteCarlo, or p_drop 0 in some layers");
  }
}

void check_block_cost(double nanoseconds) {
  if (!(nanoseconds <= max_block_nanoseconds)) {
    const double seconds = std::ceil(nanoseconds / 1e9);
    refuse("network", ": this average would take too long",
           std::isfinite(seconds) ? joined(", some ", text(seconds), " s") : "",
           " without a pause (limit ", text(max_block_nanoseconds / 1e9),
           " s); use fewer units, smaller weights, or monteCarlo");
  }
}

void check_chunk_range(Index chunks, Index first, Index count) {
  check_count(first, 0, chunks - 1, "first");
  check_count(count, 1, chunks - first, "count");
}

void check_subnetwork_range(const Network& network, std::uint64_t first, Index count) {
  const std::uint64_t total = std::uint64_t{1} << droppable_units(network);
  if (count < 0 || first > total || static_cast<std::uint64_t>(count) > total - first) {
    refuse("subnetworks", ": ", count, " from number ", first, " on, but the network has ", total);
  }
  check_mask_list(network, static_cast<double>(count));
}

void check_sampled(const Network& network, Index samples, std::string_view field) {
  check_count(samples, 1, max_samples, field);
  check_samples(network, samples);
}

void check_repeats(Index samples, Index repeats) {
  check_count(samples, 1, max_samples, "samples");
  check_count(repeats, 1, max_repeats, "repeats");
  if (repeats > max_values / samples) {
    refuse("repeats", " × samples must be at most ", max_values, ", got ", repeats, " × ", samples);
  }
}

void check_average(const Network& network, const Average& average) {
  const Index outputs = network.layers.back().weight.rows();
  const auto check = [&](const Vector& values, std::string_view field) {
    check_count(values.size(), outputs, outputs, field, ": the number of entries");
    check_all_finite(values, field);
  };
  check(average.arithmetic_mean, "average.arithmetic_mean");
  check(average.variance, "average.variance");
  check(average.scaled_full_network, "average.scaled_full_network");
  check(average.rounding, "average.rounding");
  const auto check_not_negative = [&](const Vector& values, std::string_view field) {
    for (Index o = 0; o < outputs; ++o) {
      if (values(o) < 0) {
        refuse(joined(field, "[", o, "]"), " must be 0 or more, got ", text(values(o)));
      }
    }
  };
  check_not_negative(average.variance, "average.variance");
  check_not_negative(average.rounding, "average.rounding");
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

}  // namespace dropout
