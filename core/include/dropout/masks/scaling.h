#pragma once

#include <optional>
#include <string_view>

#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// How a layer's values are scaled so that the next layer receives, at test time, what it received
/// on average in training. p_keep is 1 - p_drop.
enum class ScalingRule {
  none,                  ///< not at all, which is wrong
  inverted,              ///< kept values / p_keep in training, as PyTorch does
  paper,                 ///< all values × p_keep at test time: Srivastava et al. (2014)
  inverted_by_p_drop,    ///< wrong: kept values / p_drop in training
  multiplied_by_p_drop,  ///< wrong: all values × p_drop at test time
  scaled_twice,          ///< wrong: both `inverted` and `paper`
  left_on,               ///< wrong: `inverted`, and units are dropped at test time, too
};

/// The one that JavaScript calls by this name: such as "inverted-by-p-drop". Other names throw
/// InvalidInput naming `field`.
ScalingRule scaling_rule_named(std::string_view name, std::string_view field);

/// The name by which JavaScript calls it.
std::string_view name_of(ScalingRule rule);

/// What a rule makes of the values of a layer's units.
struct Scaling {
  double training_factor;    ///< what a kept value is multiplied by in training, see kept_scale
  double test_factor;        ///< the same at test time, where all are kept unless masked_at_test
  bool masked_at_test;       ///< whether units are dropped at test time: `left_on`, p_drop above 0
  Vector expected_training;  ///< units: exact, over all masks
  Vector test;               ///< units: exact; over all masks, where masked_at_test
  Matrix training;           ///< samples × units: masked and scaled
  Matrix running_mean;       ///< samples × units: row k - 1 is the mean of the first k samples
  std::optional<Matrix> test_samples;  ///< samples × units, where masked_at_test
  /// expected_training / test, the same for each unit. 1 if the rule is right; also where one that
  /// is wrong happens to be right, as at p_drop 0.5, and where both are 0. Infinite where only
  /// `test` is 0; 0 where p_drop is 1 and nothing is left that a factor could scale.
  double training_to_test;
  bool is_correct;  ///< whether training_to_test is 1 and masked_at_test false
};

/// The masks are those of sample_keep_mask, first of all samples in training, then of those at test
/// time. `activations` are 1 to max_units numbers, `samples` is 1 to max_scaled_samples,
/// p_drop in [0, 1], or in (0, 1] where it is divided by. Throws InvalidInput.
Scaling scaling(RandomStream& stream, ScalingRule rule, const Vector& activations, double p_drop,
                Index samples);

}  // namespace dropout
