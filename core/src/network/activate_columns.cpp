#include "network/activate_columns.h"

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
  switch (activation) {
    case Activation::identity:
      return;
    case Activation::relu:
      return replace(pre_activation, [](double z) { return z < 0 ? 0 : z; });
    case Activation::tanh:
      return replace(pre_activation, [](double z) { return 2 * vector_sigmoid(2 * z) - 1; });
    case Activation::sigmoid:
      return replace(pre_activation, [](double z) { return vector_sigmoid(z); });
    case Activation::softmax:
      return softmax_columns(pre_activation);
  }
}

}  // namespace dropout
