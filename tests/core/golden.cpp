#include "golden.h"

#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "dropout/gradients/losses.h"
#include "dropout/network/activation.h"

namespace dropout {

Json golden(const std::string& file, const std::string& section) {
  std::ifstream stream(std::string(GOLDEN_DIRECTORY) + "/" + file);
  Json cases = Json::parse(stream).at(section);
  if (cases.empty()) throw std::runtime_error(file + " has no case in " + section);
  return cases;
}

Matrix to_matrix(const Json& rows) {
  Matrix matrix;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Vector numbers = to_vector(rows[row]);
    if (row == 0) matrix.resize(static_cast<Index>(rows.size()), numbers.size());
    matrix.row(static_cast<Index>(row)) = numbers;
  }
  return matrix;
}

Vector to_vector(const Json& numbers) {
  const auto values = numbers.get<std::vector<double>>();
  return Vector::Map(values.data(), static_cast<Index>(values.size()));
}

KeepMask to_keep_mask(const Json& rows) {
  if (!rows.at(0).is_string()) return to_matrix(rows).cast<std::uint8_t>();
  KeepMask mask(rows.size(), rows.at(0).get<std::string>().size());
  for (Index row = 0; row < mask.rows(); ++row) {
    const auto bits = rows[static_cast<std::size_t>(row)].get<std::string>();
    for (Index unit = 0; unit < mask.cols(); ++unit) {
      mask(row, unit) = bits.at(static_cast<std::size_t>(unit)) == '1';
    }
  }
  return mask;
}

KeepMasks to_keep_masks(const Json& masks) {
  KeepMasks result;
  for (const Json& mask : masks) result.push_back(to_keep_mask(mask));
  return result;
}

Network to_network(const Json& network) {
  Network result;
  result.input_p_drop = network.at("input_p_drop");
  for (const Json& layer : network.at("layers")) {
    result.layers.push_back(
        {to_matrix(layer.at("weight")), to_vector(layer.at("bias")),
         activation_named(layer.at("activation").get<std::string>(), "activation"),
         layer.at("p_drop")});
  }
  return result;
}

Batch to_batch(const Network& network, const Json& example) {
  const Json& targets = example.at("targets");
  const Json& masks = example.at("keep_masks");
  Batch batch;
  batch.inputs = to_matrix(example.at("inputs"));
  batch.targets = targets[0].is_array() ? to_matrix(targets) : class_targets(network, targets);
  batch.loss = loss_named(example.at("loss").get<std::string>(), "loss");
  if (!masks.is_null()) batch.keep_masks = to_keep_masks(masks);
  return batch;
}

}  // namespace dropout

dropout::Seed nlohmann::adl_serializer<dropout::Seed>::from_json(const json& seed) {
  if (seed.is_number_unsigned()) return seed.get<std::uint64_t>();
  if (seed.is_number()) return seed.get<std::int64_t>();
  const auto digits = seed.get<std::string>();
  if (digits.starts_with('-')) return std::stoll(digits);
  return std::stoull(digits);
}
