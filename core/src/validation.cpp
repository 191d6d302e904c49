#include "dropout/validation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

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

template <class Value, std::size_t n>
using Names = std::array<std::pair<std::string_view, Value>, n>;

constexpr Names<Generator, 3> generator_names{{
    {"torch-intel", Generator::torch_intel},
    {"torch", Generator::torch},
    {"numpy", Generator::numpy},
}};

constexpr Names<Activation, 5> activation_names{{
    {"identity", Activation::identity},
    {"relu", Activation::relu},
    {"tanh", Activation::tanh},
    {"sigmoid", Activation::sigmoid},
    {"softmax", Activation::softmax},
}};

constexpr Names<AveragingMethod, 4> averaging_method_names{{
    {"auto", AveragingMethod::automatic},
    {"closed-form", AveragingMethod::closed_form},
    {"characteristic-function", AveragingMethod::characteristic_function},
    {"enumeration", AveragingMethod::enumeration},
}};

constexpr Names<Loss, 3> loss_names{{
    {"mean_squared_error", Loss::mean_squared_error},
    {"binary_cross_entropy", Loss::binary_cross_entropy},
    {"cross_entropy", Loss::cross_entropy},
}};

constexpr Names<Verdict::Reason, 5> reason_names{{
    {"nothing-dropped", Verdict::Reason::nothing_dropped},
    {"linear-after-mask", Verdict::Reason::linear_after_mask},
    {"constant-output", Verdict::Reason::constant_output},
    {"output-activation", Verdict::Reason::output_activation},
    {"hidden-activation", Verdict::Reason::hidden_activation},
}};

constexpr Names<ScalingRule, 7> scaling_rule_names{{
    {"none", ScalingRule::none},
    {"inverted", ScalingRule::inverted},
    {"paper", ScalingRule::paper},
    {"inverted-by-p-drop", ScalingRule::inverted_by_p_drop},
    {"multiplied-by-p-drop", ScalingRule::multiplied_by_p_drop},
    {"scaled-twice", ScalingRule::scaled_twice},
    {"left-on", ScalingRule::left_on},
}};

constexpr Names<PlaneData, 4> plane_data_names{{
    {"moons", PlaneData::moons},
    {"circles", PlaneData::circles},
    {"xor", PlaneData::xor_},
    {"spirals", PlaneData::spirals},
}};

template <class Value, std::size_t n>
Value named(const Names<Value, n>& names, std::string_view name, std::string_view field) {
  std::string allowed;
  for (const auto& [known_name, value] : names) {
    if (name == known_name) return value;
    allowed += joined(allowed.empty() ? "\"" : ", \"", known_name, "\"");
  }
  refuse(field, " must be one of ", allowed, ", got ", in_quotes(name));
}

template <class Value, std::size_t n>
std::string_view name_in(const Names<Value, n>& names, Value value) {
  return std::find_if(names.begin(), names.end(),
                      [&](const auto& entry) { return entry.second == value; })
      ->first;
}

void check_all_probabilities(const Matrix& values, std::string_view field) {
  for (Index row = 0; row < values.rows(); ++row) {
    for (Index column = 0; column < values.cols(); ++column) {
      const double value = values(row, column);
      if (!(value >= 0 && value <= 1)) {
        refuse(joined(field, "[", row, "][", column, "]"), " must be in [0, 1], got ", text(value));
      }
    }
  }
}

void check_targets(const Network& network, Loss loss, Index samples, const Matrix& targets,
                   std::string_view field) {
  const Index outputs = network.layers.back().weight.rows();
  if (targets.rows() != samples) {
    refuse(field, ": ", count_of(targets.rows(), "row"), ", but inputs has ",
           count_of(samples, "row"));
  }
  if (targets.cols() != outputs) {
    refuse(field, ": ", count_of(targets.cols(), "number"), " in each sample, but the network has ",
           count_of(outputs, "output"));
  }
  check_all_finite(targets, field);
  if (loss == Loss::mean_squared_error) return;
  check_all_probabilities(targets, field);
  if (loss == Loss::binary_cross_entropy) return;
  for (Index row = 0; row < targets.rows(); ++row) {
    const double sum = targets.row(row).sum();
    // Probabilities that were rounded to float32 pass.
    if (std::abs(sum - 1) > 1e-5) {
      refuse(joined(field, "[", row, "]"), ": its probabilities must add up to 1, got ", text(sum));
    }
  }
}

}  // namespace

