#include "data/checks.h"

#include "dropout/support/limits.h"
#include "support/refusal.h"

namespace dropout {

void check_generated(Index samples, double noise) {
  check_count(samples, 1, max_generated_samples, "samples");
  if (!(noise >= 0 && noise <= max_noise)) {
    refuse("noise", " must be in [0, ", to_text(max_noise), "], got ", to_text(noise));
  }
}

}  // namespace dropout
