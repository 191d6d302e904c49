#pragma once

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
  }
}

}  // namespace dropout