void check_all_finite(const Matrix& values, std::string_view field) {
  for (Index row = 0; row < values.rows(); ++row) {
    for (Index column = 0; column < values.cols(); ++column) {
      const double value = values(row, column);
      if (!std::isfinite(value)) {
        refuse(joined(field, "[", row, "][", column, "]"), " must be finite, got ", text(value));
      }
    }
  }
}

void check_all_finite(const Vector& values, std::string_view field) {
  for (Index i = 0; i < values.size(); ++i) {
    if (!std::isfinite(values(i))) {
      refuse(joined(field, "[", i, "]"), " must be finite, got ", text(values(i)));
    }
  }
}

void check_seed(Generator generator, std::uint64_t seed) {
  const std::uint64_t highest = generator == Generator::numpy ? 0xffff'ffffULL : max_seed;
  if (seed > highest) {
    refuse("seed", " must be a whole number from 0 to ", highest,
           generator == Generator::numpy ? " for NumPy" : "", ", got ", seed);
  }
}

void check_p_drop(double p_drop, std::string_view field) {
  // Written so that NaN fails.
  if (!(p_drop >= 0 && p_drop < 1)) refuse(field, " must be in [0, 1), got ", text(p_drop));
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
    if (mask.size() > 0 && mask.maxCoeff() > 1) {
      Index row = 0;
      Index unit = 0;
      mask.maxCoeff(&row, &unit);
      refuse(joined("keep_masks[", l, "][", row, "][", unit, "]"),
             " must be 1 (keep) or 0 (drop), got ", Index{mask(row, unit)});
    }
  }
}

void check_loss(const Network& network, Loss loss) {
  const Activation output = network.layers.back().activation;
  const auto need = [&](Activation needed) {
    if (output != needed) {
      refuse("loss", ": \"", name_of(loss), "\" needs the output activation \"", name_of(needed),
             "\", but ", indexed("layers", network.layers.size() - 1), ".activation is \"",
             name_of(output), "\"");
    }
  };
  if (loss == Loss::binary_cross_entropy) need(Activation::sigmoid);
  if (loss == Loss::cross_entropy) need(Activation::softmax);
}

void check_batch(const Network& network, const Batch& batch) {
  check_network(network);
  check_loss(network, batch.loss);
  check_labelled(network, batch.loss, batch.inputs, batch.targets, "");
}

void check_labelled(const Network& network, Loss loss, const Matrix& inputs, const Matrix& targets,
                    std::string_view prefix) {
  const std::string field = joined(prefix, "inputs");
  check_count(inputs.rows(), 1, max_samples, field, ": the number of rows");
  check_inputs(network, inputs, field);
  check_targets(network, loss, inputs.rows(), targets, joined(prefix, "targets"));
}

void check_classes(const Network& network, const std::vector<Index>& classes,
                   std::string_view field) {
  check_samples(network, static_cast<Index>(classes.size()));
  const Index outputs = network.layers.back().weight.rows();
  for (std::size_t i = 0; i < classes.size(); ++i) {
    check_count(classes[i], 0, outputs - 1, indexed(field, i));
  }
}

namespace {

std::int64_t parameters_of(const Network& network) {
  std::int64_t parameters = 0;
  for (const Layer& layer : network.layers) parameters += layer.weight.size() + layer.bias.size();
  return parameters;
}

}  // namespace

void check_gradient_size(const Network& network, Index samples) {
  const std::int64_t parameters = parameters_of(network);
  if (samples * parameters > max_values) {
    refuse("inputs", ": samples × weights and biases must be at most ", max_values, ", got ",
           samples, " × ", parameters);
  }
}

void check_descent_size(const Network& network, Index samples, Index updates) {
  check_count(updates, 0, max_descent, "updates");
  const std::int64_t parameters = parameters_of(network);
  const double all =
      static_cast<double>(updates) * static_cast<double>(samples) * static_cast<double>(parameters);
  if (all > static_cast<double>(max_descent)) {
    refuse("updates", " × samples × weights and biases must be at most ", max_descent, ", got ",
           updates, " × ", samples, " × ", parameters);
  }
}

