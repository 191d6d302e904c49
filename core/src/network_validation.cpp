#include <cmath>
#include <cstddef>
#include <string>

#include "dropout/validation.h"
#include "refusal.h"

namespace dropout {
namespace {

void check_layer(const Network& network, std::size_t l) {
  const Layer& layer = network.layers[l];
  const std::string field = indexed("layers", l);
  const std::string weight = field + ".weight";
  const std::string bias = field + ".bias";
  check_count(layer.weight.rows(), 1, max_units, weight, ": the number of rows");
  check_count(layer.weight.cols(), 1, max_units, weight, ": the number of columns");
  if (l > 0 && layer.weight.cols() != network.layers[l - 1].weight.rows()) {
    refuse(weight, ": ", count_of(layer.weight.cols(), "column"), ", but layer ", l - 1, " has ",
           count_of(network.layers[l - 1].weight.rows(), "unit"));
  }
  if (layer.bias.size() != layer.weight.rows()) {
    refuse(bias, ": ", count_of(layer.bias.size(), "number"), ", but the weight has ",
           count_of(layer.weight.rows(), "row"));
  }
  check_all_finite(layer.weight, weight);
  check_all_finite(layer.bias, bias);
  check_p_drop(layer.p_drop, field + ".p_drop");
  if (l + 1 == network.layers.size() && layer.p_drop != 0) {
    refuse(field + ".p_drop", " must be 0 in the last layer, whose units are the outputs, got ",
           text(layer.p_drop));
  }
}

}  // namespace

void check_network_shape(const NetworkShape& shape) {
  check_count(static_cast<Index>(shape.widths.size()), 2, max_layers + 1, "widths",
              ": the number of entries");
  Index weights = 0;
  for (std::size_t i = 0; i < shape.widths.size(); ++i) {
    check_count(shape.widths[i], 1, max_units, indexed("widths", i));
    if (i > 0) weights += shape.widths[i - 1] * shape.widths[i];
    check_count(weights, 0, max_values, "widths", ": the number of weights");
  }
  check_p_drop(shape.input_p_drop, "input_p_drop");
  check_p_drop(shape.hidden_p_drop, "hidden_p_drop");
}

void check_network(const Network& network) {
  check_count(static_cast<Index>(network.layers.size()), 1, max_layers, "layers",
              ": the number of entries");
  check_p_drop(network.input_p_drop, "input_p_drop");
  for (std::size_t l = 0; l < network.layers.size(); ++l) check_layer(network, l);
}

void check_scaled_weights(const Network& network, std::size_t layer, double factor) {
  const Matrix& weight = network.layers[layer].weight;
  for (Index output = 0; output < weight.rows(); ++output) {
    for (Index input = 0; input < weight.cols(); ++input) {
      if (!std::isfinite(weight(output, input) * factor)) {
        refuse(joined(indexed("layers", layer), ".weight[", output, "][", input, "]"), ": ",
               text(weight(output, input)), " × ", text(factor),
               " is too large for float64; use smaller weights, or another p_drop");
      }
    }
  }
}

void check_samples(const Network& network, Index samples) {
  check_mask_size(samples, network.layers.front().weight.cols());
  for (const Layer& layer : network.layers) check_mask_size(samples, layer.weight.rows());
}

void check_inputs(const Network& network, const Matrix& inputs, std::string_view field) {
  const Index expected = network.layers.front().weight.cols();
  if (inputs.cols() != expected) {
    refuse(field, ": ", count_of(inputs.cols(), "number"), " in each sample, but the network has ",
           count_of(expected, "input"));
  }
  check_samples(network, inputs.rows());
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
  refuse(joined(field, "[", row, "][", unit, "]"), " must be 1 (keep) or 0 (drop), got ",
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

void check_finite(const Vector& results, std::string_view name) {
  if (!results.allFinite()) {
    refuse("network", ": ", name, " is too large for float64; use smaller weights or inputs");
  }
}

}  // namespace dropout
