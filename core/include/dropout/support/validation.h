#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dropout/averaging/averages.h"
#include "dropout/gradients/batch.h"
#include "dropout/gradients/gradients.h"
#include "dropout/gradients/numerical_gradient.h"
#include "dropout/masks/keep_mask.h"
#include "dropout/masks/scaling.h"
#include "dropout/network/initialization.h"
#include "dropout/network/network.h"
#include "dropout/random/random_stream.h"
#include "dropout/random/seed.h"
#include "dropout/support/matrix.h"

/// What is allowed, for every entry point of the library and of its bindings. What is not allowed
/// makes these functions throw InvalidInput, naming the field, the value and what is allowed.
namespace dropout {

inline constexpr Index max_units = 4096;                ///< in one layer
inline constexpr Index max_layers = 64;                 ///< in one network
inline constexpr Index max_samples = 1'000'000;         ///< in one mask or batch
inline constexpr Index max_values = 20'000'000;         ///< in one matrix that a call makes
inline constexpr Index max_total_values = 40'000'000;   ///< in all matrices that a call makes
inline constexpr Index max_descent = 1'000'000'000;     ///< updates × samples × parameters
inline constexpr Index max_listed_units = 20;           ///< 2^20 subnetworks, one in each row
inline constexpr Index max_enumerated_units = 32;       ///< 2^32 subnetworks, added up
inline constexpr double max_block_nanoseconds = 1e10;   ///< estimated, of what cannot be divided
inline constexpr Index max_binomial_units = 1'000'000;  ///< of dropped_units_distribution
inline constexpr Index max_trials = 100'000;            ///< of dropped_units
inline constexpr Index max_scaled_samples = 100'000;    ///< of scaling
inline constexpr Index max_die_sides = 100;             ///< of die_rolls
inline constexpr Index max_die_rolls = 100'000;         ///< of die_rolls
inline constexpr Index max_repeats = 1000;              ///< of monte_carlo_error
inline constexpr Index max_bins = 10'000;               ///< of output_distribution

/// What a layer's weight and bias have room for.
struct LayerSize {
  Index outputs;  ///< rows of the weight
  Index inputs;   ///< columns of the weight
  Index biases;   ///< numbers in the bias
};

/// @{
/// Each throws InvalidInput if its arguments are not allowed. Functions that take only sizes are
/// for callers that have not allocated the matrices yet.
void check_all_finite(const Matrix& values, std::string_view field);
void check_all_finite(const Vector& values, std::string_view field);
void check_column_finite(const Matrix& values, Index column, std::string_view field);
void check_all_probabilities(const Matrix& values, std::string_view field);
void check_all_probabilities(const Vector& values, std::string_view field);
void check_matrix_size(Index rows, Index columns, Index highest_columns, std::string_view field);
void check_total(double numbers, std::string_view field);
void check_seed(Generator generator, Seed seed);
void check_p_drop(double p_drop, std::string_view field);
void check_mask_size(Index samples, Index units);
void check_layer_size(Index inputs, Index outputs);
void check_scaled_weights(const Network& network, std::size_t layer, double factor);
void check_network_shape(const NetworkShape& shape);
void check_width_count(Index widths);
void check_layer_count(Index layers, std::string_view field);
void check_layer_sizes(const std::vector<LayerSize>& layers);
void check_network(const Network& network);
void check_samples(const Network& network, Index samples);
void check_pass_size(const Network& network, Index samples);
void check_input_size(const Network& network, Index samples, Index inputs, std::string_view field);
void check_inputs(const Network& network, const Matrix& inputs, std::string_view field = "inputs");
void check_input(const Network& network, const Vector& input);
void check_mask_shape(const KeepMask& keep_mask, Index samples, Index units,
                      std::string_view field);
void check_mask_entries(const KeepMask& keep_mask, std::string_view field);
void check_keep_masks(const Network& network, Index samples, const KeepMasks& keep_masks);
void check_loss(const Network& network, Loss loss);
void check_batch(const Network& network, const Batch& batch);

/// `prefix` is what fields are named with: "" or "training.".
void check_labelled(const Network& network, Loss loss, const Matrix& inputs, const Matrix& targets,
                    std::string_view prefix);
void check_classes(const Network& network, const std::vector<Index>& classes,
                   std::string_view field);
void check_gradient_size(const Network& network, Index samples);
void check_descent_size(const Network& network, Index samples, Index updates);
void check_mean_gradients(const Network& network, const Gradients& gradients);
void check_learning_rate(double learning_rate);
void check_descended(const Network& network, double learning_rate);
void check_parameter(const Network& network, const Parameter& parameter);
void check_step(double step, double weight);
void check_no_overflow(const Matrix& pre_activation, std::size_t layer);
void check_finite(const Vector& results, std::string_view name);
void check_listable(const Network& network);
void check_mask_list(const Network& network, double masks);
void check_enumerated_units(Index units);
void check_block_cost(double nanoseconds);
void check_chunk_range(Index chunks, Index first, Index count);
void check_subnetwork_range(const Network& network, std::uint64_t first, Index count);
void check_output_index(Index outputs, Index output);
void check_bins(Index bins);
void check_histogram(const Vector& values, const Vector& probability);
void check_spread(const Matrix& outputs);
void check_sampled(const Network& network, Index samples, std::string_view field = "samples");
void check_repeats(Index samples, Index repeats);
void check_average(const Network& network, const Average& average);
void check_binomial_units(Index units);
void check_trials(Index units, Index trials);
void check_scaling(ScalingRule rule, const Vector& activations, double p_drop, Index samples);
void check_scaled(const Vector& activations, double factor);
void check_die_rolls(Index sides, Index rolls);
/// @}

/// @{
/// Why a method of averaging does not apply: layers[curved_layer] follows a mask.
[[noreturn]] void refuse_closed_form(const Network& network, std::size_t curved_layer);
[[noreturn]] void refuse_characteristic_function();
/// @}

/// @{
/// For messages: the text, cut after some 40 bytes; and the same between quotation marks.
std::string shortened(std::string_view content);
std::string in_quotes(std::string_view content);
/// @}

/// @{
/// The seed that a caller such as JavaScript gives: as a float64, which is exact from -2^53 + 1 to
/// 2^53 - 1; or as the decimal digits of a whole number of any size. Throw InvalidInput naming
/// `seed` where `generator` does not take it, or where the float64 may not be what was meant.
Seed seed_from_number(Generator generator, double number);
Seed seed_from_digits(Generator generator, std::string_view digits);
/// @}

/// `value` as the whole number it must be, in [lowest, highest]: for callers, such as JavaScript,
/// whose only numbers are floating-point.
std::uint64_t whole_number(double value, std::uint64_t lowest, std::uint64_t highest,
                           std::string_view field);

/// The same of each of `values`.
void check_whole_numbers(const Vector& values, Index lowest, Index highest, std::string_view field);

}  // namespace dropout
