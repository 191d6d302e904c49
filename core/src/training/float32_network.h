#pragma once

#include <vector>

#include "dropout/masks/keep_mask.h"
#include "dropout/network/activation.h"
#include "dropout/network/network.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"
#include "training/terms.h"

namespace dropout {

/// Row-major, as Matrix.
using Float32Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
/// One number for each unit.
using Float32Row = Eigen::RowVectorXf;

/// As Layer, in float32.
struct Float32Layer {
  /// inputs × outputs: transposed, so that what a unit that is 0 would contribute is one row, which
  /// can be passed over.
  Float32Matrix weight;
  Float32Row bias;                               ///< outputs
  Activation activation = Activation::identity;  ///< as in Layer
  double p_drop = 0;                             ///< as in Layer
};

/// A network in float32, for what takes many passes: training it, or running random subnetworks on
/// many samples. Values that are 0, as those of dropped units, cost nothing in it. The numbers come
/// out the same in every build.
struct Float32Network {
  double input_p_drop = 0;           ///< as in Network
  std::vector<Float32Layer> layers;  ///< as in Network
};

/// Rounds the weights of a checked network. Those too large for float32 become infinite.
Float32Network to_float32(const Network& network);

/// The same numbers as float64, which holds every float32.
Network to_float64(const Float32Network& network);

/// As that of a Network.
double mask_p_drop(const Float32Network& network, std::size_t index);

/// As that of a Network, of one that is checked.
KeepMasks sample_keep_masks(RandomStream& stream, const Float32Network& network, Index samples);

/// What a forward pass computed, for each sample.
struct Float32Pass {
  /// [layer]: what it receives, after dropout, as factors of its weights' rows. Units that are
  /// dropped have no terms, nor do inputs and relu units that are 0; without masks, nor does any 0.
  std::vector<Terms> received;
  std::vector<Float32Matrix> activations;  ///< [layer]: samples × units, before dropout
  Float32Matrix output_pre_activation;     ///< of the last layer, samples × outputs
};

/// @{
/// As `forward` of a Network, with nothing checked: values can become infinite or NaN.
Float32Pass forward(const Float32Network& network, const Float32Matrix& inputs);
Float32Pass forward(const Float32Network& network, const Float32Matrix& inputs,
                    const KeepMasks& keep_masks);
/// @}

}  // namespace dropout
