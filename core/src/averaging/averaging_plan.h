#pragma once

#include <cstddef>

#include "averaging/reduced_network.h"
#include "dropout/averaging/averages.h"

namespace dropout {

/// How an average is computed: a block for each mask of the units that are enumerated one by one,
/// and within a block the method that averages over all other masks.
struct AveragingPlan {
  ReducedNetwork network;
  AveragingMethod method = AveragingMethod::enumeration;
  std::size_t first_stage = 0;  ///< that `method` averages over
  Index table_units = 0;        ///< in the tables, where method is enumeration
  int outer_units = 0;          ///< 2^outer_units blocks
  int chunk_units = 0;          ///< 2^chunk_units blocks in a chunk
  double block_nanoseconds = 0;
  Intervals pre_activation{};  ///< of the output layer
};

/// `method`, or the cheapest that applies. Throws InvalidInput, also where `method` does not apply
/// or needs too much.
AveragingPlan averaging_plan(const Network& network, const Vector& input, AveragingMethod method);

bool has_geometric_mean(Activation output_activation);

}  // namespace dropout
