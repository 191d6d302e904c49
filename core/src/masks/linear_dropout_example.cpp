#include "dropout/masks/linear_dropout_example.h"

#include "dropout/network/initialization.h"
#include "network/checks.h"

namespace dropout {
namespace {

template <class Scalar>
using MatrixOf = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// One sample of ones: the weights of each row are added up in order, the bias last.
template <class Scalar>
Vector linear_of_ones(const LinearParameters& linear) {
  Vector output(linear.bias.size());
  for (Index o = 0; o < output.size(); ++o) {
    Scalar sum = 0;
    for (const double weight : linear.weight.row(o)) sum += static_cast<Scalar>(weight);
    output(o) = sum + static_cast<Scalar>(linear.bias(o));
  }
  return output;
}

template <class Scalar>
Matrix dropped(const Matrix& output, const KeepMask& keep_mask, double p_drop) {
  // PyTorch divides the mask; at p_drop 1 that is 0, and stays it.
  const auto p_keep = static_cast<Scalar>(p_drop < 1 ? 1 - p_drop : 1);
  const MatrixOf<Scalar> scaled_mask = keep_mask.cast<Scalar>() / p_keep;
  return output.cast<Scalar>().cwiseProduct(scaled_mask).template cast<double>();
}

template <class Scalar>
LinearDropoutExample run(RandomStream& stream, Index inputs, Index outputs, Index samples,
                         double p_drop) {
  const LinearParameters linear = initial_linear(stream, inputs, outputs);
  const Matrix output = linear_of_ones<Scalar>(linear).transpose().replicate(samples, 1);
  const KeepMask keep_mask = sample_keep_mask(stream, p_drop, samples, outputs);
  return {linear.weight, linear.bias, output, keep_mask,
          dropped<Scalar>(output, keep_mask, p_drop)};
}

}  // namespace

LinearDropoutExample linear_dropout_example(RandomStream& stream, Index inputs, Index outputs,
                                            Index samples, double p_drop) {
  check_p_drop(p_drop, "p_drop");
  check_layer_size(inputs, outputs);
  check_mask_size(samples, outputs);
  return stream.generator == Generator::numpy
             ? run<double>(stream, inputs, outputs, samples, p_drop)
             : run<float>(stream, inputs, outputs, samples, p_drop);
}

}  // namespace dropout
