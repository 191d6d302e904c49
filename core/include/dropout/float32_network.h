#pragma once

#include <vector>

#include "dropout/activation.h"
#include "dropout/keep_mask.h"
#include "dropout/matrix.h"
#include "dropout/network.h"
#include "dropout/random_stream.h"

namespace dropout {

using Float32Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Float32Row = Eigen::RowVectorXf;

struct Float32Layer {
  /// inputs × outputs: transposed, so that what a unit that is 0 would contribute is one row, which
  /// can be passed over.
  Float32Matrix weight;
  Float32Row bias;
  Activation activation = Activation::identity;
  double p_drop = 0;
};

/// A network in float32, for what takes many passes: training it, or running random subnetworks on
/// many samples. Values that are 0, as those of dropped units, cost nothing in it. The numbers come
/// out the same in every build.
struct Float32Network {
  double input_p_drop = 0;
  std::vector<Float32Layer> layers;
};

/// Rounds the weights of a checked network. Those too large for float32 become infinite.
Float32Network to_float32(const Network& network);

Network to_float64(const Float32Network& network);

/// As that of a Network.
double mask_p_drop(const Float32Network& network, std::size_t index);

/// As that of a Network, of one that is checked.
KeepMasks sample_keep_masks(RandomStream& stream, const Float32Network& network, Index samples);

/// What a forward pass computed; all are samples × units.
struct Float32Pass {
  std::vector<Float32Matrix> received;     ///< [layer]: what it receives, after dropout
  std::vector<Float32Matrix> activations;  ///< [layer]: before dropout
  Float32Matrix output_pre_activation;     ///< of the last layer
};

/// As `forward` of a Network, with nothing checked: values can become infinite or NaN.
Float32Pass forward(const Float32Network& network, Float32Matrix inputs);
Float32Pass forward(const Float32Network& network, Float32Matrix inputs,
                    const KeepMasks& keep_masks);

}  // namespace dropout
