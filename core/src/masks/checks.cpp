#include "masks/checks.h"

#include "dropout/support/limits.h"
#include "network/checks.h"
#include "support/checks.h"
#include "support/refusal.h"

namespace dropout {

void check_binomial_units(Index units) { check_count(units, 0, max_binomial_units, "units"); }

void check_trials(Index units, Index trials) {
  check_count(units, 1, max_units, "units");
  check_count(trials, 0, max_trials, "trials");
}

void check_scaling(ScalingRule rule, const Vector& activations, double p_drop, Index samples) {
  check_p_drop(p_drop, "p_drop");
  if (rule == ScalingRule::inverted_by_p_drop && p_drop == 0) {
    refuse("p_drop", " must be in (0, 1] where \"", name_of(rule), "\" divides by it, got ",
           to_text(p_drop));
  }
  check_count(activations.size(), 1, max_units, "activations", ": the number of entries");
  check_all_finite(activations, "activations");
  check_count(samples, 1, max_scaled_samples, "samples");
  if (activations.size() > max_values / samples) {
    refuse("samples", " × activations must be at most ", max_values, ", got ", samples, " × ",
           activations.size());
  }
}

}  // namespace dropout
