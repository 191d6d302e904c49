#include <algorithm>
#include <cmath>

#include "averaging/moments.h"
#include "network/activate_columns.h"
#include "support/vector_functions.h"

namespace dropout {
namespace {

// Of σ(scale z). The smaller of the two is a sigmoid of a negative number, and the other what it
// leaves of 1: one exponential for both.
template <class Sigmoid>
Shares logistic_shares(const Matrix& pre_activation, double scale, Sigmoid sigmoid) {
  Shares result{pre_activation, pre_activation};
  const double* const z = pre_activation.data();
  double* const share = result.share.data();
  double* const complement = result.complement.data();
  for (Index i = 0; i < pre_activation.size(); ++i) {
    const double smaller = sigmoid(-std::abs(scale * z[i]));
    const double larger = 1 - smaller;
    share[i] = z[i] < 0 ? smaller : larger;
    complement[i] = z[i] < 0 ? larger : smaller;
  }
  return result;
}

Shares logistic_shares(const Matrix& pre_activation, double scale) {
  const bool is_in_range = scale * pre_activation.cwiseAbs().maxCoeff() <= 708;
  if (!is_in_range) return logistic_shares(pre_activation, scale, whole_range_sigmoid);
  return logistic_shares(pre_activation, scale, [](double z) { return vector_sigmoid(z); });
}

// Only the largest share of a subnetwork can be near 1. What it leaves are all others.
Shares softmax_shares(const Matrix& pre_activation) {
  Shares result{pre_activation, {}};
  activate_columns(Activation::softmax, result.share);
  const Eigen::RowVectorXd largest = result.share.colwise().maxCoeff();
  result.complement = 1 - result.share.array();
  for (Index column = 0; column < pre_activation.cols(); ++column) {
    for (Index c = 0; c < pre_activation.rows(); ++c) {
      if (result.share(c, column) != largest(column) || largest(column) <= 0.5) continue;
      double others = 0;
      for (Index other = 0; other < pre_activation.rows(); ++other) {
        if (other != c) others += result.share(other, column);
      }
      result.complement(c, column) = others;
    }
  }
  return result;
}

}  // namespace

Shares output_shares(Activation activation, const Matrix& pre_activation) {
  switch (activation) {
    case Activation::sigmoid:
      return logistic_shares(pre_activation, 1);
    case Activation::tanh:
      return logistic_shares(pre_activation, 2);  // (1 + tanh z) / 2 = σ(2z)
    case Activation::softmax:
      return softmax_shares(pre_activation);
    default:
      break;
  }
  Matrix output = pre_activation;
  activate_columns(activation, output);
  return {output, -output};
}

}  // namespace dropout
