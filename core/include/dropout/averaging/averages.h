#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// How to average over the subnetworks that the last masked layer makes. Masked layers before it
/// are enumerated: for each of their masks, the method averages what remains. All are exact.
enum class AveragingMethod {
  automatic,    ///< whichever of the others applies and costs least
  closed_form,  ///< mean and variance in formulas, where only identity activations follow a mask
  /// One integral, where a sigmoid, a tanh or a softmax over two classes follows the last mask with
  /// nothing but identity activations in between.
  characteristic_function,
  enumeration,  ///< every subnetwork, from tables of partial sums; applies to every network
};

/// The one that JavaScript calls by this name: "auto", "closed-form", "characteristic-function" or
/// "enumeration". Other names throw InvalidInput naming `field`.
AveragingMethod averaging_method_named(std::string_view name, std::string_view field);

/// The name by which JavaScript calls it.
std::string_view name_of(AveragingMethod method);

/// What computing an average takes.
struct AveragePlan {
  Index droppable_units = 0;  ///< all inputs and hidden units whose p_drop is above 0
  double subnetworks = 1;     ///< 2^droppable_units; infinite from 1024 units on
  /// The outermost of the methods that are combined: `enumeration` where masked layers come before
  /// those that last_layer_method averages.
  AveragingMethod method = AveragingMethod::enumeration;
  /// How the masks of the last masked layer are averaged over.
  AveragingMethod last_layer_method = AveragingMethod::enumeration;
  Index chunks = 1;        ///< independent pieces of a few milliseconds each
  double nanoseconds = 0;  ///< a rough estimate for one thread
};

/// Averages over some of the subnetworks: what a chunk gives. Vectors have one entry per output.
/// The share of an output y is y itself, but (1 + y) / 2 for a tanh: that of a sigmoid, tanh or
/// softmax is between 0 and 1.
struct PartialAverage {
  double weight = 0;  ///< the subnetworks' probabilities added up
  Vector mean;        ///< of the shares
  /// 1 - mean to its own digits, which the mean has not where it is near 1; -mean for the identity
  /// and ReLU, whose outputs have no such bound.
  Vector complement;
  Vector squared_distance;     ///< of the shares from their mean, weighted and added up
  Vector mean_pre_activation;  ///< of the output layer
};

/// Averages of a network's output over all of its subnetworks, each weighted by its probability,
/// beside the output of the scaled full network. Each vector has one entry for each output.
struct Average {
  Index droppable_units = 0;  ///< all inputs and hidden units whose p_drop is above 0
  double subnetworks = 1;     ///< 2^droppable_units; infinite from 1024 units on
  AveragingMethod method = AveragingMethod::enumeration;             ///< as in AveragePlan
  AveragingMethod last_layer_method = AveragingMethod::enumeration;  ///< as in AveragePlan
  /// Over subnetworks. The error is about 1e-15 (1 + max|z|), relative to the mean for a sigmoid or
  /// softmax, down to the least normal float64, 2.2e-308, and absolute for a tanh.
  Vector arithmetic_mean;
  /// Over subnetworks: the mean squared distance from the arithmetic mean. Let m be the mean of a
  /// sigmoid or softmax or what it leaves of 1, whichever is smaller, s the standard deviation and
  /// e = 1e-15 (1 + max|z|). Enumeration has a relative error of at most some 1e-12 + e m / s: also
  /// a variance far below m² has digits. That of the characteristic function is 1e-12 + e m² / s²,
  /// smaller where all z are within 1 of their mean, and where two units that do what is improbable
  /// come together too rarely to matter. For a tanh, m is what the mean leaves of 1 or of -1.
  Vector variance;
  /// The weighted geometric mean of the outputs, divided by its sum over all classes: over an
  /// output and its complement for a sigmoid, over all outputs for a softmax. Absent for others.
  /// Both are the activation of the mean pre-activation, since log σ(z) - log(1 - σ(z)) = z.
  /// Baldi & Sadowski, "Understanding Dropout" (2013); Goodfellow et al., "Deep Learning", §7.12.
  std::optional<Vector> normalized_geometric_mean;
  /// The full network without masks. Under inverted dropout its weights stay as they are, which is
  /// the paper's network with weights scaled by p_keep; not so at p_drop 1, where that scale is 0.
  Vector scaled_full_network;
  /// Two of these numbers, or one of them and the same network's for other masks, that are no
  /// further apart are equal but for rounding. For a sigmoid or softmax 1e-12 of the largest of
  /// them, and for a tanh 1e-12, plus what the error d of z, some 1e-15 of the numbers that are
  /// added up, can change: the mean of |d| over all subnetworks or, where always |d| < 1, its
  /// largest times the mean, if that is less. For the identity and ReLU, where large numbers may
  /// have cancelled, 1e-12 of what is added up, on average. Not infinite.
  Vector rounding;
};

/// `input` has as many numbers as the network has inputs. At most 2^max_enumerated_units
/// subnetworks are enumerated. Throws InvalidInput, as where `method` does not apply; so do all of
/// these functions.
Average average(const Network& network, const Vector& input,
                AveragingMethod method = AveragingMethod::automatic);

/// The same in pieces, for progress, cancellation and several threads: combine_chunks of the
/// average_chunks of every chunk, in their order, is `average` bit for bit.
AveragePlan plan_average(const Network& network, const Vector& input, AveragingMethod method);

/// One entry for each chunk from `first` to `first + count - 1`, less than the plan's `chunks`.
std::vector<PartialAverage> average_chunks(const Network& network, const Vector& input,
                                           AveragingMethod method, Index first, Index count);

/// `chunks` are those of every chunk, in their order. Refused where one of them cannot be this
/// network's: by the bounds of its outputs and pre-activations, and of a variance between them.
Average combine_chunks(const Network& network, const Vector& input, AveragingMethod method,
                       const std::vector<PartialAverage>& chunks);

}  // namespace dropout
