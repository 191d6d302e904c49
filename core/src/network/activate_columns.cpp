#include "network/activate_columns.h"

#include "network/activation_functions.h"
#include "support/vector_functions.h"

namespace dropout {
namespace {

void softmax_columns(Matrix& z) {
  const Eigen::RowVectorXd largest = z.colwise().maxCoeff();
  z.rowwise() -= largest;
  exponentiate(z);
  const Eigen::RowVectorXd reciprocal = z.colwise().sum().cwiseInverse();
  z.array().rowwise() *= reciprocal.array();
}

}  // namespace

void activate_columns(Activation activation, Matrix& pre_activation) {
  if (activation == Activation::sigmoid && leaves_range(pre_activation)) {
    return replace(pre_activation, whole_range_sigmoid);
  }
  apply_activation<VectorFunctions>(
      activation, [&](auto function) { replace(pre_activation, function); },
      [&] { softmax_columns(pre_activation); });
}

}  // namespace dropout
