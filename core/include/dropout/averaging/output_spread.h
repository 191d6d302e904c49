#pragma once

#include "dropout/network/network.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// How several networks' outputs for one input are spread, and how they vote.
struct OutputSpread {
  Vector mean;  ///< outputs
  /// outputs: the 5 % quantile, interpolated linearly between the two nearest values.
  Vector low;
  Vector high;  ///< outputs: the 95 % quantile, interpolated likewise
  /// outputs: how many networks have their largest output there, the first of equal ones.
  Vector votes;
};

/// `outputs`: networks × outputs, at least one of each. Throws InvalidInput.
OutputSpread output_spread(const Matrix& outputs);

/// samples × outputs: how the random subnetworks of each sample vote. Masks are drawn sample by
/// sample, for each as sample_subnetworks draws them. Throws InvalidInput.
Matrix sampled_votes(RandomStream& stream, const Network& network, const Matrix& inputs,
                     Index subnetworks);

}  // namespace dropout
