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

/// A network in float32, for what takes many passes: training it, or running random subnetworks on
/// many samples. Values that are 0, as those of dropped units, cost nothing in it. The numbers come
/// out the same in every build. Weights are inputs × outputs: transposed, so that what a unit that
/// is 0 would contribute is one row, which can be passed over.
using Float32Network = BasicNetwork<Float32Matrix, Float32Row>;
using Float32Layer = BasicLayer<Float32Matrix, Float32Row>;

/// Rounds the weights of a checked network. Those too large for float32 become infinite.
Float32Network to_float32(const Network& network);

/// The same numbers as float64, which holds every float32.
Network to_float64(const Float32Network& network);

/// As that of a Network, of one that is checked.
KeepMasks sample_keep_masks(RandomStream& stream, const Float32Network& network, Index samples);

/// What a forward pass computed, for each sample.
struct Float32Pass {
  /// [layer]: what it receives, after dropout, as factors of its weights' rows. Units that are
  /// dropped have no terms, nor do inputs and relu units that are 0; without masks, nor does any 0.
  std::vector<Terms> received;
  std::vector<Float32Matrix> pre_activations;  ///< [layer]: samples × units
  std::vector<Float32Matrix> activations;      ///< [layer]: samples × units, before dropout
};

/// @{
/// As `forward` of a Network, with nothing checked: values can become infinite or NaN.
Float32Pass forward(const Float32Network& network, const Float32Matrix& inputs);
Float32Pass forward(const Float32Network& network, const Float32Matrix& inputs,
                    const KeepMasks& keep_masks);
/// @}

}  // namespace dropout
