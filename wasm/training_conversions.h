#pragma once

#include "conversions.h"
#include "dropout/averaging/output_spread.h"
#include "dropout/data/samples.h"
#include "dropout/training/activation_histogram.h"
#include "dropout/training/evaluation.h"
#include "dropout/training/monte_carlo_evaluation.h"
#include "dropout/training/training.h"
#include "values.h"

/// As conversions.h, of what concerns training.
namespace dropout::js {

Samples to_samples(const Network& network, const Named& value, Loss loss);
TrainingOptions to_training_options(const Named& value);

val to_js(const ClassSamples& samples);
val to_js(const Samples& samples);
val to_js(const Evaluation& evaluation);
val to_js(const TrainingBatch& batch);
val to_js(const TrainingState& state);
val to_js(const ActivationHistogram& histogram);
val to_js(const MonteCarloEvaluation& evaluation);
val to_js(const OutputSpread& spread);

}  // namespace dropout::js
