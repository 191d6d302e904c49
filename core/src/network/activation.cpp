#include "dropout/network/activation.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "network/activation_functions.h"
#include "support/names.h"
#include "support/vector_functions.h"

namespace dropout {
namespace {

// The C library's functions, to the last digit also near 0.
struct PreciseFunctions {
  static double tanh(double z) { return std::tanh(z); }
  static double sigmoid(double z) {
    // exp of a negative number cannot overflow.
    const double e = std::exp(-std::abs(z));
    return z >= 0 ? 1 / (1 + e) : e / (1 + e);
  }
};

double log_sigmoid(double z) { return std::min(z, 0.0) - std::log1p(std::exp(-std::abs(z))); }

// Not Eigen's exp, whose vectorized version differs from one build to the next.
Matrix exponentials(const Matrix& values) {
  return values.unaryExpr([](double x) { return std::exp(x); });
}

}  // namespace

Activation activation_named(std::string_view name, std::string_view field) {
  return named(activation_names, name, field);
}

std::string_view name_of(Activation activation) { return name_in(activation_names, activation); }

Matrix activate(Activation activation, const Matrix& pre_activation) {
  Matrix values = pre_activation;
  apply_activation<PreciseFunctions>(
      activation, [&](auto function) { replace(values, function); },
      [&] { values = exponentials(log_softmax(pre_activation)); });
  return values;
}

Matrix activation_gradient(Activation activation, const Matrix& pre_activation,
                           const Matrix& activations, const Matrix& gradient) {
  Matrix result = gradient;
  for (Index sample = 0; sample < result.rows(); ++sample) {
    multiply_by_slope<double>(activation, pre_activation.row(sample), activations.row(sample),
                              result.row(sample));
  }
  return result;
}

Matrix log_sigmoid(const Matrix& pre_activation) {
  return pre_activation.unaryExpr([](double z) { return log_sigmoid(z); });
}

Matrix log_softmax(const Matrix& pre_activation) {
  // A row without entries has no largest one.
  if (pre_activation.size() == 0) return pre_activation;
  const Vector largest = pre_activation.rowwise().maxCoeff();
  const Matrix shifted = pre_activation.colwise() - largest;
  // The logarithm of a probability next to 1 is what the others add to the largest exponential, 1.
  Matrix others = exponentials(shifted);
  for (Index row = 0; row < others.rows(); ++row) {
    Index of_largest = 0;
    shifted.row(row).maxCoeff(&of_largest);
    others(row, of_largest) = 0;
  }
  const Vector log_sum =
      others.rowwise().sum().unaryExpr([](double sum) { return std::log1p(sum); });
  return shifted.colwise() - log_sum;
}

}  // namespace dropout
