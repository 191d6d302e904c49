#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "dropout/averages.h"
#include "dropout/die_rolls.h"
#include "dropout/dropped_units.h"
#include "dropout/forward.h"
#include "dropout/initialization.h"
#include "dropout/keep_mask.h"
#include "dropout/layer_passes.h"
#include "dropout/matrix.h"
#include "dropout/monte_carlo.h"
#include "dropout/network.h"
#include "dropout/output_distribution.h"
#include "dropout/random_stream.h"
#include "dropout/scaling.h"
#include "dropout/subnetworks.h"
#include "dropout/verdicts.h"

/// Between plain JavaScript values and the core's. Embind alone would turn 'x' into NaN and 2.7
/// into 2 without a word; these throw InvalidInput, of kind `type`, instead. Arrays are copied both
/// ways: no view of the module's memory leaves it.
namespace dropout::js {

using emscripten::val;

/// A JavaScript value with the name by which errors call it: "layers[1].weight".
struct Named {
  val value;
  std::string name;
};

/// The member of an object; undefined where it has none.
Named member(const Named& object, std::string_view name);

/// `value` as one option of a call: errors name its members without a prefix.
Named options(const val& value, std::string_view name);

/// Refuses members of other names: a misspelt option must not be taken for one left out.
void check_members(const Named& object, std::initializer_list<std::string_view> allowed);

bool is_given(const Named& value);

double to_number(const Named& value);
std::uint64_t to_whole_number(const Named& value, std::uint64_t lowest, std::uint64_t highest);
std::string to_text(const Named& value);
Vector to_vector(const Named& value);
Matrix to_matrix(const Named& value);
KeepMasks to_keep_masks(const Named& value);
Network to_network(const val& document);
NetworkShape to_network_shape(const Named& value);
RandomStream to_stream(const Named& value);
std::vector<PartialAverage> to_chunks(const Named& value);
Average to_average(const Named& value);

val to_js(const Matrix& values);
val to_js(const Vector& values);
val to_js(const KeepMask& mask);
val to_js(const KeepMasks& masks);
val to_js(const Network& network);
val to_js(const ForwardPass& pass);
val to_js(const LayerPasses& passes);
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
val to_js(const OutputDistribution& distribution);

}  // namespace dropout::js
