#include "training/float32_network.h"

#include <cstddef>
#include <utility>

#include "masks/draw_keep_masks.h"
#include "network/activation_functions.h"
#include "support/vector_functions.h"
#include "training/float32_kernels.h"

namespace dropout {
namespace {

void softmax_row(Eigen::Ref<Float32Row> values) {
  const double largest = values.maxCoeff();
  double sum = 0;
  for (const float value : values) sum += vector_exp(value - largest);
  for (float& value : values) value = static_cast<float>(vector_exp(value - largest) / sum);
}

void activate_row(Activation activation, Eigen::Ref<Float32Row> values) {
  apply_activation<VectorFunctions>(
      activation,
      [&](auto function) {
        for (float& value : values) value = static_cast<float>(function(value));
      },
      [&] { softmax_row(values); });
}

// In the other kind of numbers, and the other order of weights.
template <class To, class Number, class From>
To transposed_as(const From& network) {
  To result{network.input_p_drop, {}};
  for (const auto& layer : network.layers) {
    result.layers.push_back({layer.weight.transpose().template cast<Number>(),
                             layer.bias.transpose().template cast<Number>(), layer.activation,
                             layer.p_drop});
  }
  return result;
}

Float32Matrix pre_activations(const Float32Layer& layer, const Terms& received) {
  const Index outputs = layer.weight.cols();
  Float32Matrix result(received.counts.size(), outputs);
  for (Index sample = 0; sample < result.rows(); ++sample) {
    add_rows(layer.bias.data(), received[sample], layer.weight.data(), outputs, &result(sample, 0));
  }
  return result;
}

// What units send on, scale · value, but for those that `is_sent(sample's first index, unit)`
// omits.
template <class IsSent>
Terms terms_of(const Float32Matrix& values, float scale, IsSent is_sent) {
  const auto units = static_cast<std::int32_t>(values.cols());
  Terms terms(values.rows(), values.cols());
  for (Index sample = 0; sample < values.rows(); ++sample) {
    const Index first = sample * values.cols();
    const float* value = values.data() + first;
    Term* const list = terms.entries.data() + first;
    Term* next = list;
    for (std::int32_t unit = 0; unit < units; ++unit) {
      // Written in any case, for a branch would be mispredicted half of the time.
      *next = {scale * value[unit], unit};
      next += is_sent(first, unit, value[unit]);
    }
    terms.counts(sample) = next - list;
  }
  return terms;
}

// terms(values, l) makes of a layer's values what the layer after it, number l, receives.
template <class MakeTerms>
Float32Pass run(const Float32Network& network, const Float32Matrix& inputs, MakeTerms make_terms) {
  Float32Pass pass;
  pass.received.push_back(make_terms(inputs, 0));
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const Float32Layer& layer = network.layers[l];
    Float32Matrix values = pre_activations(layer, pass.received.back());
    const bool is_last = l + 1 == network.layers.size();
    pass.pre_activations.push_back(values);
    for (Index sample = 0; sample < values.rows(); ++sample) {
      activate_row(layer.activation, values.row(sample));
    }
    if (!is_last) pass.received.push_back(make_terms(values, l + 1));
    pass.activations.push_back(std::move(values));
  }
  return pass;
}

}  // namespace

Float32Network to_float32(const Network& network) {
  return transposed_as<Float32Network, float>(network);
}

Network to_float64(const Float32Network& network) {
  return transposed_as<Network, double>(network);
}

KeepMasks sample_keep_masks(RandomStream& stream, const Float32Network& network, Index samples) {
  return draw_keep_masks(stream, network, samples,
                         [](const Float32Layer& layer) { return layer.weight.rows(); });
}

Float32Pass forward(const Float32Network& network, const Float32Matrix& inputs) {
  return run(network, inputs, [](const Float32Matrix& values, std::size_t) {
    return terms_of(values, 1, [](Index, Index, float value) { return int{value != 0}; });
  });
}

Float32Pass forward(const Float32Network& network, const Float32Matrix& inputs,
                    const KeepMasks& keep_masks) {
  return run(network, inputs, [&](const Float32Matrix& values, std::size_t l) {
    const std::uint8_t* keep = keep_masks[l].data();
    const auto scale = static_cast<float>(kept_scale(mask_p_drop(network, l)));
    const int are_zeros_sent = l > 0 && !traits_of(network.layers[l - 1].activation).is_flat_at_0;
    return terms_of(values, scale, [=](Index first, Index unit, float value) {
      return keep[first + unit] & (int{value != 0} | are_zeros_sent);
    });
  });
}

}  // namespace dropout
