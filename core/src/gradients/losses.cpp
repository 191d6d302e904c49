#include "dropout/gradients/losses.h"

#include <string_view>

#include "support/names.h"

namespace dropout {
namespace {

constexpr Names<Loss, 3> loss_names{{
    {"mean_squared_error", Loss::mean_squared_error},
    {"binary_cross_entropy", Loss::binary_cross_entropy},
    {"cross_entropy", Loss::cross_entropy},
}};

}  // namespace

Loss loss_named(std::string_view name, std::string_view field) {
  return named(loss_names, name, field);
}

std::string_view name_of(Loss loss) { return name_in(loss_names, loss); }

Vector losses(Loss loss, const LayerPass& output, const Matrix& targets) {
  const Matrix& z = output.pre_activation;
  const auto t = targets.array();
  // 0 - x where -x would turn 0 into -0.
  switch (loss) {
    case Loss::mean_squared_error:
      return (output.activation - targets).array().square().rowwise().mean();
    case Loss::binary_cross_entropy:
      // 1 - σ(z) = σ(-z)
      return 0 - (t * log_sigmoid(z).array() + (1 - t) * log_sigmoid(-z).array()).rowwise().mean();
    case Loss::cross_entropy:
      return 0 - (t * log_softmax(z).array()).rowwise().sum();
  }
  return {};
}

Matrix loss_gradient(Loss loss, Activation activation, const LayerPass& output,
                     const Matrix& targets) {
  const Matrix& y = output.activation;
  const auto outputs = static_cast<double>(y.cols());
  switch (loss) {
    case Loss::mean_squared_error:
      return activation_gradient(activation, output.pre_activation, y, 2 / outputs * (y - targets));
    case Loss::binary_cross_entropy:
      // The loss's slope (y - t) / (y (1 - y)) times sigmoid's, y (1 - y), which may round to 0.
      return (y - targets) / outputs;
    case Loss::cross_entropy: {
      // 1, but for rounding.
      const Vector total = targets.rowwise().sum();
      return total.asDiagonal() * y - targets;
    }
  }
  return {};
}

}  // namespace dropout
