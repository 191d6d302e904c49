#pragma once

#include <vector>

#include "dropout/averaging/averages.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// The averages by a forward pass of every subnetwork, and by the definition of each mean: what
/// every method of the library is compared with. At most 2^20 subnetworks.
Average oracle(const Network& network, const Vector& input);

/// Expects two averages of one network and input to be equal, each number within twice the error
/// that averages.h allows the method of `actual`.
void expect_equal(const Network& network, const Vector& input, const Average& actual,
                  const Average& expected);

/// The methods that are not refused for this network, `automatic` among them.
std::vector<AveragingMethod> applicable_methods(const Network& network, const Vector& input);

}  // namespace dropout
