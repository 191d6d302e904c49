#include "dropout/data/label_noise.h"

#include <cmath>

#include "dropout/random/permutation.h"
#include "dropout/support/training_validation.h"

namespace dropout {

std::vector<Index> wrong_labels(RandomStream& stream, const std::vector<Index>& labels,
                                Index classes, double fraction) {
  check_wrong_labels(labels, classes, fraction);
  const auto samples = static_cast<Index>(labels.size());
  const std::vector<Index> order = permutation(stream, samples);
  const auto wrong = static_cast<std::size_t>(std::round(fraction * static_cast<double>(samples)));
  std::vector<Index> result = labels;
  for (std::size_t i = 0; i < wrong; ++i) {
    Index& label = result[static_cast<std::size_t>(order[i])];
    const auto others = static_cast<double>(classes - 1);
    const auto other = static_cast<Index>(std::floor(others * uniform_float64(stream)));
    label = other < label ? other : other + 1;
  }
  return result;
}

}  // namespace dropout
