#include "dropout/averaging/output_spread.h"

#include <algorithm>
#include <cmath>

#include "dropout/averaging/monte_carlo.h"
#include "dropout/support/limits.h"
#include "network/checks.h"
#include "support/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

void check_spread(const Matrix& outputs) {
  check_count(outputs.rows(), 1, max_samples, "outputs", ": the number of rows");
  check_count(outputs.cols(), 1, max_units, "outputs", ": the number of columns");
  check_all_finite(outputs, "outputs");
}

constexpr double lower_tail = 0.05;

// NumPy's default method, number 7 of Hyndman and Fan (1996).
double quantile(const Vector& ascending, double fraction) {
  const double place = fraction * static_cast<double>(ascending.size() - 1);
  const auto below = static_cast<Index>(std::floor(place));
  const Index above = std::min(below + 1, ascending.size() - 1);
  return std::lerp(ascending(below), ascending(above), place - static_cast<double>(below));
}

Vector votes_of(const Matrix& outputs) {
  Vector votes = Vector::Zero(outputs.cols());
  for (Index network = 0; network < outputs.rows(); ++network) {
    Index largest = 0;
    outputs.row(network).maxCoeff(&largest);
    votes(largest) += 1;
  }
  return votes;
}

}  // namespace

OutputSpread output_spread(const Matrix& outputs) {
  check_spread(outputs);
  const Index columns = outputs.cols();
  OutputSpread spread{outputs.colwise().mean(), Vector(columns), Vector(columns),
                      votes_of(outputs)};
  check_finite(spread.mean, "the mean of the outputs");
  for (Index output = 0; output < columns; ++output) {
    Vector values = outputs.col(output);
    std::sort(values.begin(), values.end());
    spread.low(output) = quantile(values, lower_tail);
    spread.high(output) = quantile(values, 1 - lower_tail);
  }
  return spread;
}

Matrix sampled_votes(RandomStream& stream, const Network& network, const Matrix& inputs,
                     Index subnetworks) {
  check_network(network);
  check_inputs(network, inputs);
  Matrix votes(inputs.rows(), network.layers.back().weight.rows());
  for (Index sample = 0; sample < inputs.rows(); ++sample) {
    const Vector input = inputs.row(sample);
    votes.row(sample) = votes_of(sample_subnetworks(stream, network, input, subnetworks).output);
  }
  return votes;
}

}  // namespace dropout