void check_mean_gradients(const Network& network, const Gradients& gradients) {
  const std::string weights = "gradients.mean_weight_gradients";
  const std::string biases = "gradients.mean_bias_gradients";
  const auto layers = static_cast<Index>(network.layers.size());
  check_count(static_cast<Index>(gradients.mean_weight_gradients.size()), layers, layers, weights,
              ": the number of entries");
  check_count(static_cast<Index>(gradients.mean_bias_gradients.size()), layers, layers, biases,
              ": the number of entries");
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const Layer& layer = network.layers[l];
    const Matrix& weight = gradients.mean_weight_gradients[l];
    const Vector& bias = gradients.mean_bias_gradients[l];
    if (weight.rows() != layer.weight.rows() || weight.cols() != layer.weight.cols()) {
      refuse(indexed(weights, l), ": ", weight.rows(), " × ", weight.cols(), ", but ",
             indexed("layers", l), ".weight is ", layer.weight.rows(), " × ", layer.weight.cols());
    }
    if (bias.size() != layer.bias.size()) {
      refuse(indexed(biases, l), ": ", count_of(bias.size(), "number"), ", but ",
             indexed("layers", l), ".bias has ", layer.bias.size());
    }
    check_all_finite(weight, indexed(weights, l));
    check_all_finite(bias, indexed(biases, l));
  }
}

void check_learning_rate(double learning_rate) {
  if (!(learning_rate >= 0 && std::isfinite(learning_rate))) {
    refuse("learning_rate", " must be finite and at least 0, got ", text(learning_rate));
  }
}

void check_descended(const Network& network, double learning_rate) {
  for (const Layer& layer : network.layers) {
    if (!layer.weight.allFinite() || !layer.bias.allFinite()) {
      refuse("learning_rate", " must be small enough to leave all weights finite, got ",
             text(learning_rate));
    }
  }
}

void check_parameter(const Network& network, const Parameter& parameter) {
  check_count(static_cast<Index>(parameter.layer), 0, static_cast<Index>(network.layers.size()) - 1,
              "layer");
  const Matrix& weight = network.layers[parameter.layer].weight;
  check_count(parameter.output, 0, weight.rows() - 1, "output");
  if (parameter.input) check_count(*parameter.input, 0, weight.cols() - 1, "input");
}

