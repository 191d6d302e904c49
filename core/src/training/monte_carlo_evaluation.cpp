#include "dropout/training/monte_carlo_evaluation.h"

#include "dropout/support/limits.h"
#include "dropout/training/evaluation.h"
#include "support/checks.h"
#include "support/refusal.h"
#include "training/checks.h"
#include "training/float32_network.h"

namespace dropout {
namespace {

void check_float32_outputs(const Float32Matrix& outputs) {
  if (!outputs.allFinite()) {
    refuse("network", ": its outputs are too large for float32; use smaller weights or inputs");
  }
}

void check_runs(const Matrix& error) {
  check_count(error.rows(), 1, max_repeats, "error", ": the number of rows");
  check_all_probabilities(error, "error");
}

}  // namespace

Vector monte_carlo_errors(RandomStream& stream, const Network& network, const Batch& batch,
                          Index subnetworks) {
  check_monte_carlo_evaluation(network, batch, subnetworks);
  const Float32Network small = to_float32(network);
  Vector wrong = Vector::Zero(subnetworks);
  for (Index sample = 0; sample < batch.inputs.rows(); ++sample) {
    const KeepMasks masks = sample_keep_masks(stream, small, subnetworks);
    const Float32Matrix inputs = batch.inputs.row(sample).cast<float>().replicate(subnetworks, 1);
    const Float32Matrix outputs = forward(small, inputs, masks).activations.back();
    check_float32_outputs(outputs);
    const Index label = class_of(batch.loss, batch.targets.row(sample));
    Eigen::RowVectorXd sum = Eigen::RowVectorXd::Zero(outputs.cols());
    for (Index k = 0; k < subnetworks; ++k) {
      sum += outputs.row(k).cast<double>();
      const bool is_right = class_of(batch.loss, sum / static_cast<double>(k + 1)) == label;
      wrong(k) += is_right ? 0 : 1;
    }
  }
  return wrong / static_cast<double>(batch.inputs.rows());
}

MonteCarloEvaluation monte_carlo_evaluation(const Network& network, const Batch& batch,
                                            const Matrix& error) {
  check_monte_carlo_evaluation(network, batch, error.cols());
  check_runs(error);
  const auto runs = static_cast<double>(error.rows());
  const Eigen::RowVectorXd mean = error.colwise().mean();
  const Eigen::RowVectorXd squares = (error.rowwise() - mean).cwiseAbs2().colwise().sum();
  return {error, mean, (squares / (runs - 1)).cwiseSqrt(),
          evaluate(network, batch).classification->error};
}

}  // namespace dropout
