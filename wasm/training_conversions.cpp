#include "training_conversions.h"

#include "dropout/gradients/losses.h"
#include "dropout/support/limits.h"

namespace dropout::js {

Samples to_samples(const Network& network, const Named& value, Loss loss) {
  check_members(value, {"inputs", "targets"});
  return {to_inputs(network, member(value, "inputs")),
          to_targets(network, member(value, "targets"), loss)};
}

TrainingOptions to_training_options(const Named& value) {
  const auto number = [&](std::string_view name) { return to_number(member(value, name)); };
  const Named max_norm = member(value, "max_norm");
  TrainingOptions options;
  options.loss = loss_named(to_text(member(value, "loss")), "loss");
  options.batch_size = to_count(member(value, "batch_size"), 1, max_samples);
  options.learning_rate = number("learning_rate");
  options.momentum = number("momentum");
  options.learning_rate_decay = number("learning_rate_decay");
  options.weight_decay = number("weight_decay");
  if (!max_norm.value.isNull()) options.max_norm = to_number(max_norm);
  return options;
}

val to_js(const ClassSamples& samples) {
  val object = val::object();
  object.set("inputs", to_js(samples.inputs));
  object.set("targets", to_js(samples.classes));
  return object;
}

val to_js(const Samples& samples) {
  val object = val::object();
  object.set("inputs", to_js(samples.inputs));
  object.set("targets", to_js(samples.targets));
  return object;
}

val to_js(const Evaluation& evaluation) {
  const std::optional<Classification>& classes = evaluation.classification;
  val object = val::object();
  object.set("loss", evaluation.loss);
  object.set("error", classes ? val(classes->error) : val::null());
  object.set("confusion_matrix", classes ? to_js(classes->confusion_matrix) : val::null());
  return object;
}

val to_js(const TrainingBatch& batch) {
  val object = val::object();
  object.set("samples", to_js(batch.samples));
  object.set("keep_masks", to_js(batch.keep_masks));
  return object;
}

val to_js(const TrainingState& state) {
  val object = val::object();
  object.set("updates", static_cast<double>(state.updates));
  object.set("updates_per_epoch", static_cast<double>(state.updates_per_epoch));
  object.set("learning_rate", state.learning_rate);
  object.set("batch_loss", state.batch_loss ? val(*state.batch_loss) : val::null());
  object.set("training", to_js(state.training));
  object.set("test", to_js(state.test));
  object.set("diverged", state.diverged);
  return object;
}

val to_js(const ActivationHistogram& histogram) {
  val object = val::object();
  object.set("activations", to_js(histogram.activations));
  object.set("unit_means", to_js(histogram.unit_means));
  object.set("mean", histogram.mean);
  object.set("zeros", histogram.zeros);
  return object;
}

val to_js(const MonteCarloEvaluation& evaluation) {
  val object = val::object();
  object.set("error", to_js(evaluation.error));
  object.set("mean_error", to_js(evaluation.mean_error));
  object.set("error_deviation", to_js(evaluation.error_deviation));
  object.set("scaling_error", evaluation.full_network_error);
  return object;
}

val to_js(const OutputSpread& spread) {
  val object = val::object();
  object.set("mean", to_js(spread.mean));
  object.set("low", to_js(spread.low));
  object.set("high", to_js(spread.high));
  object.set("votes", to_js(spread.votes));
  return object;
}

}  // namespace dropout::js