void check_step(double step, double weight) {
  // Written so that NaN fails.
  if (!(step > 0 && std::isfinite(step))) {
    refuse("step", " must be finite and above 0, got ", text(step));
  }
  const double lower = weight - step;
  const double upper = weight + step;
  if (lower == weight || upper == weight || !std::isfinite(upper - lower)) {
    refuse("step", " must change the weight ", text(weight), " and leave it finite, got ",
           text(step));
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

void check_enumerated_units(Index units) {
  if (units > max_enumerated_units) {
    refuse("network", ": enumeration of 2^", units, " subnetworks refused (limit 2^",
           max_enumerated_units, "): use monteCarlo, or p_drop 0 in some layers");
  }
}

void check_block_cost(double nanoseconds) {
  if (!(nanoseconds <= max_block_nanoseconds)) {
    refuse("network", ": this average would take too long, some ",
           text(std::ceil(nanoseconds / 1e9)), " s without a pause (limit ",
           text(max_block_nanoseconds / 1e9),
           " s); use fewer units, smaller weights, or monteCarlo");
  }
}

void check_chunk_range(Index chunks, Index first, Index count) {
  check_count(first, 0, chunks - 1, "first");
  check_count(count, 1, chunks - first, "count");
}

void check_chunks(Index expected, Index outputs, const std::vector<PartialAverage>& chunks) {
  check_count(static_cast<Index>(chunks.size()), expected, expected, "partial_sums",
              ": the number of rows");
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    for (const Vector& values :
         {chunks[i].mean, chunks[i].squared_distance, chunks[i].mean_pre_activation}) {
      check_count(values.size(), outputs, outputs, indexed("partial_sums", i),
                  ": the number of outputs");
    }
  }
}

void check_subnetwork_range(const Network& network, std::uint64_t first, Index count) {
  const std::uint64_t total = std::uint64_t{1} << droppable_units(network);
  if (count < 0 || first > total || static_cast<std::uint64_t>(count) > total - first) {
    refuse("subnetworks", ": ", count, " from number ", first, " on, but the network has ", total);
  }
}

void check_output_index(Index outputs, Index output) {
  check_count(output, 0, outputs - 1, "output");
}

void check_bins(Index bins) { check_count(bins, 1, max_bins, "bins"); }

void check_spread(const Matrix& outputs) {
  check_count(outputs.rows(), 1, max_samples, "outputs", ": the number of rows");
  check_count(outputs.cols(), 1, max_units, "outputs", ": the number of columns");
  check_all_finite(outputs, "outputs");
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
  for (Index o = 0; o < outputs; ++o) {
    if (average.variance(o) < 0) {
      refuse(joined("average.variance[", o, "]"), " must be 0 or more, got ",
             text(average.variance(o)));
    }
  }
}

void check_binomial_units(Index units) { check_count(units, 0, max_binomial_units, "units"); }

void check_trials(Index units, Index trials) {
  check_count(units, 1, max_counted_units, "units");
  check_count(trials, 0, max_trials, "trials");
}

void check_scaling(ScalingRule rule, const Vector& activations, double p_drop, Index samples) {
  check_p_drop(p_drop, "p_drop");
  if (rule == ScalingRule::inverted_by_p_drop && p_drop == 0) {
    refuse("p_drop", " must be in (0, 1) where \"", name_of(rule), "\" divides by it, got ",
           text(p_drop));
  }
  check_count(activations.size(), 1, max_scaled_units, "activations", ": the number of entries");
  check_all_finite(activations, "activations");
  check_count(samples, 1, max_scaled_samples, "samples");
  if (activations.size() > max_values / samples) {
    refuse("samples", " × activations must be at most ", max_values, ", got ", samples, " × ",
           activations.size());
  }
}

void check_scaled(const Vector& activations, double factor) {
  for (Index i = 0; i < activations.size(); ++i) {
    if (!std::isfinite(activations(i) * factor)) {
      refuse(joined("activations[", i, "]"), ": ", text(activations(i)), " × ", text(factor),
             " is too large for float64; use smaller activations, or another p_drop");
    }
  }
}

void check_die_rolls(Index sides, Index rolls) {
  check_count(sides, 2, max_die_sides, "sides");
  check_count(rolls, 1, max_die_rolls, "rolls");
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

std::string in_quotes(std::string_view content) {
  std::size_t end = std::min<std::size_t>(content.size(), 40);
  // Not between the bytes of one UTF-8 character.
  while (end < content.size() && (static_cast<unsigned char>(content[end]) & 0xC0) == 0x80) --end;
  return joined("\"", content.substr(0, end), end < content.size() ? "…\"" : "\"");
}

std::uint64_t whole_number(double value, std::uint64_t lowest, std::uint64_t highest,
                           std::string_view field) {
  const bool is_allowed = value >= static_cast<double>(lowest) &&
                          value <= static_cast<double>(highest) && value == std::trunc(value);
  if (!is_allowed) {
    refuse(field, " must be a whole number from ", lowest, " to ", highest, ", got ", text(value));
  }
  return static_cast<std::uint64_t>(value);
}

Generator generator_named(std::string_view name, std::string_view field) {
  return named(generator_names, name, field);
}

Activation activation_named(std::string_view name, std::string_view field) {
  return named(activation_names, name, field);
}

AveragingMethod averaging_method_named(std::string_view name, std::string_view field) {
  return named(averaging_method_names, name, field);
}

ScalingRule scaling_rule_named(std::string_view name, std::string_view field) {
  return named(scaling_rule_names, name, field);
}

Loss loss_named(std::string_view name, std::string_view field) {
  return named(loss_names, name, field);
}

PlaneData plane_data_named(std::string_view name, std::string_view field) {
  return named(plane_data_names, name, field);
}

std::string_view name_of(Activation activation) { return name_in(activation_names, activation); }

std::string_view name_of(AveragingMethod method) { return name_in(averaging_method_names, method); }

std::string_view name_of(Loss loss) { return name_in(loss_names, loss); }

std::string_view name_of(Verdict::Reason reason) { return name_in(reason_names, reason); }

std::string_view name_of(ScalingRule rule) { return name_in(scaling_rule_names, rule); }

}  // namespace dropout
