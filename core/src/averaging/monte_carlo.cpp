#include "dropout/averaging/monte_carlo.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

#include "averaging/checks.h"
#include "dropout/network/forward.h"
#include "dropout/support/limits.h"
#include "network/checks.h"
#include "support/checks.h"
#include "support/refusal.h"
#include "support/running_means.h"

namespace dropout {
namespace {

void check_repeats(Index samples, Index repeats) {
  check_count(samples, 1, max_samples, "samples");
  check_count(repeats, 1, max_repeats, "repeats");
  if (repeats > max_values / samples) {
    refuse("repeats", " × samples must be at most ", max_values, ", got ", repeats, " × ", samples);
  }
}

void check_average(const Network& network, const Average& average) {
  const Index outputs = network.layers.back().weight.rows();
  const auto check = [&](const Vector& values, std::string_view field) {
    check_count(values.size(), outputs, outputs, field, ": the number of entries");
    check_all_finite(values, field);
  };
  check(average.arithmetic_mean, "average.arithmetic_mean");
  check(average.variance, "average.variance");
  check(average.scaled_full_network, "average.scaled_full_network");
  check(average.rounding, "average.rounding");
  const auto check_not_negative = [&](const Vector& values, std::string_view field) {
    for (Index o = 0; o < outputs; ++o) {
      if (values(o) < 0) {
        refuse(concatenated(field, "[", o, "]"), " must be 0 or more, got ", to_text(values(o)));
      }
    }
  };
  check_not_negative(average.variance, "average.variance");
  check_not_negative(average.rounding, "average.rounding");
}

double crossing(double deviation, double scaling_error, double rounding) {
  if (scaling_error > rounding) {
    const double ratio = deviation / scaling_error;
    return ratio * ratio;
  }
  return deviation > rounding ? std::numeric_limits<double>::infinity()
                              : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

SubnetworkOutputs sample_subnetworks(RandomStream& stream, const Network& network,
                                     const Vector& input, Index samples) {
  check_network(network);
  check_input(network, input);
  check_sampled(network, samples);
  const KeepMasks all_masks = sample_keep_masks(stream, network, samples);
  const Index outputs = network.layers.back().weight.rows();
  SubnetworkOutputs result{Vector::Constant(samples, 1 / static_cast<double>(samples)),
                           Matrix(samples, outputs), Matrix(samples, outputs)};
  // Enough rows to amortize a pass, few enough for its activations to stay in the cache.
  constexpr Index batch = 256;
  for (Index first = 0; first < samples; first += batch) {
    const Index rows = std::min(batch, samples - first);
    KeepMasks masks;
    for (const KeepMask& mask : all_masks) masks.push_back(mask.middleRows(first, rows));
    const Matrix inputs = input.transpose().replicate(rows, 1);
    const LayerPass last = forward(network, inputs, masks).layers.back();
    result.pre_activation.middleRows(first, rows) = last.pre_activation;
    result.output.middleRows(first, rows) = last.activation;
  }
  return result;
}

MonteCarlo monte_carlo(RandomStream& stream, const Network& network, const Vector& input,
                       Index samples) {
  const Matrix output = sample_subnetworks(stream, network, input, samples).output;
  MonteCarlo result{running_means(output), Matrix(output.rows(), output.cols())};
  // Welford (1962): the sum of squared distances without cancellation.
  Eigen::RowVectorXd squares = Eigen::RowVectorXd::Zero(output.cols());
  result.standard_error.row(0).setConstant(std::numeric_limits<double>::quiet_NaN());
  for (Index k = 1; k < output.rows(); ++k) {
    const auto to_old_mean = output.row(k) - result.running_mean.row(k - 1);
    const auto to_new_mean = output.row(k) - result.running_mean.row(k);
    squares += to_old_mean.cwiseProduct(to_new_mean);
    const auto count = static_cast<double>(k + 1);
    result.standard_error.row(k) = (squares / ((count - 1) * count)).cwiseSqrt();
  }
  // What was too large once stays so.
  check_finite(result.running_mean.bottomRows(1).transpose(), "the running mean of the outputs");
  check_finite(squares.transpose(), "the variance of the outputs");
  return result;
}

MonteCarloError monte_carlo_error(RandomStream& stream, const Network& network, const Vector& input,
                                  const Average& average, Index output, Index samples,
                                  Index repeats) {
  check_network(network);
  check_average(network, average);
  check_output_index(network.layers.back().weight.rows(), output);
  check_repeats(samples, repeats);
  const double mean = average.arithmetic_mean(output);
  const double deviation = std::sqrt(average.variance(output));
  const double difference = std::abs(average.scaled_full_network(output) - mean);
  check_finite(Vector{{difference}}, "the error of the scaled full network");

  MonteCarloError result{Matrix(repeats, samples), Vector(samples), difference,
                         crossing(deviation, difference, average.rounding(output))};
  for (Index repeat = 0; repeat < repeats; ++repeat) {
    const Matrix all = sample_subnetworks(stream, network, input, samples).output;
    const Matrix means = running_means(all.col(output));
    result.error.row(repeat) = (means.array() - mean).abs().transpose();
    check_finite(result.error.row(repeat).transpose(), "the Monte Carlo error");
  }
  for (Index k = 0; k < samples; ++k) {
    result.expected_error(k) = deviation / std::sqrt(static_cast<double>(k + 1));
  }
  return result;
}

}  // namespace dropout
