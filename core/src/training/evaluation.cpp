#include "dropout/training/evaluation.h"

#include <algorithm>
#include <cmath>

#include "support/checks.h"

namespace dropout {
namespace {

Classification classification(Loss loss, const Matrix& outputs, const Matrix& targets) {
  const Index classes = loss == Loss::binary_cross_entropy ? 2 : outputs.cols();
  Matrix confusion = Matrix::Zero(classes, classes);
  for (Index sample = 0; sample < outputs.rows(); ++sample) {
    confusion(class_of(loss, targets.row(sample)), class_of(loss, outputs.row(sample))) += 1;
  }
  const auto samples = static_cast<double>(outputs.rows());
  return {(samples - confusion.trace()) / samples, confusion};
}

}  // namespace

Evaluation evaluate(const Network& network, const Batch& batch) {
  const LayerPass output = forward(network, batch).layers.back();
  Evaluation result = evaluation(batch.loss, output, batch.targets);
  check_finite(Vector{{result.loss}}, "the loss");
  return result;
}

Evaluation evaluation(Loss loss, const LayerPass& output, const Matrix& targets) {
  Evaluation result{losses(loss, output, targets).mean(), {}};
  if (has_classes(loss, targets.cols())) {
    result.classification = classification(loss, output.activation, targets);
  }
  return result;
}

bool has_classes(Loss loss, Index outputs) {
  return loss == Loss::cross_entropy || (loss == Loss::binary_cross_entropy && outputs == 1);
}

Index class_of(Loss loss, const Eigen::Ref<const Eigen::RowVectorXd>& values) {
  if (loss == Loss::binary_cross_entropy) return values(0) >= 0.5 ? 1 : 0;
  const auto is_less = [](double a, double b) {
    return a < b || (std::isnan(b) && !std::isnan(a));
  };
  return std::max_element(values.begin(), values.end(), is_less) - values.begin();
}

}  // namespace dropout
