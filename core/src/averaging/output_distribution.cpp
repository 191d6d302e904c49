#include "dropout/averaging/output_distribution.h"

#include <algorithm>

#include "dropout/support/validation.h"

namespace dropout {

OutputDistribution histogram(const Vector& values, const Vector& probability, Index bins) {
  check_bins(bins);
  check_histogram(values, probability);
  check_finite(Vector{{values.maxCoeff() - values.minCoeff()}}, "the spread of the outputs");

  OutputDistribution distribution{Vector::LinSpaced(bins + 1, values.minCoeff(), values.maxCoeff()),
                                  Vector::Zero(bins)};
  const Vector& edges = distribution.edges;
  for (Index s = 0; s < values.size(); ++s) {
    const Index edges_passed =
        std::upper_bound(edges.begin(), edges.end(), values(s)) - edges.begin();
    distribution.probability(std::clamp<Index>(edges_passed - 1, 0, bins - 1)) += probability(s);
  }
  return distribution;
}

OutputDistribution output_distribution(const SubnetworkOutputs& all, Index output, Index bins) {
  check_output_index(all.output.cols(), output);
  check_column_finite(all.output, output, "output");
  return histogram(all.output.col(output), all.probability, bins);
}

}  // namespace dropout
