#include "dropout/support/histogram.h"

#include <algorithm>

#include "dropout/support/limits.h"
#include "support/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

void check_histogram(const Vector& values, const Vector& probability) {
  check_count(values.size(), 1, max_values, "values", ": the number of entries");
  check_count(probability.size(), values.size(), values.size(), "probability",
              ": the number of entries");
  check_all_finite(values, "values");
  check_all_probabilities(probability, "probability");
}

}  // namespace

Histogram histogram(const Vector& values, const Vector& probability, Index bins) {
  check_bins(bins);
  check_histogram(values, probability);
  check_finite(Vector{{values.maxCoeff() - values.minCoeff()}}, "the spread of the outputs");

  Histogram result{Vector::LinSpaced(bins + 1, values.minCoeff(), values.maxCoeff()),
                   Vector::Zero(bins)};
  const Vector& edges = result.edges;
  for (Index s = 0; s < values.size(); ++s) {
    const Index edges_passed =
        std::upper_bound(edges.begin(), edges.end(), values(s)) - edges.begin();
    result.probability(std::clamp<Index>(edges_passed - 1, 0, bins - 1)) += probability(s);
  }
  return result;
}

}  // namespace dropout
