#pragma once

#include "dropout/averaging/averages.h"
#include "dropout/averaging/subnetworks.h"
#include "dropout/network/network.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// Random subnetworks, in the order in which their masks are drawn: those of a batch of `samples`
/// copies of the input. Each has probability 1 / samples in the result. Throws InvalidInput.
SubnetworkOutputs sample_subnetworks(RandomStream& stream, const Network& network,
                                     const Vector& input, Index samples);

/// The Monte Carlo estimate of the average over all subnetworks. Row k - 1 of both matrices
/// (samples × outputs) is about the first k random subnetworks.
struct MonteCarlo {
  Matrix running_mean;  ///< of the outputs
  /// Of the running mean: s / √k, s² = Σ (output - mean)² / (k - 1). NaN for k = 1.
  Matrix standard_error;
};

/// Throws InvalidInput.
MonteCarlo monte_carlo(RandomStream& stream, const Network& network, const Vector& input,
                       Index samples);

/// How far the Monte Carlo estimate and weight scaling are from the true average of one output, as
/// in figure 11 of Srivastava et al. (2014).
struct MonteCarloError {
  Matrix error;           ///< repeats × samples: |running mean - true average|
  Vector expected_error;  ///< samples: its root mean square over all runs, √(variance / k)
  double scaling_error;   ///< |scaled full network - true average|
  /// variance / scaling_error²: the k at which both errors are equal. Where scaling_error is not
  /// above the average's `rounding`, it is infinite; NaN if the standard deviation is not, either,
  /// so that nothing tells the subnetworks apart.
  double crossing;
};

/// `repeats` runs one after the other, each with masks of its own. `average` is the network's for
/// this input. Throws InvalidInput.
MonteCarloError monte_carlo_error(RandomStream& stream, const Network& network, const Vector& input,
                                  const Average& average, Index output, Index samples,
                                  Index repeats);

}  // namespace dropout
