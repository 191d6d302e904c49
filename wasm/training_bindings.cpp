#include <emscripten/bind.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "dropout/data/data_sets.h"
#include "dropout/data/digits.h"
#include "dropout/data/label_noise.h"
#include "dropout/random/permutation.h"
#include "dropout/support/limits.h"
#include "guarded.h"
#include "training_conversions.h"

namespace dropout::js {
namespace {

val plane_data(const val& request) {
  const Named given = only(request, {"name", "samples", "noise", "generator", "seed"});
  RandomStream stream = to_stream(given);
  const Named name = member(given, "name");
  return to_js(dropout::plane_data(stream, plane_data_named(to_text(name), name.name),
                                   to_count(member(given, "samples"), 1, max_generated_samples),
                                   to_number(member(given, "noise"))));
}

val wave_data(const val& request) {
  const Named given = only(request, {"samples", "noise", "generator", "seed"});
  RandomStream stream = to_stream(given);
  return to_js(dropout::wave_data(stream,
                                  to_count(member(given, "samples"), 1, max_generated_samples),
                                  to_number(member(given, "noise"))));
}

val corrupt_labels(const val& request) {
  const Named given = only(request, {"labels", "classes", "fraction", "generator", "seed"});
  RandomStream stream = to_stream(given);
  return to_js(dropout::corrupt_labels(stream, to_indices(member(given, "labels"), max_units - 1),
                                       to_count(member(given, "classes"), 2, max_units),
                                       to_number(member(given, "fraction"))));
}

val permutation(const val& request) {
  const Named given = only(request, {"samples", "generator", "seed"});
  RandomStream stream = to_stream(given);
  return to_js(dropout::permutation(stream, to_count(member(given, "samples"), 0, max_samples)));
}

val digits(const val& bytes) {
  if (!bytes.instanceof(val::global("Uint8Array"))) refuse({bytes, "digits"}, "a Uint8Array");
  const auto packed = emscripten::convertJSArrayToNumberVector<std::uint8_t>(bytes);
  return to_js(unpack_digits(packed));
}

val train(const val& request) {
  const Named given = only(
      request, {"network", "loss", "training", "test", "batch_size", "learning_rate", "momentum",
                "learning_rate_decay", "weight_decay", "max_norm", "generator", "seed"});
  const Network network = to_network(given.value["network"]);
  const TrainingOptions how = to_training_options(given);
  Samples training = to_samples(network, member(given, "training"), how.loss);
  Samples test = to_samples(network, member(given, "test"), how.loss);
  return val(TrainingSession(network, std::move(training), std::move(test), how, to_stream(given)));
}

// How many updates have been made.
val step(TrainingSession& session, const val& updates) {
  session.step(to_count({updates, "updates"}, 0, max_updates));
  return val(static_cast<double>(session.updates()));
}

val state(TrainingSession& session) { return to_js(session.state()); }

val next_batch(TrainingSession& session) { return to_js(session.next_batch()); }

val snapshot(TrainingSession& session) {
  val object = val::object();
  object.set("network", to_js(session.network()));
  object.set("updates", static_cast<double>(session.updates()));
  object.set("learning_rate", session.learning_rate());
  return object;
}

Batch evaluated_samples(const Network& network, const val& samples) {
  check_members({samples, "samples"}, {"inputs", "targets", "loss"});
  return to_batch(network, options(samples, "samples"));
}

val evaluate(const val& document, const val& samples) {
  const Network network = to_network(document);
  return to_js(dropout::evaluate(network, evaluated_samples(network, samples)));
}

val outputs(const val& document, const val& inputs) {
  const Network network = to_network(document);
  return to_js(
      dropout::forward(network, to_inputs(network, {inputs, "inputs"})).layers.back().activation);
}

val sampled_outputs(const val& document, const val& input, const val& request) {
  const Named given = only(request, {"generator", "seed", "samples"});
  RandomStream stream = to_stream(given);
  return to_js(sample_subnetworks(stream, to_network(document), to_vector({input, "input"}),
                                  to_count(member(given, "samples"), 1, max_samples))
                   .output);
}

val sampled_votes(const val& document, const val& inputs, const val& request) {
  const Named given = only(request, {"generator", "seed", "subnetworks"});
  RandomStream stream = to_stream(given);
  const Network network = to_network(document);
  return to_js(dropout::sampled_votes(stream, network, to_inputs(network, {inputs, "inputs"}),
                                      to_count(member(given, "subnetworks"), 1, max_samples)));
}

val output_spread(const val& outputs) {
  return to_js(dropout::output_spread(to_matrix({outputs, "outputs"})));
}

val activation_histogram(const val& document, const val& inputs, const val& request) {
  const Named given = only(request, {"layer", "bins"});
  const Index layer = to_count(member(given, "layer"), 0, max_layers - 1);
  const Network network = to_network(document);
  return to_js(dropout::activation_histogram(network, to_inputs(network, {inputs, "inputs"}),
                                             static_cast<std::size_t>(layer),
                                             to_count(member(given, "bins"), 1, max_bins)));
}

val monte_carlo_errors(const val& document, const val& samples, const val& request) {
  const Named given = only(request, {"generator", "seed", "subnetworks"});
  const Network network = to_network(document);
  RandomStream stream = to_stream(given);
  return to_js(dropout::monte_carlo_errors(stream, network, evaluated_samples(network, samples),
                                           to_count(member(given, "subnetworks"), 1, max_samples)));
}

val monte_carlo_evaluation(const val& document, const val& samples, const val& error) {
  const Network network = to_network(document);
  return to_js(dropout::monte_carlo_evaluation(network, evaluated_samples(network, samples),
                                               to_matrix({error, "error"}, max_values)));
}

EMSCRIPTEN_BINDINGS(training) {
  using emscripten::function;
  function("planeData", &Guarded<&plane_data>::call);
  function("waveData", &Guarded<&wave_data>::call);
  function("wrongLabels", &Guarded<&corrupt_labels>::call);
  function("permutation", &Guarded<&permutation>::call);
  function("digits", &Guarded<&digits>::call);
  function("train", &Guarded<&train>::call);
  emscripten::class_<TrainingSession>("TrainingSession")
      .function("step", &Guarded<&step>::call)
      .function("state", &Guarded<&state>::call)
      .function("nextBatch", &Guarded<&next_batch>::call)
      .function("snapshot", &Guarded<&snapshot>::call);
  function("evaluate", &Guarded<&evaluate>::call);
  function("outputs", &Guarded<&outputs>::call);
  function("sampledOutputs", &Guarded<&sampled_outputs>::call);
  function("sampledVotes", &Guarded<&sampled_votes>::call);
  function("outputSpread", &Guarded<&output_spread>::call);
  function("activationHistogram", &Guarded<&activation_histogram>::call);
  function("monteCarloErrors", &Guarded<&monte_carlo_errors>::call);
  function("monteCarloEvaluation", &Guarded<&monte_carlo_evaluation>::call);
}

}  // namespace
}  // namespace dropout::js
