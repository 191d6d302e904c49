#include "averaging/chunk_checks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

#include "averaging/moments.h"
#include "network/activation_functions.h"
#include "support/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

// Of averages, relative to what is averaged: more than they can round.
constexpr double rounding = 1e-9;
// Exponentials below this are taken for others as small.
constexpr double smallest = 1e-300;

// What averages can be at least and at most.
struct Limits {
  Vector least;
  Vector most;
};

Limits widened(const Vector& least, const Vector& most) {
  const auto slack = [](double value) {
    return value == 0 ? 0 : rounding * std::abs(value) + smallest;
  };
  return {least.unaryExpr([&](double value) { return value - slack(value); }),
          most.unaryExpr([&](double value) { return value + slack(value); })};
}

struct ChunkLimits {
  double sum;  // of a mean and its complement: of shares 1, and 0 where outputs are not bounded
  Limits mean;
  Limits complement;
  Limits pre_activation;
};

ChunkLimits limits_of(const AveragingPlan& plan) {
  const Activation activation = plan.network.stages.back().activation;
  Intervals z = plan.pre_activation;
  const Limits pre_activation = widened(z.low, z.high);
  if (activation == Activation::softmax) {
    const Limits any = widened(Vector::Zero(z.low.size()), Vector::Ones(z.low.size()));
    return {1, any, any, pre_activation};
  }
  move_to_extremes(activation, z);
  const Shares low = output_shares(activation, z.low);
  const Shares high = output_shares(activation, z.high);
  return {traits_of(activation).is_bounded ? 1.0 : 0.0, widened(low.share, high.share),
          widened(high.complement, low.complement), pre_activation};
}

// In six digits, where these are not all that float64 has.
std::string short_text(double value) {
  const double size = std::abs(value);
  if (!(size >= 1e-6 && size < 1e6)) return to_text(value);
  double scale = 1;
  while (size * scale < 1e5) scale *= 10;
  return to_text(std::round(value * scale) / scale);
}

void check_between(double value, double least, double most, const std::string& field) {
  if (value >= least && value <= most) return;
  refuse(field, " must be from ", short_text(least), " to ", short_text(most),
         ", as this network's is, got ", short_text(value));
}

void check_within(const Vector& values, const Limits& limits, const std::string& field) {
  for (Index o = 0; o < values.size(); ++o) {
    check_between(values(o), limits.least(o), limits.most(o), concatenated(field, "[", o, "]"));
  }
}

void check_chunk(const PartialAverage& chunk, const ChunkLimits& limits, const std::string& row) {
  const Index outputs = limits.mean.least.size();
  const auto check = [&](const Vector& values, std::string_view name) {
    const std::string field = concatenated(row, name);
    check_count(values.size(), outputs, outputs, field, ": the number of outputs");
    check_all_finite(values, field);
  };
  check(chunk.mean, ".mean");
  check(chunk.complement, ".complement");
  check(chunk.squared_distance, ".squared_distance");
  check(chunk.mean_pre_activation, ".mean_pre_activation");
  check_between(chunk.weight, 0, 1 + rounding, concatenated(row, ".weight"));
  // Of no weight, nothing is averaged.
  if (chunk.weight == 0) return;
  check_within(chunk.mean, limits.mean, concatenated(row, ".mean"));
  check_within(chunk.complement, limits.complement, concatenated(row, ".complement"));
  check_within(chunk.mean_pre_activation, limits.pre_activation,
               concatenated(row, ".mean_pre_activation"));
  // Bhatia & Davis, "A better bound on the variance" (2000): of numbers in [a, b] with mean m it is
  // at most (b - m)(m - a).
  const Vector above = (chunk.mean - limits.mean.least).cwiseMax(0.0);
  const Vector below = (chunk.complement - limits.complement.least).cwiseMax(0.0);
  check_within(chunk.squared_distance,
               {Vector::Zero(outputs), chunk.weight * (1 + rounding) * above.cwiseProduct(below)},
               concatenated(row, ".squared_distance"));
  for (Index o = 0; o < outputs; ++o) {
    const double sum = chunk.mean(o) + chunk.complement(o);
    if (std::abs(sum - limits.sum) > rounding * std::max(limits.sum, std::abs(chunk.mean(o)))) {
      refuse(concatenated(row, ".mean[", o, "] + .complement[", o, "]"), " must be ",
             to_text(limits.sum), ", got ", short_text(sum));
    }
  }
}

}  // namespace

void check_chunks(const AveragingPlan& plan, Index expected,
                  const std::vector<PartialAverage>& chunks) {
  check_count(static_cast<Index>(chunks.size()), expected, expected, "partial_sums",
              ": the number of rows");
  const ChunkLimits limits = limits_of(plan);
  double weight = 0;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    check_chunk(chunks[i], limits, indexed("partial_sums", i));
    weight += chunks[i].weight;
  }
  if (!(std::abs(weight - 1) <= rounding)) {
    refuse("partial_sums", ": the sum of all weights must be 1, got ", short_text(weight));
  }
}

}  // namespace dropout
