#pragma once

#include <optional>

#include "dropout/gradients/batch.h"
#include "dropout/gradients/losses.h"
#include "dropout/network/forward.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// How samples are put into classes, where there are any: with cross_entropy, into that of the
/// largest output; with binary_cross_entropy of one output, into 1 from 0.5 on, else into 0.
struct Classification {
  double error;             ///< the fraction of samples that are put into a wrong class
  Matrix confusion_matrix;  ///< classes × classes: [true][predicted], how many samples
};

/// The loss, and the error where there are classes.
struct Evaluation {
  double loss;                                   ///< the mean over all samples
  std::optional<Classification> classification;  ///< absent where there are no classes
};

/// How well a network does on a batch: with its keep masks, or without any as at test time. Throws
/// InvalidInput, also where the loss is too large for a float64.
Evaluation evaluate(const Network& network, const Batch& batch);

/// The same of what the output layer computed. Numbers that are not finite give a loss that is not.
Evaluation evaluation(Loss loss, const LayerPass& output, const Matrix& targets);

/// Whether a network with so many outputs and that loss puts samples into classes.
bool has_classes(Loss loss, Index outputs);

/// The class of one sample's outputs or targets, where there are classes. Like torch.argmax, takes
/// the first of equal values and counts NaN as the largest.
Index class_of(Loss loss, const Eigen::Ref<const Eigen::RowVectorXd>& values);

}  // namespace dropout
