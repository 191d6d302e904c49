#pragma once

#include <vector>

#include "dropout/averaging/averages.h"
#include "dropout/averaging/monte_carlo.h"
#include "dropout/averaging/output_distribution.h"
#include "dropout/averaging/subnetworks.h"
#include "dropout/averaging/verdicts.h"
#include "dropout/gradients/batch.h"
#include "dropout/gradients/gradients.h"
#include "dropout/gradients/numerical_gradient.h"
#include "dropout/masks/dropped_units.h"
#include "dropout/masks/keep_mask.h"
#include "dropout/masks/linear_dropout_example.h"
#include "dropout/masks/scaling.h"
#include "dropout/network/forward.h"
#include "dropout/network/initialization.h"
#include "dropout/network/network.h"
#include "dropout/random/die_rolls.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"
#include "values.h"

/// Between plain JavaScript values and the core's. See values.h.
namespace dropout::js {

KeepMasks to_keep_masks(const Named& value);
Network to_network(const val& document);
NetworkShape to_network_shape(const Named& value);
RandomStream to_stream(const Named& value);
std::vector<PartialAverage> to_chunks(const Named& value);
Average to_average(const Named& value);

/// One row for each sample, one column for each input of the network.
Matrix to_inputs(const Network& network, const Named& value);

/// One row for each sample; or, for cross_entropy, the class of each.
Matrix to_targets(const Network& network, const Named& value, Loss loss);
Batch to_batch(const Network& network, const Named& value);
Parameter to_parameter(const Named& value);

/// Of gradients that a step of gradient descent needs: those of the mean loss.
Gradients to_mean_gradients(const Named& value);

val to_js(const KeepMasks& masks);
val to_js(const Network& network);
val to_js(const ForwardPass& pass);
val to_js(const LinearDropoutExample& passes);
val to_js(const AveragePlan& plan);
val to_js(const std::vector<PartialAverage>& chunks);
val to_js(const Average& average);
val to_js(const MonteCarlo& estimate);
val to_js(const MonteCarloError& error);
val to_js(const DroppedUnits& dropped);
val to_js(const Scaling& scaling);
val to_js(const DieRolls& rolls);
val to_js(const Verdicts& verdicts);
val to_js(const Subnetworks& subnetworks, const SubnetworkOutputs& outputs);
val to_js(const Histogram& distribution);
val to_js(const Gradients& gradients);
val to_js(const NumericalGradient& gradient);

}  // namespace dropout::js
