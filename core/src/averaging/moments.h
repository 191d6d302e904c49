#pragma once

#include "averaging/reduced_network.h"
#include "dropout/averaging/averages.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// The outputs of some subnetworks, one in each column. Bounded outputs y are given as shares of
/// their range: y itself for a sigmoid or softmax, (1 + y) / 2 = σ(2z) for a tanh. What a share
/// leaves of 1 has digits of its own: near 1, a share has none to tell it by. Unbounded outputs are
/// their own shares, with a complement of -y.
struct Shares {
  Matrix share;
  Matrix complement;
};

/// Of an output layer's pre-activations: each row is a unit and each column a subnetwork.
Shares output_shares(Activation activation, const Matrix& pre_activation);

/// Averages of one share over a set of subnetworks.
struct ShareMoments {
  double mean;
  double complement;  ///< the mean of the complements
  double variance;
};

/// From the means of a share and of its square.
ShareMoments from_squares(double mean, double mean_square);

/// Those of the share's complement.
ShareMoments complementary(const ShareMoments& share);

/// The same of all outputs over several sets of subnetworks, one in each column; rows are outputs.
struct Moments {
  Matrix mean;
  Matrix complement;  ///< the mean of the complements
  Matrix variance;
  Matrix mean_pre_activation;  ///< of the output layer
};

Moments zero_moments(Index outputs, Index sets);

void set_moments(Moments& moments, Index output, Index set, const ShareMoments& share);

/// For a softmax over two classes, whose second output is the complement of the first: sets the
/// second row.
void complete_two_classes(const Stage& output_stage, Moments& moments);

/// The average over all sets, each with its weight.
PartialAverage weighted_average(const Moments& moments, const Vector& weight);

/// Adds a part to a sum, which begins as the weighted_average of nothing.
void add(PartialAverage& sum, const PartialAverage& part);

}  // namespace dropout
