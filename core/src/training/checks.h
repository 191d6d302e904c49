#pragma once

#include "dropout/data/samples.h"
#include "dropout/gradients/batch.h"
#include "dropout/network/network.h"
#include "dropout/support/matrix.h"
#include "dropout/training/training.h"

/// Checks of what networks are trained with. Each throws InvalidInput, which names the field, the
/// value and what is allowed.
namespace dropout {

void check_training(const Network& network, const Samples& training, const Samples& test,
                    const TrainingOptions& options);

/// `has_diverged` after `made` updates.
void check_updates(Index updates, bool has_diverged, Index made);

void check_monte_carlo_evaluation(const Network& network, const Batch& batch, Index subnetworks);

}  // namespace dropout
