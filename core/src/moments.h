#pragma once

#include "dropout/averages.h"
#include "dropout/matrix.h"
#include "reduced_network.h"

namespace dropout {

/// Averages over several sets of subnetworks, one in each column; rows are outputs.
struct Moments {
  Matrix mean;
  Matrix variance;
  Matrix mean_pre_activation;  ///< of the output layer
};

Moments zero_moments(Index outputs, Index sets);

/// For a softmax over two classes, whose second output is 1 minus the first: sets the second row.
void complete_two_classes(const Stage& output_stage, Moments& moments);

/// The average over all sets, each with its weight.
PartialAverage weighted_average(const Moments& moments, const Vector& weight);

/// Adds a part to a sum, which begins as the weighted_average of nothing.
void add(PartialAverage& sum, const PartialAverage& part);

}  // namespace dropout
