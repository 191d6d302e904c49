#pragma once

#include "dropout/masks/keep_mask.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// A freshly drawn layer run on samples of ones, without and with dropout.
struct LinearDropoutExample {
  Matrix weight;          ///< outputs × inputs
  Vector bias;            ///< outputs
  Matrix output;          ///< samples × outputs, without dropout
  KeepMask keep_mask;     ///< samples × outputs
  Matrix dropped_output;  ///< samples × outputs, with inverted dropout
};

/// What these lines compute, number for number, with a stream just seeded (for NumPy, the same with
/// `np.random.uniform` and `np.random.binomial`, in float64):
///
///     torch.manual_seed(seed)
///     layer = nn.Linear(inputs, outputs)
///     output = layer(torch.ones(samples, inputs))
///     dropped_output = nn.Dropout(p_drop)(output)
///
/// PyTorch's values are float32, and computed as such. Throws InvalidInput.
LinearDropoutExample linear_dropout_example(RandomStream& stream, Index inputs, Index outputs,
                                            Index samples, double p_drop);

}  // namespace dropout
