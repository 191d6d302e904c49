#include "gradients/checks.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "dropout/support/limits.h"
#include "network/checks.h"
#include "support/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

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
      refuse(concatenated(field, "[", row, "]"), ": its probabilities must add up to 1, got ",
             to_text(sum));
    }
  }
}

std::int64_t parameters_of(const Network& network) {
  std::int64_t parameters = 0;
  for (const Layer& layer : network.layers) parameters += layer.weight.size() + layer.bias.size();
  return parameters;
}

}  // namespace

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
  const std::string field = concatenated(prefix, "inputs");
  check_count(inputs.rows(), 1, max_samples, field, ": the number of rows");
  check_inputs(network, inputs, field);
  check_targets(network, loss, inputs.rows(), targets, concatenated(prefix, "targets"));
}

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

void check_learning_rate(double learning_rate) {
  if (!(learning_rate >= 0 && std::isfinite(learning_rate))) {
    refuse("learning_rate", " must be finite and at least 0, got ", to_text(learning_rate));
  }
}

}  // namespace dropout
