#pragma once

#include "dropout/support/matrix.h"

/// The largest sizes and numbers that are allowed, in C++ and JavaScript alike. They bound every
/// matrix that a call makes, and how long an average runs without a pause.
namespace dropout {

inline constexpr Index max_units = 4096;                 ///< in one layer
inline constexpr Index max_layers = 64;                  ///< in one network
inline constexpr Index max_samples = 1'000'000;          ///< in one mask or batch
inline constexpr Index max_values = 20'000'000;          ///< in one matrix that a call makes
inline constexpr Index max_total_values = 40'000'000;    ///< in all matrices that a call makes
inline constexpr Index max_descent = 1'000'000'000;      ///< updates × samples × parameters
inline constexpr Index max_listed_units = 20;            ///< 2^20 subnetworks, one in each row
inline constexpr Index max_enumerated_units = 32;        ///< 2^32 subnetworks, added up
inline constexpr double max_block_nanoseconds = 1e10;    ///< estimated, of what cannot be divided
inline constexpr Index max_binomial_units = 1'000'000;   ///< of dropped_units_distribution
inline constexpr Index max_trials = 100'000;             ///< of dropped_units
inline constexpr Index max_scaled_samples = 100'000;     ///< of scaling
inline constexpr Index max_die_sides = 100;              ///< of die_rolls
inline constexpr Index max_die_rolls = 100'000;          ///< of die_rolls
inline constexpr Index max_repeats = 1000;               ///< of monte_carlo_error
inline constexpr Index max_bins = 10'000;                ///< of output_distribution
inline constexpr Index max_generated_samples = 100'000;  ///< of plane_data and wave_data
inline constexpr double max_noise = 10;                  ///< of the same: a standard deviation
inline constexpr Index max_updates = 1'000'000'000;      ///< in one call

}  // namespace dropout
