#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "dropout/data/samples.h"
#include "dropout/gradients/batch.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"
#include "dropout/training/float32_network.h"
#include "dropout/training/training.h"

/// What is allowed where networks are trained; as validation.h.
namespace dropout {

inline constexpr Index max_generated_samples = 100'000;  ///< of plane_data and wave_data
inline constexpr double max_noise = 10;                  ///< of the same: a standard deviation
inline constexpr Index max_updates = 1'000'000'000;      ///< in one call

/// @{
/// Throws InvalidInput where what it is given is not allowed.
void check_permuted(Index samples);
void check_generated(Index samples, double noise);
void check_wrong_labels(const std::vector<Index>& labels, Index classes, double fraction);
void check_training(const Network& network, const Samples& training, const Samples& test,
                    const TrainingOptions& options);
/// @}

/// `has_diverged` after `made` updates.
void check_updates(Index updates, bool has_diverged, Index made);

/// @{
/// Throws InvalidInput where what it is given is not allowed.
void check_histogram(const Network& network, const Matrix& inputs, std::size_t layer);
void check_monte_carlo_evaluation(const Network& network, const Batch& batch, Index subnetworks);
void check_float32_outputs(const Float32Matrix& outputs);
void check_runs(const Matrix& error);
/// @}

/// @{
/// Of packed digits: their size, and a number from 0 to `highest` in one of them.
void check_digits_size(std::size_t bytes, std::size_t bytes_per_digit);
void check_digit(std::size_t digit, std::string_view what, Index value, Index highest);
/// @}

}  // namespace dropout
