#pragma once

#include <cstdint>

#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

/// Checks of what is asked about subnetworks. Each throws InvalidInput, which names the field, the
/// value and what is allowed.
namespace dropout {

void check_output_index(Index outputs, Index output);
void check_listable(const Network& network);
void check_mask_list(const Network& network, double masks);
void check_block_cost(double nanoseconds);
void check_subnetwork_range(const Network& network, std::uint64_t first, Index count);

}  // namespace dropout
