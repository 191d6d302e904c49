// Generators, seeds, sizes and names from outside: every function that draws either refuses them or
// gives what it promises.
#include <algorithm>
#include <cmath>
#include <vector>

#include "data/checks.h"
#include "dropout/averaging/averages.h"
#include "dropout/data/data_sets.h"
#include "dropout/data/label_noise.h"
#include "dropout/gradients/losses.h"
#include "dropout/masks/dropped_units.h"
#include "dropout/masks/keep_mask.h"
#include "dropout/masks/linear_dropout_example.h"
#include "dropout/masks/scaling.h"
#include "dropout/network/activation.h"
#include "dropout/network/initialization.h"
#include "dropout/random/die_rolls.h"
#include "dropout/random/permutation.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/limits.h"
#include "foreign.h"
#include "masks/checks.h"
#include "network/checks.h"
#include "support/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

// What is allowed, but would keep the fuzzer from trying other things.
constexpr Index max_numbers = 20'000;

void masks(RandomStream& stream, double p_drop, Index samples, Index units) {
  check_mask_size(samples, units);
  if (samples * units > max_numbers || samples > max_numbers) return;
  const KeepMask mask = sample_keep_mask(stream, p_drop, samples, units);
  require(mask.size() == 0 || mask.maxCoeff() <= 1, "masks hold 0 and 1");
  if (p_drop == 0) require(mask.size() == 0 || mask.minCoeff() == 1, "p_drop 0 keeps all");
  require(dropped_unit_counts(mask).sum() == samples, "every mask is counted");
}

void passes(RandomStream& stream, double p_drop, Index inputs, Index outputs, Index samples) {
  check_layer_size(inputs, outputs);
  check_mask_size(samples, outputs);
  if (inputs * outputs > max_numbers || samples * outputs > max_numbers) return;
  const LinearDropoutExample result =
      linear_dropout_example(stream, inputs, outputs, samples, p_drop);
  require_finite(result.output, "outputs");
  require_finite(result.dropped_output, "outputs after dropout");
  require(result.keep_mask.size() == 0 || result.keep_mask.maxCoeff() <= 1, "masks hold 0 and 1");
  require_finite(result.bias, "biases");
  const double bound = 1 / std::sqrt(static_cast<double>(inputs));
  require((result.weight.array().abs() <= bound + 1e-7).all(), "weights are within their bound");
}

void counts(RandomStream& stream, double p_drop, Index units, Index trials) {
  check_trials(units, trials);
  if (units * trials > max_numbers) return;
  const DroppedUnits result = dropped_units(stream, p_drop, units, trials);
  require(result.counts.sum() == trials, "every trial is counted");
  require(std::abs(result.binomial.sum() - 1) < 1e-9, "probabilities add up to 1");
  require((result.binomial.array() >= 0).all(), "no probability is negative");
  require(result.none_kept >= 0 && result.none_kept <= trials, "none_kept is a count");
  require(result.spread.has_value() == (trials > 0), "masks have a spread");
  if (result.spread) {
    const auto [smallest, largest, mean] = *result.spread;
    require(0 <= smallest && smallest <= largest && largest <= units, "the spread is in order");
    require(static_cast<double>(smallest) <= mean && mean <= static_cast<double>(largest),
            "the mean is within the spread");
  }
  const double all_dropped = result.probability_all_dropped;
  require(std::abs(all_dropped - result.binomial(units)) <= 1e-12 * all_dropped + 1e-300,
          "p_drop^units is the binomial's last entry");
  require(result.log10_probability_all_dropped <= 0, "a probability is at most 1");
}

void networks(RandomStream& stream, Foreign& foreign) {
  NetworkShape shape;
  shape.input_p_drop = foreign.p_drop();
  shape.hidden_p_drop = foreign.p_drop();
  shape.widths.resize(static_cast<std::size_t>(foreign.one_of(80)));
  for (Index& width : shape.widths) width = foreign.size(max_units);
  check_network_shape(shape);
  Index weights = 0;
  for (std::size_t i = 1; i < shape.widths.size(); ++i) {
    weights += shape.widths[i - 1] * shape.widths[i];
  }
  // Which finds weights that are not finite, too.
  if (weights <= max_numbers) check_network(initial_network(stream, shape));
}

void scale(RandomStream& stream, Foreign& foreign, double p_drop) {
  const auto rule = static_cast<ScalingRule>(foreign.one_of(7));
  const Vector activations = foreign.vector(foreign.one_of(6));
  const Index samples = foreign.size(max_scaled_samples);
  check_scaling(rule, activations, p_drop, samples);
  if (samples > max_numbers) return;
  const Scaling result = scaling(stream, rule, activations, p_drop, samples);
  require(std::isfinite(result.training_factor) && std::isfinite(result.test_factor),
          "factors are finite");
  require_finite(result.training, "values in training");
  require_finite(result.expected_training, "expected values in training");
  require_finite(result.running_mean, "running means");
  require_finite(result.test, "values at test time");
  if (result.test_samples) require_finite(*result.test_samples, "masked values at test time");
  require(result.training_to_test >= 0, "a ratio is not negative, nor NaN");
}

