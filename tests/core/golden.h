#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "dropout/gradients/batch.h"
#include "dropout/masks/keep_mask.h"
#include "dropout/network/network.h"
#include "dropout/random/seed.h"
#include "dropout/support/matrix.h"

namespace dropout {

using Json = nlohmann::json;

/// The cases in one section of a file in tests/golden/: at least one, or it throws.
Json golden(const std::string& file, const std::string& section = "cases");

Matrix to_matrix(const Json& rows);
Vector to_vector(const Json& numbers);

/// From rows of 0 and 1, or of texts such as "0110".
KeepMask to_keep_mask(const Json& rows);
KeepMasks to_keep_masks(const Json& masks);

Network to_network(const Json& network);

/// The members inputs, targets, loss and keep_masks of a case.
Batch to_batch(const Network& network, const Json& example);

}  // namespace dropout

/// Seeds are numbers, or decimal texts where numbers of JavaScript would not be exact.
template <>
struct nlohmann::adl_serializer<dropout::Seed> {
  static dropout::Seed from_json(const json& seed);
};
