#include "network/checks.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dropout/support/limits.h"
#include "support/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

void check_layer_size(const std::vector<LayerSize>& layers, std::size_t l) {
  const auto& [outputs, inputs, biases] = layers[l];
  const std::string field = indexed("layers", l);
  const std::string weight = field + ".weight";
  check_count(outputs, 1, max_units, weight, ": the number of rows");
  check_count(inputs, 1, max_units, weight, ": the number of columns");
  if (l > 0 && inputs != layers[l - 1].outputs) {
    refuse(weight, ": ", count_of(inputs, "column"), ", but layer ", l - 1, " has ",
           count_of(layers[l - 1].outputs, "unit"));
  }
  if (biases != outputs) {
    refuse(field + ".bias", ": ", count_of(biases, "number"), ", but the weight has ",
           count_of(outputs, "row"));
  }
}

void check_layer(const Network& network, std::size_t l) {
  const Layer& layer = network.layers[l];
  const std::string field = indexed("layers", l);
  check_all_finite(layer.weight, field + ".weight");
  check_all_finite(layer.bias, field + ".bias");
  check_p_drop(layer.p_drop, field + ".p_drop");
  if (l + 1 == network.layers.size() && layer.p_drop != 0) {
    refuse(field + ".p_drop", " must be 0 in the last layer, whose units are the outputs, got ",
           to_text(layer.p_drop));
  }
}

std::vector<LayerSize> sizes_of(const Network& network) {
  std::vector<LayerSize> sizes;
  sizes.reserve(network.layers.size());
  for (const Layer& layer : network.layers) {
    sizes.push_back({layer.weight.rows(), layer.weight.cols(), layer.bias.size()});
  }
  return sizes;
}

}  // namespace

void check_p_drop(double p_drop, std::string_view field) {
  // Written so that NaN fails.
  if (!(p_drop >= 0 && p_drop <= 1)) refuse(field, " must be in [0, 1], got ", to_text(p_drop));
}

void check_mask_size(Index samples, Index units) {
  check_count(samples, 0, max_samples, "samples");
  check_count(units, 0, max_values, "units");
  if (samples > 0 && units > max_values / samples) {
    refuse("samples", " × units must be at most ", max_values, ", got ", samples, " × ", units);
  }
}

void check_layer_size(Index inputs, Index outputs) {
  check_count(inputs, 1, max_units, "inputs");
  check_count(outputs, 1, max_units, "outputs");
}

void check_network_shape(const NetworkShape& shape) {
  check_width_count(static_cast<Index>(shape.widths.size()));
  Index weights = 0;
  for (std::size_t i = 0; i < shape.widths.size(); ++i) {
    check_count(shape.widths[i], 1, max_units, indexed("widths", i));
    if (i > 0) weights += shape.widths[i - 1] * shape.widths[i];
    check_count(weights, 0, max_values, "widths", ": the number of weights");
  }
  check_p_drop(shape.input_p_drop, "input_p_drop");
  check_p_drop(shape.hidden_p_drop, "hidden_p_drop");
}

void check_width_count(Index widths) {
  check_count(widths, 2, max_layers + 1, "widths", ": the number of entries");
}

void check_layer_count(Index layers, std::string_view field) {
  check_count(layers, 1, max_layers, field, ": the number of entries");
}

void check_layer_sizes(const std::vector<LayerSize>& layers) {
  check_layer_count(static_cast<Index>(layers.size()), "layers");
  std::int64_t weights = 0;
  for (std::size_t l = 0; l < layers.size(); ++l) {
    check_layer_size(layers, l);
    weights += std::int64_t{layers[l].outputs} * layers[l].inputs;
  }
  check_total(static_cast<double>(weights), "layers");
}

void check_network(const Network& network) {
  check_layer_sizes(sizes_of(network));
  check_p_drop(network.input_p_drop, "input_p_drop");
  for (std::size_t l = 0; l < network.layers.size(); ++l) check_layer(network, l);
}

void check_samples(const Network& network, Index samples) {
  check_mask_size(samples, network.layers.front().weight.cols());
  for (const Layer& layer : network.layers) check_mask_size(samples, layer.weight.rows());
}

void check_sampled(const Network& network, Index samples, std::string_view field) {
  check_count(samples, 1, max_samples, field);
  check_samples(network, samples);
}

void check_pass_size(const Network& network, Index samples) {
  check_samples(network, samples);
  Index units = network.layers.front().weight.cols();
  for (const Layer& layer : network.layers) units += layer.weight.rows();
  const double all = static_cast<double>(samples) * static_cast<double>(units);
  if (all > static_cast<double>(max_total_values)) {
    refuse("samples", " × units, inputs among them, must be at most ", max_total_values, ", got ",
           samples, " × ", units);
  }
}

void check_input_size(const Network& network, Index samples, Index inputs, std::string_view field) {
  const Index expected = network.layers.front().weight.cols();
  if (inputs != expected) {
    refuse(field, ": ", count_of(inputs, "number"), " in each sample, but the network has ",
           count_of(expected, "input"));
  }
  check_samples(network, samples);
}

void check_inputs(const Network& network, const Matrix& inputs, std::string_view field) {
  check_input_size(network, inputs.rows(), inputs.cols(), field);
  check_all_finite(inputs, field);
}

void check_input(const Network& network, const Vector& input) {
  const Index expected = network.layers.front().weight.cols();
  if (input.size() != expected) {
    refuse("input", ": ", count_of(input.size(), "number"), ", but the network has ",
           count_of(expected, "input"));
  }
  check_all_finite(input, "input");
}

void check_mask_shape(const KeepMask& keep_mask, Index samples, Index units,
                      std::string_view field) {
  if (keep_mask.rows() != samples || keep_mask.cols() != units) {
    refuse(field, ": ", keep_mask.rows(), " × ", keep_mask.cols(), ", but samples × units is ",
           samples, " × ", units);
  }
}

void check_mask_entries(const KeepMask& keep_mask, std::string_view field) {
  if (keep_mask.size() == 0 || keep_mask.maxCoeff() <= 1) return;
  Index row = 0;
  Index unit = 0;
  keep_mask.maxCoeff(&row, &unit);
  refuse(concatenated(field, "[", row, "][", unit, "]"), " must be 1 (keep) or 0 (drop), got ",
         Index{keep_mask(row, unit)});
}

void check_keep_masks(const Network& network, Index samples, const KeepMasks& keep_masks) {
  if (keep_masks.size() != network.layers.size()) {
    refuse("keep_masks", ": ", count_of(static_cast<Index>(keep_masks.size()), "mask"),
           ", but the network needs ", network.layers.size(),
           " (the inputs' and one for each hidden layer)");
  }
  for (std::size_t l = 0; l < keep_masks.size(); ++l) {
    const KeepMask& mask = keep_masks[l];
    const Index units = network.layers[l].weight.cols();
    check_mask_shape(mask, samples, units, indexed("keep_masks", l));
    check_mask_entries(mask, indexed("keep_masks", l));
  }
}

void check_no_overflow(const Matrix& pre_activation, std::size_t layer) {
  // 0 times infinity, or NaN, is NaN. Unlike allFinite, this vectorizes.
  if (!std::isfinite((pre_activation * 0).sum())) {
    refuse(indexed("layers", layer),
           ": its pre-activations are too large for float64; use smaller weights or inputs");
  }
}

}  // namespace dropout
