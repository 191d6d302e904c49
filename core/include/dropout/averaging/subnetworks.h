#pragma once

#include <cstdint>

#include "dropout/masks/keep_mask.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// Some of a network's 2^n subnetworks, n = droppable_units(network), one in each row.
/// Subnetwork number s keeps droppable unit i where bit i of s is 1. Droppable units are counted
/// from the inputs to the last hidden layer; all other units are always kept.
struct Subnetworks {
  KeepMasks keep_masks;  ///< with a row for each subnetwork
  Vector probability;    ///< p_drop^dropped (1 - p_drop)^kept, multiplied over the masked layers
};

/// Subnetworks `first` to `first + count - 1`, at most 2^n in all. Throws InvalidInput.
Subnetworks subnetworks(const Network& network, std::uint64_t first, Index count);

/// What every subnetwork makes of one input.
struct SubnetworkOutputs {
  Vector probability;     ///< 2^n
  Matrix pre_activation;  ///< 2^n × outputs, of the last layer
  Matrix output;          ///< 2^n × outputs
};

/// Runs every subnetwork on `input` (as many numbers as the network has inputs) by a forward pass
/// of its own: the plain way, whose correctness can be read off. n is at most max_listed_units.
/// Throws InvalidInput.
SubnetworkOutputs enumerate_subnetworks(const Network& network, const Vector& input);

/// The same, faster, from tables of partial sums; equal but for rounding.
SubnetworkOutputs tabulate_subnetworks(const Network& network, const Vector& input);

}  // namespace dropout
