#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "dropout/network/initialization.h"
#include "dropout/network/inverted_dropout.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

/// Checks of networks, and of what passes through them. Each throws InvalidInput, which names the
/// field, the value and what is allowed.
namespace dropout {

/// What a layer's weight and bias have room for.
struct LayerSize {
  Index outputs;  ///< rows of the weight
  Index inputs;   ///< columns of the weight
  Index biases;   ///< numbers in the bias
};

void check_p_drop(double p_drop, std::string_view field);
void check_mask_size(Index samples, Index units);
void check_layer_size(Index inputs, Index outputs);
void check_network_shape(const NetworkShape& shape);
void check_width_count(Index widths);
void check_layer_count(Index layers, std::string_view field);
void check_layer_sizes(const std::vector<LayerSize>& layers);
void check_network(const Network& network);
void check_samples(const Network& network, Index samples);
void check_sampled(const Network& network, Index samples, std::string_view field = "samples");
void check_pass_size(const Network& network, Index samples);
void check_input_size(const Network& network, Index samples, Index inputs, std::string_view field);
void check_inputs(const Network& network, const Matrix& inputs, std::string_view field = "inputs");
void check_input(const Network& network, const Vector& input);
void check_mask_shape(const KeepMask& keep_mask, Index samples, Index units,
                      std::string_view field);
void check_mask_entries(const KeepMask& keep_mask, std::string_view field);
void check_keep_masks(const Network& network, Index samples, const KeepMasks& keep_masks);
void check_no_overflow(const Matrix& pre_activation, std::size_t layer);

}  // namespace dropout
