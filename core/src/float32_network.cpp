#include "dropout/float32_network.h"

#include <cstddef>
#include <utility>

#include "float32_kernels.h"
#include "vector_functions.h"

namespace dropout {
namespace {

void activate_row(Activation activation, Eigen::Ref<Float32Row> values) {
  const auto replace = [&](auto function) {
    for (float& value : values) value = static_cast<float>(function(double{value}));
  };
  switch (activation) {
    case Activation::identity:
      return;
    case Activation::relu:
      for (float& value : values) value = value < 0 ? 0 : value;
      return;
    case Activation::tanh:
      return replace([](double z) { return 2 * vector_sigmoid(2 * z) - 1; });
    case Activation::sigmoid:
      return replace([](double z) { return vector_sigmoid(z); });
    case Activation::softmax: {
      const double largest = values.maxCoeff();
      double sum = 0;
      for (const float value : values) sum += vector_exp(value - largest);
      return replace([&](double z) { return vector_exp(z - largest) / sum; });
    }
  }
}

Float32Matrix pre_activations(const Float32Layer& layer, const Float32Matrix& received) {
  const Index outputs = layer.weight.cols();
  Float32Matrix result(received.rows(), outputs);
  std::vector<ScaledRow> terms(static_cast<std::size_t>(received.cols()));
  for (Index sample = 0; sample < received.rows(); ++sample) {
    const float* row = &received(sample, 0);
    std::size_t count = 0;
    for (Index input = 0; input < received.cols(); ++input) {
      // Written in any case, for a branch would be mispredicted half of the time.
      terms[count] = {row[input], &layer.weight(input, 0)};
      count += row[input] != 0 ? 1 : 0;
    }
    add_rows(layer.bias.data(), {terms.data(), count}, outputs, &result(sample, 0));
  }
  return result;
}

// drop(values, l) makes of a layer's values what the layer after it, number l, receives.
template <class Drop>
Float32Pass run(const Float32Network& network, Float32Matrix inputs, Drop drop) {
  Float32Pass pass;
  drop(inputs, 0);
  pass.received.push_back(std::move(inputs));
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const Float32Layer& layer = network.layers[l];
    Float32Matrix values = pre_activations(layer, pass.received.back());
    const bool is_last = l + 1 == network.layers.size();
    if (is_last) pass.output_pre_activation = values;
    for (Index sample = 0; sample < values.rows(); ++sample) {
      activate_row(layer.activation, values.row(sample));
    }
    pass.activations.push_back(values);
    if (is_last) break;
    drop(values, l + 1);
    pass.received.push_back(std::move(values));
  }
  return pass;
}

}  // namespace

Float32Network to_float32(const Network& network) {
  Float32Network result{network.input_p_drop, {}};
  for (const Layer& layer : network.layers) {
    result.layers.push_back({layer.weight.transpose().cast<float>(),
                             layer.bias.transpose().cast<float>(), layer.activation, layer.p_drop});
  }
  return result;
}

Network to_float64(const Float32Network& network) {
  Network result{network.input_p_drop, {}};
  for (const Float32Layer& layer : network.layers) {
    result.layers.push_back({layer.weight.transpose().cast<double>(),
                             layer.bias.transpose().cast<double>(), layer.activation,
                             layer.p_drop});
  }
  return result;
}

double mask_p_drop(const Float32Network& network, std::size_t index) {
  return index == 0 ? network.input_p_drop : network.layers[index - 1].p_drop;
}

Float32Pass forward(const Float32Network& network, Float32Matrix inputs) {
  return run(network, std::move(inputs), [](const Float32Matrix&, std::size_t) {});
}

Float32Pass forward(const Float32Network& network, Float32Matrix inputs,
                    const KeepMasks& keep_masks) {
  return run(network, std::move(inputs), [&](Float32Matrix& values, std::size_t l) {
    const auto scale = static_cast<float>(1 / (1 - mask_p_drop(network, l)));
    values.array() *= keep_masks[l].cast<float>().array() * scale;
  });
}

}  // namespace dropout
