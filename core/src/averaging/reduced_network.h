#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "dropout/network/activation.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

/// A network and an input, without what is the same for all subnetworks.
namespace dropout {

/// activation(weight (m ∘ values) + bias), where each entry of m is 0 with probability p_drop and 1
/// otherwise: what inverted dropout multiplies kept values by is in the weight.
struct Stage {
  double p_drop = 0;  ///< of each value that comes in
  Matrix weight;      ///< outputs × inputs
  Vector bias;        ///< outputs
  Activation activation = Activation::identity;
};

struct ReducedNetwork {
  Vector start;               ///< what comes into the first stage
  std::vector<Stage> stages;  ///< at least one; where there are several, the first has dropout
};

/// Evaluates the layers before the first mask, and joins a layer of identity activation with the
/// unmasked one after it where the product of their weights is cheap.
ReducedNetwork reduced(const Network& network, const Vector& input);

/// The last stage with dropout; the last stage of all if there is none.
std::size_t last_masked_stage(const ReducedNetwork& network);

/// How many units a stage can drop.
Index masked_units(const Stage& stage);

/// An affine map whose results z give the shares of a stage's outputs as σ(z). A softmax over two
/// classes needs but one z, that of its first output; the second one is 1 minus the first.
struct LogisticStage {
  Matrix weight;
  Vector bias;
};

/// Absent where the activation is no sigmoid, tanh or softmax over two classes.
std::optional<LogisticStage> logistic(const Stage& stage);

/// An interval for each value.
struct Intervals {
  Vector low;
  Vector high;
};

/// Makes low and high of each interval points between whose activations those of all z in it are.
/// Not for softmax.
void move_to_extremes(Activation activation, Intervals& z);

/// What can come into each stage, whatever the masks, and what can leave the last one. Throws
/// InvalidInput where a pre-activation could be too large for float64.
std::vector<Intervals> value_intervals(const ReducedNetwork& network);

/// Throws InvalidInput where value_intervals does.
void check_ranges(const ReducedNetwork& network);

/// What weight (m ∘ values) + bias can be.
Intervals pre_activation_intervals(const Matrix& weight, const Vector& bias, double p_drop,
                                   const Intervals& values);

}  // namespace dropout
