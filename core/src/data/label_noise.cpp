#include "dropout/data/label_noise.h"

#include <cmath>
#include <cstddef>
#include <vector>

#include "dropout/random/permutation.h"
#include "dropout/support/limits.h"
#include "support/refusal.h"

namespace dropout {
namespace {

void check_corrupt_labels(const std::vector<Index>& labels, Index classes, double fraction) {
  check_count(static_cast<Index>(labels.size()), 0, max_samples, "labels",
              ": the number of entries");
  check_count(classes, 2, max_units, "classes");
  check_counts(labels, 0, classes - 1, "labels");
  if (!(fraction >= 0 && fraction <= 1)) {
    refuse("fraction", " must be in [0, 1], got ", to_text(fraction));
  }
}

}  // namespace

std::vector<Index> corrupt_labels(RandomStream& stream, const std::vector<Index>& labels,
                                  Index classes, double fraction) {
  check_corrupt_labels(labels, classes, fraction);
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
