#include "dropout/masks/scaling.h"

#include <cmath>
#include <string_view>

#include "dropout/masks/keep_mask.h"
#include "dropout/network/network.h"
#include "masks/checks.h"
#include "support/names.h"
#include "support/refusal.h"
#include "support/running_means.h"

namespace dropout {
namespace {

constexpr Names<ScalingRule, 7> scaling_rule_names{{
    {"none", ScalingRule::none},
    {"inverted", ScalingRule::inverted},
    {"paper", ScalingRule::paper},
    {"inverted-by-p-drop", ScalingRule::inverted_by_p_drop},
    {"multiplied-by-p-drop", ScalingRule::multiplied_by_p_drop},
    {"scaled-twice", ScalingRule::scaled_twice},
    {"left-on", ScalingRule::left_on},
}};

void check_scaled(const Vector& activations, double factor) {
  for (Index i = 0; i < activations.size(); ++i) {
    if (!std::isfinite(activations(i) * factor)) {
      refuse(concatenated("activations[", i, "]"), ": ", to_text(activations(i)), " × ",
             to_text(factor),
             " is too large for float64; use smaller activations, or another p_drop");
    }
  }
}

// What a unit's value is multiplied by: where it is kept, and on average over all masks.
struct Factors {
  double kept;
  double expected;
};

// In closed form: p_keep · (1 / p_keep) can round to less than 1.
Factors inverted_factors(double p_drop) { return {kept_scale(p_drop), p_drop < 1 ? 1.0 : 0.0}; }

Factors training_factors(ScalingRule rule, double p_drop) {
  const double p_keep = 1 - p_drop;
  switch (rule) {
    case ScalingRule::none:
    case ScalingRule::paper:
    case ScalingRule::multiplied_by_p_drop:
      return {1, p_keep};
    case ScalingRule::inverted_by_p_drop:
      return {1 / p_drop, p_keep / p_drop};
    case ScalingRule::inverted:
    case ScalingRule::scaled_twice:
    case ScalingRule::left_on:
      break;
  }
  return inverted_factors(p_drop);
}

Factors test_factors(ScalingRule rule, double p_drop) {
  const double p_keep = 1 - p_drop;
  switch (rule) {
    case ScalingRule::paper:
    case ScalingRule::scaled_twice:
      return {p_keep, p_keep};
    case ScalingRule::multiplied_by_p_drop:
      return {p_drop, p_drop};
    case ScalingRule::left_on:
      return inverted_factors(p_drop);
    case ScalingRule::none:
    case ScalingRule::inverted:
    case ScalingRule::inverted_by_p_drop:
      break;
  }
  return {1, 1};
}

}  // namespace

ScalingRule scaling_rule_named(std::string_view name, std::string_view field) {
  return named(scaling_rule_names, name, field);
}

std::string_view name_of(ScalingRule rule) { return name_in(scaling_rule_names, rule); }

Scaling scaling(RandomStream& stream, ScalingRule rule, const Vector& activations, double p_drop,
                Index samples) {
  check_scaling(rule, activations, p_drop, samples);
  p_drop = std::abs(p_drop);  // 0 for -0, by which a quotient would be -Infinity
  const Factors training = training_factors(rule, p_drop);
  const Factors test = test_factors(rule, p_drop);
  check_scaled(activations, training.kept);
  const auto drawn = [&](double factor) -> Matrix {
    const KeepMask mask = sample_keep_mask(stream, p_drop, samples, activations.size());
    return (mask.cast<double>() * factor) * activations.asDiagonal();
  };

  Scaling result;
  result.training_factor = training.kept;
  result.test_factor = test.kept;
  result.masked_at_test = rule == ScalingRule::left_on && p_drop > 0;
  result.expected_training = activations * training.expected;
  result.test = activations * test.expected;
  result.training = drawn(training.kept);
  result.running_mean = running_means(result.training);
  if (result.masked_at_test) result.test_samples = drawn(test.kept);
  result.training_to_test =
      training.expected == test.expected ? 1 : training.expected / test.expected;
  result.is_correct = result.training_to_test == 1 && !result.masked_at_test;
  return result;
}

}  // namespace dropout
