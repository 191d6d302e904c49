#include "conversions.h"

#include <algorithm>
#include <vector>

#include "dropout/gradients/losses.h"
#include "dropout/network/activation.h"
#include "dropout/support/invalid_input.h"
#include "dropout/support/limits.h"
#include "network/checks.h"
#include "support/checks.h"

namespace dropout::js {
namespace {

double numbers_in(MatrixSize size) {
  return static_cast<double>(size.rows) * static_cast<double>(size.columns);
}

LayerSize size_of_layer(const Named& value) {
  const MatrixSize weight = size_of(member(value, "weight"));
  const unsigned biases = length_of(member(value, "bias"), "an array of numbers");
  return {weight.rows, weight.columns, static_cast<Index>(biases)};
}

Layer to_layer(const Named& value) {
  return {to_matrix(member(value, "weight")), to_vector(member(value, "bias")),
          activation_named(to_text(member(value, "activation")), value.name + ".activation"),
          to_number(member(value, "p_drop"))};
}

val to_js(const Layer& layer) {
  val object = val::object();
  object.set("weight", js::to_js(layer.weight));
  object.set("bias", js::to_js(layer.bias));
  object.set("activation", std::string(name_of(layer.activation)));
  object.set("p_drop", layer.p_drop);
  return object;
}

val to_js(const LayerPass& pass) {
  val object = val::object();
  object.set("pre_activation", js::to_js(pass.pre_activation));
  object.set("activation", js::to_js(pass.activation));
  object.set("dropped_output", js::to_js(pass.dropped_output));
  return object;
}

val to_js(const Verdict& verdict) {
  val object = val::object();
  object.set("exact", verdict.exact);
  object.set("reason", std::string(name_of(verdict.reason)));
  object.set("layer", verdict.layer ? val(static_cast<double>(*verdict.layer)) : val::null());
  return object;
}

}  // namespace

KeepMasks to_keep_masks(const Named& value) {
  const unsigned layers = length_of(value, "an array of masks");
  check_layer_count(static_cast<Index>(layers), value.name);
  double total = 0;
  for (unsigned l = 0; l < layers; ++l) total += numbers_in(size_of(entry(value, l)));
  check_total(total, value.name);
  KeepMasks masks;
  for (unsigned l = 0; l < layers; ++l) masks.push_back(to_keep_mask(entry(value, l)));
  return masks;
}

Network to_network(const val& document) {
  const Named named = options(document, "network");
  Network network;
  network.input_p_drop = to_number(member(named, "input_p_drop"));
  const Named layers = member(named, "layers");
  const unsigned length = length_of(layers, "an array of layers");
  check_layer_count(static_cast<Index>(length), layers.name);
  std::vector<LayerSize> sizes;
  for (unsigned l = 0; l < length; ++l) sizes.push_back(size_of_layer(entry(layers, l)));
  check_layer_sizes(sizes);
  for (unsigned l = 0; l < length; ++l) network.layers.push_back(to_layer(entry(layers, l)));
  return network;
}

NetworkShape to_network_shape(const Named& value) {
  NetworkShape shape;
  const Named widths = member(value, "widths");
  const unsigned length = length_of(widths, "an array of whole numbers");
  check_width_count(static_cast<Index>(length));
  for (unsigned i = 0; i < length; ++i) {
    shape.widths.push_back(static_cast<Index>(to_whole_number(entry(widths, i), 1, max_units)));
  }
  const auto activation = [&](std::string_view name) {
    const Named given = member(value, name);
    return activation_named(to_text(given), given.name);
  };
  shape.hidden_activation = activation("hidden_activation");
  shape.output_activation = activation("output_activation");
  shape.input_p_drop = to_number(member(value, "input_p_drop"));
  shape.hidden_p_drop = to_number(member(value, "hidden_p_drop"));
  return shape;
}

std::vector<PartialAverage> to_chunks(const Named& value) {
  const Matrix rows = to_matrix(value, max_values);
  const Index outputs = (rows.cols() - 1) / 4;
  if (rows.cols() < 5 || rows.cols() != 1 + 4 * outputs) {
    throw InvalidInput(InvalidInput::Kind::range, value.name,
                       ": rows need 1 + 4 × outputs numbers, got " + std::to_string(rows.cols()));
  }
  std::vector<PartialAverage> chunks;
  for (const auto& row : rows.rowwise()) {
    const Vector numbers = row.transpose();
    chunks.push_back({numbers(0), numbers.segment(1, outputs),
                      numbers.segment(1 + outputs, outputs),
                      numbers.segment(1 + 2 * outputs, outputs), numbers.tail(outputs)});
  }
  return chunks;
}

Average to_average(const Named& value) {
  Average average;
  average.arithmetic_mean = to_vector(member(value, "arithmetic_mean"));
  average.variance = to_vector(member(value, "variance"));
  average.scaled_full_network = to_vector(member(value, "scaled_full_network"));
  average.rounding = to_vector(member(value, "rounding"));
  return average;
}

Matrix to_inputs(const Network& network, const Named& value) {
  const MatrixSize size = size_of(value);
  // Without rows, there is nothing to copy, and the core tells what is missing.
  if (size.rows > 0) check_input_size(network, size.rows, size.columns, value.name);
  return to_matrix(value);
}

Matrix to_targets(const Network& network, const Named& value, Loss loss) {
  const unsigned length = length_of(value, "an array");
  const bool are_classes = loss == Loss::cross_entropy && length > 0 && value.value[0].isNumber();
  if (!are_classes) return to_matrix(value);
  return class_targets(network, to_indices(value, max_units - 1), value.name);
}

Batch to_batch(const Network& network, const Named& value) {
  Batch batch;
  batch.inputs = to_inputs(network, member(value, "inputs"));
  batch.loss = loss_named(to_text(member(value, "loss")), "loss");
  batch.targets = to_targets(network, member(value, "targets"), batch.loss);
  const Named masks = member(value, "keep_masks");
  if (is_given(masks)) batch.keep_masks = to_keep_masks(masks);
  return batch;
}

Parameter to_parameter(const Named& value) {
  const auto index = [&](std::string_view name, Index limit) {
    return to_whole_number(member(value, name), 0, static_cast<std::uint64_t>(limit - 1));
  };
  Parameter parameter;
  parameter.layer = static_cast<std::size_t>(index("layer", max_layers));
  parameter.output = static_cast<Index>(index("output", max_units));
  if (!member(value, "input").value.isNull()) {
    parameter.input = static_cast<Index>(index("input", max_units));
  }
  return parameter;
}

Gradients to_mean_gradients(const Named& value) {
  const Named weights = member(value, "mean_weight_gradients");
  const Named biases = member(value, "mean_bias_gradients");
  const unsigned weight_layers = length_of(weights, "an array of matrices");
  const unsigned bias_layers = length_of(biases, "an array of arrays");
  check_layer_count(static_cast<Index>(weight_layers), weights.name);
  check_layer_count(static_cast<Index>(bias_layers), biases.name);
  double total = 0;
  for (unsigned l = 0; l < weight_layers; ++l) total += numbers_in(size_of(entry(weights, l)));
  for (unsigned l = 0; l < bias_layers; ++l) {
    total += length_of(entry(biases, l), "an array of numbers");
  }
  check_total(total, weights.name);
  Gradients gradients;
  for (unsigned l = 0; l < weight_layers; ++l) {
    gradients.mean_weight_gradients.push_back(to_matrix(entry(weights, l)));
  }
  for (unsigned l = 0; l < bias_layers; ++l) {
    gradients.mean_bias_gradients.push_back(to_vector(entry(biases, l)));
  }
  return gradients;
}

val to_js(const KeepMasks& masks) { return array_of(masks); }

val to_js(const Network& network) {
  val layers = val::array();
  for (const Layer& layer : network.layers) layers.call<void>("push", to_js(layer));
  val object = val::object();
  object.set("input_p_drop", network.input_p_drop);
  object.set("layers", layers);
  return object;
}

val to_js(const ForwardPass& pass) {
  val layers = val::array();
  for (const LayerPass& layer : pass.layers) layers.call<void>("push", to_js(layer));
  val object = val::object();
  object.set("dropped_inputs", to_js(pass.dropped_inputs));
  object.set("layers", layers);
  return object;
}

val to_js(const LinearDropoutExample& passes) {
  val object = val::object();
  object.set("weight", to_js(passes.weight));
  object.set("bias", to_js(passes.bias));
  object.set("output", to_js(passes.output));
  object.set("keep_mask", to_js(passes.keep_mask));
  object.set("dropped_output", to_js(passes.dropped_output));
  return object;
}

val to_js(const AveragePlan& plan) {
  val object = val::object();
  object.set("droppable_units", static_cast<double>(plan.droppable_units));
  object.set("subnetworks", plan.subnetworks);
  object.set("method", std::string(name_of(plan.method)));
  object.set("last_layer_method", std::string(name_of(plan.last_layer_method)));
  object.set("chunks", static_cast<double>(plan.chunks));
  object.set("nanoseconds", plan.nanoseconds);
  return object;
}

val to_js(const std::vector<PartialAverage>& chunks) {
  const Index outputs = chunks.front().mean.size();
  Matrix rows(static_cast<Index>(chunks.size()), 1 + 4 * outputs);
  for (Index row = 0; row < rows.rows(); ++row) {
    const PartialAverage& chunk = chunks[static_cast<std::size_t>(row)];
    rows.row(row) << chunk.weight, chunk.mean.transpose(), chunk.complement.transpose(),
        chunk.squared_distance.transpose(), chunk.mean_pre_activation.transpose();
  }
  return to_js(rows);
}

val to_js(const Average& average) {
  val object = val::object();
  object.set("droppable_units", static_cast<double>(average.droppable_units));
  object.set("subnetworks", average.subnetworks);
  object.set("method", std::string(name_of(average.method)));
  object.set("last_layer_method", std::string(name_of(average.last_layer_method)));
  object.set("arithmetic_mean", to_js(average.arithmetic_mean));
  object.set("variance", to_js(average.variance));
  object.set("normalized_geometric_mean", average.normalized_geometric_mean
                                              ? to_js(*average.normalized_geometric_mean)
                                              : val::null());
  object.set("scaled_full_network", to_js(average.scaled_full_network));
  object.set("rounding", to_js(average.rounding));
  return object;
}

val to_js(const MonteCarlo& estimate) {
  val object = val::object();
  object.set("running_mean", to_js(estimate.running_mean));
  object.set("standard_error", to_js(estimate.standard_error));
  return object;
}

val to_js(const MonteCarloError& error) {
  val object = val::object();
  object.set("error", to_js(error.error));
  object.set("expected_error", to_js(error.expected_error));
  object.set("scaling_error", error.scaling_error);
  object.set("crossing", error.crossing);
  return object;
}

val to_js(const DroppedUnits& dropped) {
  const std::optional<DroppedUnits::Spread>& spread = dropped.spread;
  val object = val::object();
  object.set("counts", to_js(Vector(dropped.counts.cast<double>())));
  object.set("smallest", spread ? val(static_cast<double>(spread->smallest)) : val::null());
  object.set("largest", spread ? val(static_cast<double>(spread->largest)) : val::null());
  object.set("mean_dropped", spread ? val(spread->mean) : val::null());
  object.set("none_kept", static_cast<double>(dropped.none_kept));
  object.set("binomial", to_js(dropped.binomial));
  object.set("probability_all_dropped", dropped.probability_all_dropped);
  object.set("log10_probability_all_dropped", dropped.log10_probability_all_dropped);
  return object;
}

val to_js(const Scaling& scaling) {
  val object = val::object();
  object.set("training_factor", scaling.training_factor);
  object.set("test_factor", scaling.test_factor);
  object.set("masked_at_test", scaling.masked_at_test);
  object.set("expected_training", to_js(scaling.expected_training));
  object.set("test", to_js(scaling.test));
  object.set("training", to_js(scaling.training));
  object.set("running_mean", to_js(scaling.running_mean));
  object.set("test_samples", scaling.test_samples ? to_js(*scaling.test_samples) : val::null());
  object.set("training_to_test", scaling.training_to_test);
  object.set("is_correct", scaling.is_correct);
  return object;
}

val to_js(const DieRolls& rolls) {
  val object = val::object();
  object.set("rolls", to_js(rolls.rolls));
  object.set("running_mean", to_js(rolls.running_mean));
  object.set("expected", rolls.expected);
  return object;
}

val to_js(const Verdicts& verdicts) {
  const auto or_null = [](const std::optional<Verdict>& verdict) {
    return verdict ? to_js(*verdict) : val::null();
  };
  val object = val::object();
  object.set("arithmetic_mean_and_scaled_network",
             to_js(verdicts.arithmetic_mean_and_scaled_network));
  object.set("geometric_mean_and_scaled_network",
             or_null(verdicts.geometric_mean_and_scaled_network));
  object.set("arithmetic_and_geometric_mean", or_null(verdicts.arithmetic_and_geometric_mean));
  return object;
}

val to_js(const Subnetworks& subnetworks, const SubnetworkOutputs& outputs) {
  val object = val::object();
  object.set("keep_masks", to_js(subnetworks.keep_masks));
  object.set("probability", to_js(outputs.probability));
  object.set("output", to_js(outputs.output));
  return object;
}

val to_js(const Histogram& distribution) {
  val object = val::object();
  object.set("edges", to_js(distribution.edges));
  object.set("probability", to_js(distribution.probability));
  return object;
}

val to_js(const Gradients& gradients) {
  val object = val::object();
  object.set("sample_losses", to_js(gradients.sample_losses));
  object.set("sample_weight_gradients", array_of(gradients.sample_weight_gradients));
  object.set("sample_bias_gradients", array_of(gradients.sample_bias_gradients));
  object.set("mean_weight_gradients", array_of(gradients.mean_weight_gradients));
  object.set("mean_bias_gradients", array_of(gradients.mean_bias_gradients));
  return object;
}

val to_js(const NumericalGradient& gradient) {
  val object = val::object();
  object.set("sample", to_js(gradient.sample));
  object.set("mean", gradient.mean);
  return object;
}

}  // namespace dropout::js
