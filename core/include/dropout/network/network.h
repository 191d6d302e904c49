#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "dropout/network/activation.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// A fully connected layer: activation(x weightᵀ + bias), then dropout on its outputs.
template <class Weight, class Bias>
struct BasicLayer {
  Weight weight;                                 ///< outputs × inputs
  Bias bias;                                     ///< outputs
  Activation activation = Activation::identity;  ///< before dropout
  double p_drop = 0;  ///< probability, in [0, 1], of dropping each output unit; 0 in the last layer
};

/// A multilayer perceptron with dropout on its inputs and on its hidden layers. At least one
/// layer; each layer has at least one unit and as many weight columns as the one before has units.
template <class Weight, class Bias>
struct BasicNetwork {
  double input_p_drop = 0;                       ///< probability, in [0, 1], of dropping each input
  std::vector<BasicLayer<Weight, Bias>> layers;  ///< from the first to the output layer
};

using Layer = BasicLayer<Matrix, Vector>;      ///< in float64
using Network = BasicNetwork<Matrix, Vector>;  ///< in float64

/// The p_drop that keep mask `index` is drawn with: the inputs' for 0, that of layer index - 1
/// otherwise.
template <class Weight, class Bias>
double mask_p_drop(const BasicNetwork<Weight, Bias>& network, std::size_t index) {
  // 0 for -0.
  return std::abs(index == 0 ? network.input_p_drop : network.layers[index - 1].p_drop);
}

/// How many units can be dropped: all inputs and hidden units whose p_drop is above 0.
Index droppable_units(const Network& network);

/// The paper's weight scaling. `trained` is a network in the paper's convention, trained with masks
/// that do not scale what they keep. The result has the weights that receive a masked layer
/// multiplied by p_keep = 1 - p_drop. Run without masks it is the network the paper uses at test
/// time; run with inverted dropout, p_drop below 1, it computes what `trained` computes with
/// unscaled masks. Srivastava et al. (2014), section 4 and figure 2.
Network scale_weights(const Network& trained);

/// A network whose average over all subnetworks is the wrong one of `network` that gives every
/// subnetwork the same weight, 2^-n, instead of its probability: p_drop becomes 0.5 wherever it is
/// above 0, and the weights that receive such a layer make up for the other scale of what is kept.
/// Throws InvalidInput, also where such a weight becomes too large for a float64.
Network weigh_uniformly(const Network& network);

}  // namespace dropout
