#include "dropout/averaging/output_distribution.h"

#include "averaging/checks.h"
#include "support/checks.h"

namespace dropout {

Histogram output_distribution(const SubnetworkOutputs& all, Index output, Index bins) {
  check_output_index(all.output.cols(), output);
  check_column_finite(all.output, output, "output");
  return histogram(all.output.col(output), all.probability, bins);
}

}  // namespace dropout
