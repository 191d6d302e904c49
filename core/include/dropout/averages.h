#pragma once

#include <optional>

#include "dropout/matrix.h"
#include "dropout/network.h"
#include "dropout/subnetworks.h"

namespace dropout {

/// How to compute an average.
enum class AveragingMethod {
  automatic,    ///< by the cheapest exact way that applies
  enumeration,  ///< by a forward pass of every subnetwork
};

/// Averages of a network's output over all of its subnetworks, each weighted by its probability,
/// beside the output of the scaled full network. Each vector has one entry for each output.
struct Average {
  Index droppable_units = 0;
  double subnetworks = 1;                                 ///< 2^droppable_units
  AveragingMethod method = AveragingMethod::enumeration;  ///< the one that was used
  Vector arithmetic_mean;
  Vector variance;  ///< over subnetworks: the mean squared distance from the arithmetic mean
  /// The weighted geometric mean of the outputs, divided by its sum over all classes: over an
  /// output and its complement for a sigmoid, over all outputs for a softmax. Absent for others.
  /// Baldi & Sadowski, "Understanding Dropout" (2013); Goodfellow et al., "Deep Learning", §7.12.
  std::optional<Vector> normalized_geometric_mean;
  /// The full network without masks. Under inverted dropout its weights stand as they are, which
  /// is the paper's network with weights scaled by p_keep.
  Vector scaled_full_network;
};

/// By enumeration of all 2^n subnetworks; n is at most max_enumerated_units.
/// `input` has as many numbers as the network has inputs. Throws InvalidInput.
Average average_by_enumeration(const Network& network, const Vector& input);

/// The same from `all`, which enumerate_subnetworks made of this network and input.
Average average_by_enumeration(const Network& network, const Vector& input,
                               const SubnetworkOutputs& all);

}  // namespace dropout
