#include <emscripten/bind.h>

#include <initializer_list>

#include "conversions.h"
#include "dropout/averaging/averages.h"
#include "dropout/gradients/descent.h"
#include "dropout/masks/scaling.h"
#include "dropout/support/limits.h"
#include "guarded.h"

namespace dropout::js {
namespace {

val masks(const val& request) {
  const Named given = only(request, {"generator", "seed", "p_drop", "samples", "units"});
  RandomStream stream = to_stream(given);
  const double p_drop = to_number(member(given, "p_drop"));
  const auto count = [&](std::string_view name) {
    return static_cast<Index>(to_whole_number(member(given, name), 0, max_values));
  };
  return to_js(sample_keep_mask(stream, p_drop, count("samples"), count("units")));
}

val keep_masks(const val& document, const val& request) {
  const Network network = to_network(document);
  const Named given = only(request, {"generator", "seed", "samples"});
  RandomStream stream = to_stream(given);
  const std::uint64_t samples = to_whole_number(member(given, "samples"), 0, max_values);
  return to_js(sample_keep_masks(stream, network, static_cast<Index>(samples)));
}

val layer(const val& request) {
  const Named given =
      only(request, {"generator", "seed", "p_drop", "samples", "inputs", "outputs"});
  RandomStream stream = to_stream(given);
  const auto count = [&](std::string_view name, std::uint64_t lowest, Index highest) {
    return static_cast<Index>(
        to_whole_number(member(given, name), lowest, static_cast<std::uint64_t>(highest)));
  };
  return to_js(
      linear_dropout_example(stream, count("inputs", 1, max_units), count("outputs", 1, max_units),
                             count("samples", 0, max_values), to_number(member(given, "p_drop"))));
}

val network(const val& request) {
  const Named given = only(request, {"generator", "seed", "widths", "hidden_activation",
                                     "output_activation", "input_p_drop", "hidden_p_drop"});
  RandomStream stream = to_stream(given);
  return to_js(initial_network(stream, to_network_shape(given)));
}

val scale_weights(const val& document) {
  return to_js(dropout::scale_weights(to_network(document)));
}

// The options of a call that can do without: an empty object where none are given.
Named optional(const val& request, std::initializer_list<std::string_view> allowed) {
  return only(request.isUndefined() ? val::object() : request, allowed);
}

val forward(const val& document, const val& inputs, const val& request) {
  const Network network = to_network(document);
  const Matrix samples = to_inputs(network, {inputs, "inputs"});
  const Named masks = member(optional(request, {"keep_masks"}), "keep_masks");
  return to_js(is_given(masks) ? dropout::forward(network, samples, to_keep_masks(masks))
                               : dropout::forward(network, samples));
}

AveragingMethod to_method(const Named& given) {
  const Named method = member(given, "method");
  if (!is_given(method)) return AveragingMethod::automatic;
  return averaging_method_named(to_text(method), method.name);
}

val average_plan(const val& document, const val& input, const val& request) {
  const AveragingMethod method = to_method(optional(request, {"method"}));
  return to_js(plan_average(to_network(document), to_vector({input, "input"}), method));
}

val average(const val& document, const val& input, const val& request) {
  const AveragingMethod method = to_method(optional(request, {"method"}));
  return to_js(dropout::average(to_network(document), to_vector({input, "input"}), method));
}

val average_chunks(const val& document, const val& input, const val& request) {
  const Named given = only(request, {"method", "first", "count"});
  const auto number = [&](std::string_view name) {
    return static_cast<Index>(to_whole_number(member(given, name), 0, max_values));
  };
  return to_js(dropout::average_chunks(to_network(document), to_vector({input, "input"}),
                                       to_method(given), number("first"), number("count")));
}

val average_from_chunks(const val& document, const val& input, const val& request,
                        const val& partial_sums) {
  const AveragingMethod method = to_method(optional(request, {"method"}));
  return to_js(combine_chunks(to_network(document), to_vector({input, "input"}), method,
                              to_chunks({partial_sums, "partial_sums"})));
}

Index to_samples(const Named& given) {
  return static_cast<Index>(to_whole_number(member(given, "samples"), 1, max_samples));
}

val monte_carlo(const val& document, const val& input, const val& request) {
  const Named given = only(request, {"generator", "seed", "samples"});
  RandomStream stream = to_stream(given);
  return to_js(dropout::monte_carlo(stream, to_network(document), to_vector({input, "input"}),
                                    to_samples(given)));
}

val monte_carlo_error(const val& document, const val& input, const val& average,
                      const val& request) {
  const Named given = only(request, {"generator", "seed", "samples", "repeats", "output"});
  RandomStream stream = to_stream(given);
  const auto number = [&](std::string_view name, Index lowest, Index highest) {
    return static_cast<Index>(to_whole_number(member(given, name),
                                              static_cast<std::uint64_t>(lowest),
                                              static_cast<std::uint64_t>(highest)));
  };
  return to_js(dropout::monte_carlo_error(
      stream, to_network(document), to_vector({input, "input"}), to_average({average, "average"}),
      number("output", 0, max_units), to_samples(given), number("repeats", 1, max_repeats)));
}

val dropped_units(const val& request) {
  const Named given = only(request, {"generator", "seed", "p_drop", "units", "trials"});
  RandomStream stream = to_stream(given);
  return to_js(dropout::dropped_units(stream, to_number(member(given, "p_drop")),
                                      to_count(member(given, "units"), 1, max_units),
                                      to_count(member(given, "trials"), 0, max_trials)));
}

val scaling(const val& request) {
  const Named given =
      only(request, {"rule", "activations", "p_drop", "generator", "seed", "samples"});
  RandomStream stream = to_stream(given);
  const Named rule = member(given, "rule");
  return to_js(dropout::scaling(stream, scaling_rule_named(to_text(rule), rule.name),
                                to_vector(member(given, "activations")),
                                to_number(member(given, "p_drop")),
                                to_count(member(given, "samples"), 1, max_scaled_samples)));
}

val die_rolls(const val& request) {
  const Named given = only(request, {"generator", "seed", "sides", "rolls"});
  RandomStream stream = to_stream(given);
  return to_js(dropout::die_rolls(stream, to_count(member(given, "sides"), 2, max_die_sides),
                                  to_count(member(given, "rolls"), 1, max_die_rolls)));
}

val verdicts(const val& document) { return to_js(dropout::verdicts(to_network(document))); }

val uniform_weights(const val& document) { return to_js(weigh_uniformly(to_network(document))); }

val subnetworks(const val& document, const val& input) {
  const Network network = to_network(document);
  const SubnetworkOutputs outputs = enumerate_subnetworks(network, to_vector({input, "input"}));
  return to_js(dropout::subnetworks(network, 0, outputs.probability.size()), outputs);
}

val distribution_of(const SubnetworkOutputs& all, const Named& given) {
  const std::uint64_t output = to_whole_number(member(given, "output"), 0, max_units);
  const std::uint64_t bins = to_whole_number(member(given, "bins"), 1, max_bins);
  return to_js(output_distribution(all, static_cast<Index>(output), static_cast<Index>(bins)));
}

val distribution(const val& document, const val& input, const val& request) {
  const Named given = only(request, {"output", "bins"});
  return distribution_of(tabulate_subnetworks(to_network(document), to_vector({input, "input"})),
                         given);
}

val sampled_distribution(const val& document, const val& input, const val& request) {
  const Named given = only(request, {"output", "bins", "generator", "seed", "samples"});
  RandomStream stream = to_stream(given);
  return distribution_of(sample_subnetworks(stream, to_network(document),
                                            to_vector({input, "input"}), to_samples(given)),
                         given);
}

// Named "batch" where it is no batch at all; its members without a prefix.
Batch labelled_batch(const Network& network, const val& document) {
  check_members({document, "batch"}, {"inputs", "targets", "loss", "keep_masks"});
  return to_batch(network, options(document, "batch"));
}

val gradients(const val& document, const val& batch) {
  const Network network = to_network(document);
  return to_js(dropout::gradients(network, labelled_batch(network, batch)));
}

val descend(const val& document, const val& gradients, const val& learning_rate) {
  return to_js(dropout::descend(to_network(document), to_mean_gradients({gradients, "gradients"}),
                                to_number({learning_rate, "learning_rate"})));
}

val gradient_descent(const val& document, const val& batch, const val& request) {
  const Network network = to_network(document);
  const Named given = only(request, {"learning_rate", "updates"});
  const std::uint64_t updates = to_whole_number(member(given, "updates"), 0, max_descent);
  return to_js(dropout::gradient_descent(network, labelled_batch(network, batch),
                                         to_number(member(given, "learning_rate")),
                                         static_cast<Index>(updates)));
}

val numerical_gradient(const val& document, const val& batch, const val& request) {
  const Network network = to_network(document);
  const Named given = only(request, {"layer", "output", "input", "step"});
  const Named step = member(given, "step");
  return to_js(dropout::numerical_gradient(network, labelled_batch(network, batch),
                                           to_parameter(given),
                                           is_given(step) ? to_number(step) : default_step));
}

EMSCRIPTEN_BINDINGS(dropout) {
  using emscripten::function;
  function("masks", &Guarded<&masks>::call);
  function("keepMasks", &Guarded<&keep_masks>::call);
  function("layer", &Guarded<&layer>::call);
  function("network", &Guarded<&network>::call);
  function("scaleWeights", &Guarded<&scale_weights>::call);
  function("forward", &Guarded<&forward>::call);
  function("averagePlan", &Guarded<&average_plan>::call);
  function("average", &Guarded<&average>::call);
  function("averageChunks", &Guarded<&average_chunks>::call);
  function("averageFromChunks", &Guarded<&average_from_chunks>::call);
  function("monteCarlo", &Guarded<&monte_carlo>::call);
  function("monteCarloError", &Guarded<&monte_carlo_error>::call);
  function("droppedUnits", &Guarded<&dropped_units>::call);
  function("scaling", &Guarded<&scaling>::call);
  function("dieRolls", &Guarded<&die_rolls>::call);
  function("verdicts", &Guarded<&verdicts>::call);
  function("uniformWeights", &Guarded<&uniform_weights>::call);
  function("subnetworks", &Guarded<&subnetworks>::call);
  function("distribution", &Guarded<&distribution>::call);
  function("sampledDistribution", &Guarded<&sampled_distribution>::call);
  function("gradients", &Guarded<&gradients>::call);
  function("descend", &Guarded<&descend>::call);
  function("gradientDescent", &Guarded<&gradient_descent>::call);
  function("numericalGradient", &Guarded<&numerical_gradient>::call);
}

}  // namespace
}  // namespace dropout::js
