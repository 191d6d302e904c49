#pragma once

#include "dropout/gradients/batch.h"
#include "dropout/network/network.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// One run of figure 11 of Srivastava et al. (2014): entry k - 1 is the fraction of the samples
/// that the mean output of their first k random subnetworks puts into a wrong class. Masks are
/// drawn sample by sample, for each as sample_subnetworks draws them; outputs are float32. The
/// batch has classes (evaluation.h) and no keep masks. Throws InvalidInput.
Vector monte_carlo_errors(RandomStream& stream, const Network& network, const Batch& batch,
                          Index subnetworks);

/// Several runs, beside weight scaling.
struct MonteCarloEvaluation {
  Matrix error;               ///< runs × subnetworks
  Vector mean_error;          ///< subnetworks: over the runs
  Vector error_deviation;     ///< its standard deviation over the runs; NaN for a single one
  double full_network_error;  ///< of the full network, as at test time
};

/// Of runs of monte_carlo_errors, one in each row, at least one. Throws InvalidInput.
MonteCarloEvaluation monte_carlo_evaluation(const Network& network, const Batch& batch,
                                            const Matrix& error);

}  // namespace dropout
