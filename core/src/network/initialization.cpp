#include "dropout/network/initialization.h"

#include <cmath>
#include <cstddef>
#include <utility>

#include "network/checks.h"

namespace dropout {
namespace {

double uniform_within(RandomStream& stream, double bound) {
  if (stream.generator == Generator::numpy) {
    return -bound + (bound - -bound) * uniform_float64(stream);
  }
  // PyTorch's kernel is compiled for processors that multiply and add in one step, rounding once.
  const float high = static_cast<float>(bound);
  return std::fma(uniform_float32(stream), high - -high, -high);
}

}  // namespace

LinearParameters initial_linear(RandomStream& stream, Index inputs, Index outputs) {
  check_layer_size(inputs, outputs);
  const double bound = 1 / std::sqrt(static_cast<double>(inputs));
  const auto draw = [&] { return uniform_within(stream, bound); };
  LinearParameters linear{Matrix(outputs, inputs), Vector(outputs)};
  for (double& weight : linear.weight.reshaped<Eigen::RowMajor>()) weight = draw();
  for (double& bias : linear.bias) bias = draw();
  return linear;
}

Network initial_network(RandomStream& stream, const NetworkShape& shape) {
  check_network_shape(shape);
  Network network;
  network.input_p_drop = shape.input_p_drop;
  for (std::size_t l = 1; l < shape.widths.size(); ++l) {
    const bool is_last = l + 1 == shape.widths.size();
    LinearParameters linear = initial_linear(stream, shape.widths[l - 1], shape.widths[l]);
    network.layers.push_back({std::move(linear.weight), std::move(linear.bias),
                              is_last ? shape.output_activation : shape.hidden_activation,
                              is_last ? 0 : shape.hidden_p_drop});
  }
  return network;
}

}  // namespace dropout