void data_sets(RandomStream& stream, Foreign& foreign) {
  const auto data = static_cast<PlaneData>(foreign.one_of(4));
  const Index samples = foreign.size(max_generated_samples);
  const double noise = foreign.number();
  check_generated(samples, noise);
  if (samples > max_numbers) return;
  const ClassSamples plane = plane_data(stream, data, samples, noise);
  const Samples wave = wave_data(stream, samples, noise);
  // What is added is bounded: the generator has 53 bits.
  const double bound = 1.5 + 20 * noise;
  require((plane.inputs.array().abs() <= bound).all(), "points are in the plane's part");
  require((wave.inputs.array().abs() <= 1).all(), "inputs of the wave are in [-1, 1]");
  require((wave.targets.array().abs() <= bound).all(), "targets are around the wave");
  require(std::count(plane.classes.begin(), plane.classes.end(), 1) == samples / 2,
          "the classes take turns");
}

void orders(RandomStream& stream, Index samples) {
  check_count(samples, 0, max_samples, "samples");
  if (samples > max_numbers) return;
  std::vector<Index> order = permutation(stream, samples);
  std::sort(order.begin(), order.end());
  for (Index i = 0; i < samples; ++i) {
    require(order[static_cast<std::size_t>(i)] == i, "a permutation has every number once");
  }
}

void label_noise(RandomStream& stream, Foreign& foreign) {
  std::vector<Index> labels(static_cast<std::size_t>(foreign.one_of(40)));
  const Index classes = foreign.size(max_units);
  const double fraction = foreign.once_in(4) ? foreign.number() : foreign.p_drop();
  for (Index& label : labels) label = foreign.once_in(64) ? foreign.size(max_units) : 0;
  const std::vector<Index> noisy = corrupt_labels(stream, labels, classes, fraction);
  double wrong = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    require(noisy[i] >= 0 && noisy[i] < classes, "labels are classes");
    wrong += noisy[i] == labels[i] ? 0 : 1;
  }
  require(std::abs(wrong - fraction * static_cast<double>(labels.size())) <= 0.5,
          "as many labels are wrong as the fraction says");
}

void names(Foreign& foreign) {
  const std::string name = foreign.text();
  const double number = foreign.number();
  const std::uint64_t highest = foreign.bits() >> (11 + foreign.one_of(53));  // exact as a float64
  attempt([&] { generator_named(name, "generator"); });
  attempt([&] { seed_from_digits(Generator::torch, name); });
  attempt([&] {
    const auto seed = static_cast<std::int64_t>(seed_from_number(Generator::torch, number).bits());
    require(static_cast<double>(seed) == number, "seeds of numbers are exact");
  });
  attempt([&] { activation_named(name, "activation"); });
  attempt([&] { averaging_method_named(name, "method"); });
  attempt([&] { loss_named(name, "loss"); });
  attempt([&] { scaling_rule_named(name, "rule"); });
  attempt([&] { plane_data_named(name, "name"); });
  attempt([&] {
    require(whole_number(number, 0, highest, "draws") <= highest, "whole numbers are in range");
  });
}

}  // namespace
}  // namespace dropout

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dropout;
  Foreign foreign(data, size);
  const auto generator = static_cast<Generator>(foreign.one_of(3));
  const std::uint64_t seed = foreign.bits();
  const double p_drop = foreign.p_drop();
  attempt([&] { seeded_stream(generator, seed); });
  RandomStream stream = foreign.stream();
  attempt([&] { masks(stream, p_drop, foreign.size(max_samples), foreign.size(max_values)); });
  attempt([&] {
    passes(stream, p_drop, foreign.size(max_units), foreign.size(max_units),
           foreign.size(max_samples));
  });
  attempt([&] { counts(stream, p_drop, foreign.size(max_units), foreign.size(max_trials)); });
  attempt([&] { networks(stream, foreign); });
  attempt([&] { scale(stream, foreign, p_drop); });
  attempt([&] {
    const Index rolls = foreign.size(max_die_rolls);
    const DieRolls result = die_rolls(stream, foreign.size(max_die_sides), rolls);
    require(result.rolls.size() == rolls, "every roll is there");
    require((result.running_mean.array() >= 1).all() &&
                result.running_mean.maxCoeff() <= 2 * result.expected - 1,
            "a mean is among the sides");
  });
  names(foreign);
  attempt([&] { data_sets(stream, foreign); });
  attempt([&] { orders(stream, foreign.size(max_samples)); });
  attempt([&] { label_noise(stream, foreign); });
  return 0;
}
