#include "training/checks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string_view>

#include "dropout/support/limits.h"
#include "gradients/checks.h"
#include "network/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

// Training multiplies float32 numbers by these options, rounded to float32. There they must not
// become infinite, lose digits or become 0.
void check_rounded_to_float32(double value, std::string_view field) {
  if (value > double{std::numeric_limits<float>::max()}) {
    refuse(field, " must be at most 3.4e38, the largest float32, got ", to_text(value));
  }
  if (value > 0 && value < double{std::numeric_limits<float>::min()}) {
    refuse(field, " must be 0 or at least 1.2e-38, the smallest normal float32, got ",
           to_text(value));
  }
}

// Written so that NaN fails, as all below.
void check_from_0(double value, std::string_view field) {
  if (!(value >= 0 && std::isfinite(value))) {
    refuse(field, " must be finite and at least 0, got ", to_text(value));
  }
}

void check_momentum(double momentum) {
  if (!(momentum >= 0 && momentum < 1)) {
    refuse("momentum", " must be in [0, 1), got ", to_text(momentum));
  }
  if (static_cast<float>(momentum) == 1) {
    refuse("momentum", " must be below 1 when rounded to float32, got ", to_text(momentum));
  }
  check_rounded_to_float32(momentum, "momentum");
}

// No upper limit: a norm above float32's range limits nothing, which is right.
void check_max_norm(double max_norm) {
  if (!(max_norm > 0)) refuse("max_norm", " must be above 0, got ", to_text(max_norm));
  if (max_norm < double{std::numeric_limits<float>::min()}) {
    refuse("max_norm", " must be at least 1.2e-38, the smallest normal float32, got ",
           to_text(max_norm));
  }
}

template <class Values>
void check_float32(const Values& values, std::string_view field) {
  const double largest = values.cwiseAbs().maxCoeff();
  if (largest > double{std::numeric_limits<float>::max()}) {
    refuse(field, ": numbers must be within ±3.4e38, the range of float32, got one of size ",
           to_text(largest));
  }
}

void check_float32(const Network& network) {
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    check_float32(network.layers[l].weight, indexed("layers", l) + ".weight");
    check_float32(network.layers[l].bias, indexed("layers", l) + ".bias");
  }
}

}  // namespace

void check_training(const Network& network, const Samples& training, const Samples& test,
                    const TrainingOptions& options) {
  check_network(network);
  check_loss(network, options.loss);
  check_labelled(network, options.loss, training.inputs, training.targets, "training.");
  check_labelled(network, options.loss, test.inputs, test.targets, "test.");
  check_float32(training.inputs, "training.inputs");
  check_float32(test.inputs, "test.inputs");
  check_float32(training.targets, "training.targets");
  check_float32(test.targets, "test.targets");
  check_float32(network);
  check_count(options.batch_size, 1, max_samples, "batch_size");
  check_learning_rate(options.learning_rate);
  check_rounded_to_float32(options.learning_rate, "learning_rate");
  check_momentum(options.momentum);
  const double decay = options.learning_rate_decay;
  if (!(decay > 0 && decay <= 1)) {
    refuse("learning_rate_decay", " must be in (0, 1], got ", to_text(decay));
  }
  check_from_0(options.weight_decay, "weight_decay");
  check_rounded_to_float32(options.weight_decay, "weight_decay");
  if (options.max_norm) check_max_norm(*options.max_norm);
}

void check_updates(Index updates, bool has_diverged, Index made) {
  // Of a whole session no more than an Index of 32 bits, as in WebAssembly, can count.
  constexpr Index max_in_all = 2'000'000'000;
  check_count(updates, 0, std::min(max_updates, max_in_all - made), "updates");
  if (updates > 0 && has_diverged) {
    refuse("updates", " must be 0, for training has diverged after ", count_of(made, "update"),
           "; start anew with a lower learning_rate, or with a max_norm");
  }
}

void check_monte_carlo_evaluation(const Network& network, const Batch& batch, Index subnetworks) {
  check_batch(network, batch);
  if (!has_classes(batch.loss, batch.targets.cols())) {
    refuse("loss",
           " must be one with classes, \"cross_entropy\" or \"binary_cross_entropy\" of one "
           "output, got \"",
           name_of(batch.loss), "\"");
  }
  if (batch.keep_masks) refuse("keep_masks", " must not be given where masks are drawn");
  check_sampled(network, subnetworks, "subnetworks");
  check_float32(batch.inputs, "inputs");
  check_float32(network);
}

}  // namespace dropout
