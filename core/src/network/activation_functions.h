#pragma once

#include <Eigen/Core>
#include <limits>

#include "dropout/network/activation.h"
#include "support/vector_functions.h"

/// What the activations are, unit by unit: for every kind of number and order of values. A softmax
/// depends on how a sample's values are stored, and is passed in.
namespace dropout {

/// Functions that loops vectorize: a tanh has an error of some 1e-16, also near 0.
struct VectorFunctions {
  static double tanh(double z) { return 2 * vector_sigmoid(2 * z) - 1; }
  static double sigmoid(double z) { return vector_sigmoid(z); }
};

/// z Φ(z), and its slope. Once in the module for the page, whose download counts.
[[gnu::noinline]] double gelu(double z);
[[gnu::noinline]] double gelu_slope(double z);

/// Calls each(f) with the function f that replaces each value, or softmax().
template <class Functions, class Each, class Softmax>
void apply_activation(Activation activation, Each each, Softmax softmax) {
  switch (activation) {
    case Activation::identity:
      return;
    case Activation::relu:
      return each([](auto z) { return z < 0 ? 0 : z; });
    case Activation::tanh:
      return each([](double z) { return Functions::tanh(z); });
    case Activation::sigmoid:
      return each([](double z) { return Functions::sigmoid(z); });
    case Activation::softmax:
      return softmax();
    case Activation::gelu:
      return each([](double z) { return gelu(z); });
  }
}

/// One sample's values.
template <class Number>
using Row = Eigen::Matrix<Number, 1, Eigen::Dynamic>;

/// Turns the gradient by one sample's activations into the gradient by its pre-activations z, of
/// which `activations` were made. For float and double.
template <class Number>
void multiply_by_slope(Activation activation, const Eigen::Ref<const Row<Number>>& z,
                       const Eigen::Ref<const Row<Number>>& activations,
                       Eigen::Ref<Row<Number>> gradient);

/// What averages, bounds and backpropagation need to know of an activation f.
struct ActivationTraits {
  bool is_linear = false;     ///< f(z) = z
  bool is_exact = false;      ///< computing it rounds nothing
  bool is_0_at_0 = false;     ///< f(0) = 0, and |f(z)| <= |z|
  bool is_flat_at_0 = false;  ///< the slope is 0 wherever f is: such units need no gradient
  bool is_bounded = false;    ///< |f| <= 1
  float max_slope = 1;        ///< of |f'|; of a softmax, by each z
  /// f falls from 0 until there and grows from there on; -infinity where f only grows.
  float turn = -std::numeric_limits<float>::infinity();
};

const ActivationTraits& traits_of(Activation activation);

}  // namespace dropout
