#pragma once

#include <cstddef>

#include "dropout/network/network.h"
#include "dropout/support/histogram.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// The activations of a layer's units on samples, none dropped: figure 8 of Srivastava et al.
/// (2014), which shows that dropout makes them sparse.
struct ActivationHistogram {
  Histogram activations;  ///< of all units and samples, each as probable as the others
  Histogram unit_means;   ///< of the units' means over all samples
  double mean;            ///< over all units and samples
  double zeros;           ///< the fraction of activations that are 0
};

/// `layer` counts from 0, `inputs` are samples × inputs, at least one, `bins` 1 to max_bins. Throws
/// InvalidInput.
ActivationHistogram activation_histogram(const Network& network, const Matrix& inputs,
                                         std::size_t layer, Index bins);

}  // namespace dropout
