#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "averaging/checks.h"
#include "dropout/averaging/averages.h"
#include "dropout/averaging/subnetworks.h"
#include "dropout/averaging/verdicts.h"
#include "dropout/data/data_sets.h"
#include "dropout/gradients/batch.h"
#include "dropout/gradients/descent.h"
#include "dropout/gradients/gradients.h"
#include "dropout/gradients/losses.h"
#include "dropout/gradients/numerical_gradient.h"
#include "dropout/masks/dropped_units.h"
#include "dropout/masks/linear_dropout_example.h"
#include "dropout/masks/scaling.h"
#include "dropout/network/activation.h"
#include "dropout/network/forward.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/invalid_input.h"
#include "dropout/support/limits.h"
#include "masks/checks.h"
#include "network/checks.h"
#include "support.h"
#include "support/checks.h"
#include "support/refusal.h"

namespace dropout {
namespace {

const double just_below_1 = std::nextafter(1, 0);
const double just_above_1 = std::nextafter(1, 2);

// 2 inputs, 3 hidden units, 1 output.
Network example_network() {
  return random_network({.widths = {2, 3, 1}, .input_p_drop = 0.2, .hidden_p_drop = 0.8}, 1);
}

TEST(Validation, OfPDrop) {
  const auto refused = [](double p_drop, const std::string& printed) {
    expect_refused([=] { check_p_drop(p_drop, "layers[1].p_drop"); },
                   "layers[1].p_drop must be in [0, 1], got " + printed);
  };
  refused(nan, "NaN");
  refused(infinity, "Infinity");
  refused(-infinity, "-Infinity");
  refused(just_above_1, "1.0000000000000002");
  refused(-0.25, "-0.25");
  refused(-1e-300, "-1e-300");
  refused(1e300, "1e+300");
  for (const double p_drop : {0.0, -0.0, 5e-324, 0.2, 0.8, just_below_1, 1.0}) {
    EXPECT_NO_THROW(check_p_drop(p_drop, "p_drop")) << p_drop;
  }
}

TEST(Validation, NeverPrintsARefusedNumberAsAnAllowedOne) {
  const auto printed = [](const auto& check, double value) {
    try {
      check(value);
    } catch (const InvalidInput& invalid) {
      const std::string message = invalid.what();
      return std::strtod(message.substr(message.rfind(' ')).c_str(), nullptr);
    }
    return nan;
  };
  const auto check_probability = [](double value) { check_p_drop(value, "p_drop"); };
  for (const double p_drop : {just_above_1, 1 + 1e-9, -5e-324, -1e-9, -1e-17, 1e300}) {
    EXPECT_EQ(printed(check_probability, p_drop), p_drop);
  }
  const auto check_count = [](double value) { whole_number(value, 1, 100'000'000, "units"); };
  for (const double count : {1.5, 1234567.25, 99'999'999.5, 100'000'001.0, std::nextafter(7, 8),
                             std::nextafter(1, 0), 1e300, 1e16, 123456789012345678.0}) {
    EXPECT_EQ(printed(check_count, count), count);
  }
}

TEST(Validation, OfMaskSizes) {
  EXPECT_NO_THROW(check_mask_size(0, 0));
  EXPECT_NO_THROW(check_mask_size(0, max_values));
  EXPECT_NO_THROW(check_mask_size(5000, 4000));
  expect_refused([] { check_mask_size(-1, 2); },
                 "samples must be a whole number from 0 to 1000000, got -1");
  expect_refused([] { check_mask_size(2, 20'000'001); },
                 "units must be a whole number from 0 to 20000000, got 20000001");
  expect_refused([] { check_mask_size(5000, 4001); },
                 "samples × units must be at most 20000000, got 5000 × 4001");
}

TEST(Validation, OfLayerSizes) {
  EXPECT_NO_THROW(check_layer_size(1, 4096));
  EXPECT_NO_THROW(check_layer_size(4096, 1));
  expect_refused([] { check_layer_size(0, 1); },
                 "inputs must be a whole number from 1 to 4096, got 0");
  expect_refused([] { check_layer_size(1, 4097); },
                 "outputs must be a whole number from 1 to 4096, got 4097");
}

TEST(Validation, OfNetworkShapes) {
  EXPECT_NO_THROW(check_network_shape({.widths = std::vector<Index>(65, 1)}));
  EXPECT_NO_THROW(check_network_shape(
      {.widths = {1, 4096}, .input_p_drop = just_below_1, .hidden_p_drop = just_below_1}));
  expect_refused([] { check_network_shape({.widths = {3}}); },
                 "widths: the number of entries must be a whole number from 2 to 65, got 1");
  expect_refused([] { check_network_shape({.widths = std::vector<Index>(66, 1)}); },
                 "widths: the number of entries must be a whole number from 2 to 65, got 66");
  expect_refused([] { check_network_shape({.widths = {3, 0, 1}}); },
                 "widths[1] must be a whole number from 1 to 4096, got 0");
  expect_refused([] { check_network_shape({.widths = {3, 1}, .input_p_drop = 1.5}); },
                 "input_p_drop must be in [0, 1], got 1.5");
  expect_refused([] { check_network_shape({.widths = {3, 1}, .hidden_p_drop = -0.5}); },
                 "hidden_p_drop must be in [0, 1], got -0.5");
}

TEST(Validation, OfNetworks) {
  const auto refused = [](const auto& spoil, const std::string& message) {
    Network network = example_network();
    spoil(network);
    expect_refused([&] { check_network(network); }, message);
  };
  EXPECT_NO_THROW(check_network(example_network()));
  refused([](Network& network) { network.layers.clear(); },
          "layers: the number of entries must be a whole number from 1 to 64, got 0");
  refused([](Network& network) { network.layers.resize(65); },
          "layers: the number of entries must be a whole number from 1 to 64, got 65");
  refused([](Network& network) { network.input_p_drop = nan; },
          "input_p_drop must be in [0, 1], got NaN");
  refused([](Network& network) { network.layers[0].p_drop = 2; },
          "layers[0].p_drop must be in [0, 1], got 2");
  refused([](Network& network) { network.layers[1].p_drop = 0.2; },
          "layers[1].p_drop must be 0 in the last layer, whose units are the outputs, got 0.2");
  refused([](Network& network) { network.layers[0].weight.resize(0, 2); },
          "layers[0].weight: the number of rows must be a whole number from 1 to 4096, got 0");
  refused(
      [](Network& network) { network.layers[0].weight.resize(3, 4097); },
      "layers[0].weight: the number of columns must be a whole number from 1 to 4096, got 4097");
  refused([](Network& network) { network.layers[1].weight = Matrix::Ones(1, 1); },
          "layers[1].weight: 1 column, but layer 0 has 3 units");
  refused([](Network& network) { network.layers[1].bias = Vector::Ones(2); },
          "layers[1].bias: 2 numbers, but the weight has 1 row");
  refused([](Network& network) { network.layers[0].weight(2, 1) = nan; },
          "layers[0].weight[2][1] must be finite, got NaN");
  refused([](Network& network) { network.layers[1].bias(0) = -infinity; },
          "layers[1].bias[0] must be finite, got -Infinity");
}

TEST(Validation, OfInputs) {
  const Network network = example_network();
  EXPECT_NO_THROW(check_inputs(network, Matrix::Ones(3, 2)));
  EXPECT_NO_THROW(check_input(network, Vector::Ones(2)));
  expect_refused([&] { check_inputs(network, Matrix::Ones(3, 1)); },
                 "inputs: 1 number in each sample, but the network has 2 inputs");
  expect_refused([&] { check_inputs(network, Matrix{{1, 2}, {nan, 3}}); },
                 "inputs[1][0] must be finite, got NaN");
  expect_refused([&] { check_input(network, Vector::Ones(3)); },
                 "input: 3 numbers, but the network has 2 inputs");
  expect_refused([&] { check_input(network, Vector{{1, infinity}}); },
                 "input[1] must be finite, got Infinity");
}

TEST(Validation, OfTheSizeOfABatch) {
  const Network network = random_network({.widths = {1, 4096}}, 1);
  EXPECT_NO_THROW(check_inputs(network, Matrix::Ones(4882, 1)));
  expect_refused([&] { check_inputs(network, Matrix::Ones(4883, 1)); },
                 "samples × units must be at most 20000000, got 4883 × 4096");
  expect_refused([&] { check_samples(network, 1'000'001); },
                 "samples must be a whole number from 0 to 1000000, got 1000001");
}

TEST(Validation, OfTheNumberOfWeights) {
  EXPECT_NO_THROW(check_network_shape({.widths = {4096, 4096, 1}}));
  expect_refused([] { check_network_shape({.widths = {4096, 4096, 4096}}); },
                 "widths: the number of weights must be a whole number from 0 to 20000000, got "
                 "33554432");
}

TEST(Validation, OfTheNumberOfOutputsOfAllSubnetworks) {
  const auto outputs = [](Index count) {
    return random_network({.widths = {20, count}, .input_p_drop = 0.2}, 1);
  };
  EXPECT_NO_THROW(check_listable(outputs(19)));
  expect_refused([&] { check_listable(outputs(20)); },
                 "network: 2^20 subnetworks × 20 outputs must be at most 20000000 values");
}

TEST(Validation, QuotesTextsAndCutsLongOnesBetweenCharacters) {
  EXPECT_EQ(in_quotes("abc"), "\"abc\"");
  EXPECT_EQ(in_quotes(std::string(40, 'a')), '"' + std::string(40, 'a') + '"');
  EXPECT_EQ(in_quotes(std::string(39, 'a') + "é"), '"' + std::string(39, 'a') + "…\"");
}

TEST(Validation, OfKeepMasks) {
  const Network network = example_network();
  const KeepMasks fitting{KeepMask::Ones(4, 2), KeepMask::Zero(4, 3)};
  EXPECT_NO_THROW(check_keep_masks(network, 4, fitting));
  const auto refused = [&](const KeepMasks& masks, const std::string& message) {
    expect_refused([&] { check_keep_masks(network, 4, masks); }, message);
  };
  refused(
      {KeepMask::Ones(4, 2)},
      "keep_masks: 1 mask, but the network needs 2 (the inputs' and one for each hidden layer)");
  refused({KeepMask::Ones(4, 2), KeepMask::Ones(4, 2)},
          "keep_masks[1]: 4 × 2, but samples × units is 4 × 3");
  refused({KeepMask::Ones(5, 2), KeepMask::Ones(5, 3)},
          "keep_masks[0]: 5 × 2, but samples × units is 4 × 2");
  KeepMasks with_2 = fitting;
  with_2[1](3, 2) = 2;
  refused(with_2, "keep_masks[1][3][2] must be 1 (keep) or 0 (drop), got 2");
}

TEST(Validation, OfResults) {
  EXPECT_NO_THROW(check_no_overflow(Matrix{{1e308, -1e308}}, 1));
  expect_refused([] { check_no_overflow(Matrix{{1, infinity}}, 1); },
                 "layers[1]: its pre-activations are too large for float64; use smaller weights "
                 "or inputs");
  expect_refused([] { check_no_overflow(Matrix{{nan}}, 0); },
                 "layers[0]: its pre-activations are too large for float64; use smaller weights "
                 "or inputs");
  EXPECT_NO_THROW(check_finite(Vector{{-1e308, 1e308}}, "the mean"));
  expect_refused([] { check_finite(Vector{{0, nan}}, "the mean"); },
                 "network: the mean is too large for float64; use smaller weights or inputs");
}

TEST(Validation, OfEnumerations) {
  const auto hidden_units = [](Index units) {
    return random_network({.widths = {30, units, 1}, .hidden_p_drop = 0.2}, 1);
  };
  EXPECT_NO_THROW(check_listable(hidden_units(20)));
  expect_refused([&] { check_listable(hidden_units(21)); },
                 "network: a list of 2^21 subnetworks refused (limit 2^20); use fewer units, "
                 "or p_drop 0 in some layers");
  EXPECT_NO_THROW(check_subnetwork_range(hidden_units(3), 2, 6));
  EXPECT_NO_THROW(check_subnetwork_range(hidden_units(3), 8, 0));
  expect_refused([&] { check_subnetwork_range(hidden_units(3), 2, 7); },
                 "subnetworks: 7 from number 2 on, but the network has 8");
  expect_refused([&] { check_subnetwork_range(hidden_units(3), 0, -1); },
                 "subnetworks: -1 from number 0 on, but the network has 8");
  expect_refused([&] { check_subnetwork_range(hidden_units(3), 9, 0); },
                 "subnetworks: 0 from number 9 on, but the network has 8");
}

TEST(Validation, OfCounts) {
  EXPECT_NO_THROW(check_output_index(2, 0));
  EXPECT_NO_THROW(check_output_index(2, 1));
  EXPECT_NO_THROW(check_bins(1));
  EXPECT_NO_THROW(check_bins(10'000));
  EXPECT_NO_THROW(check_binomial_units(0));
  EXPECT_NO_THROW(check_binomial_units(1'000'000));
  expect_refused([] { check_output_index(2, 2); },
                 "output must be a whole number from 0 to 1, got 2");
  expect_refused([] { check_bins(0); }, "bins must be a whole number from 1 to 10000, got 0");
  expect_refused([] { check_bins(10'001); },
                 "bins must be a whole number from 1 to 10000, got 10001");
  expect_refused([] { check_binomial_units(-1); },
                 "units must be a whole number from 0 to 1000000, got -1");
  expect_refused([] { check_binomial_units(1'000'001); },
                 "units must be a whole number from 0 to 1000000, got 1000001");
}

TEST(Validation, OfWholeNumbers) {
  constexpr std::uint64_t max_exact = (1ULL << 53) - 1;
  EXPECT_EQ(whole_number(1, 1, 5, "samples"), 1U);
  EXPECT_EQ(whole_number(5, 1, 5, "samples"), 5U);
  EXPECT_EQ(whole_number(-0.0, 0, 5, "samples"), 0U);
  EXPECT_EQ(whole_number(9007199254740991, 0, max_exact, "draws"), max_exact);
  const auto refused = [](double value, const std::string& printed) {
    expect_refused([=] { whole_number(value, 1, 5, "samples"); },
                   "samples must be a whole number from 1 to 5, got " + printed);
  };
  refused(nan, "NaN");
  refused(infinity, "Infinity");
  refused(-1, "-1");
  refused(0, "0");
  refused(6, "6");
  refused(2.5, "2.5");
  refused(std::nextafter(2, 3), "2.0000000000000004");
  expect_refused([] { whole_number(9007199254740992, 0, max_exact, "draws"); },
                 "draws must be a whole number from 0 to 9007199254740991, got 9007199254740992");
}

TEST(Validation, OfNames) {
  EXPECT_EQ(generator_named("torch-intel", "generator"), Generator::torch_intel);
  EXPECT_EQ(generator_named("torch", "generator"), Generator::torch);
  EXPECT_EQ(generator_named("numpy", "generator"), Generator::numpy);
  expect_refused([] { generator_named("Torch", "generator"); },
                 "generator must be one of \"torch-intel\", \"torch\", \"numpy\", got \"Torch\"");
  for (const auto* name : {"identity", "relu", "tanh", "sigmoid", "softmax", "gelu"}) {
    EXPECT_EQ(name_of(activation_named(name, "activation")), name);
  }
  expect_refused([] { activation_named("", "layers[0].activation"); },
                 "layers[0].activation must be one of \"identity\", \"relu\", \"tanh\", "
                 "\"sigmoid\", \"softmax\", \"gelu\", got \"\"");
  for (const auto* name : {"mean_squared_error", "binary_cross_entropy", "cross_entropy"}) {
    EXPECT_EQ(name_of(loss_named(name, "loss")), name);
  }
  expect_refused([] { loss_named("hinge", "loss"); },
                 "loss must be one of \"mean_squared_error\", \"binary_cross_entropy\", "
                 "\"cross_entropy\", got \"hinge\"");
  for (const auto* name : {"auto", "closed-form", "characteristic-function", "enumeration"}) {
    EXPECT_EQ(name_of(averaging_method_named(name, "method")), name);
  }
  expect_refused([] { averaging_method_named("fast", "method"); },
                 "method must be one of \"auto\", \"closed-form\", \"characteristic-function\", "
                 "\"enumeration\", got \"fast\"");
  for (const auto* name : {"none", "inverted", "paper", "inverted-by-p-drop",
                           "multiplied-by-p-drop", "scaled-twice", "left-on"}) {
    EXPECT_EQ(name_of(scaling_rule_named(name, "rule")), name);
  }
  expect_refused([] { scaling_rule_named("half", "rule"); },
                 "rule must be one of \"none\", \"inverted\", \"paper\", \"inverted-by-p-drop\", "
                 "\"multiplied-by-p-drop\", \"scaled-twice\", \"left-on\", got \"half\"");
  EXPECT_EQ(plane_data_named("moons", "name"), PlaneData::moons);
  EXPECT_EQ(plane_data_named("circles", "name"), PlaneData::circles);
  EXPECT_EQ(plane_data_named("xor", "name"), PlaneData::xor_);
  EXPECT_EQ(plane_data_named("spirals", "name"), PlaneData::spirals);
  expect_refused([] { plane_data_named("blobs", "name"); },
                 "name must be one of \"moons\", \"circles\", \"xor\", \"spirals\", got \"blobs\"");
  EXPECT_EQ(name_of(Verdict::Reason::nothing_dropped), "nothing-dropped");
  EXPECT_EQ(name_of(Verdict::Reason::linear_after_mask), "linear-after-mask");
  EXPECT_EQ(name_of(Verdict::Reason::constant_output), "constant-output");
  EXPECT_EQ(name_of(Verdict::Reason::output_activation), "output-activation");
  EXPECT_EQ(name_of(Verdict::Reason::hidden_activation), "hidden-activation");
}

TEST(Validation, GuardsEveryEntryPoint) {
  const Network empty;
  RandomStream stream = seeded_stream(Generator::torch, 1);
  const std::string no_layers =
      "layers: the number of entries must be a whole number from 1 to 64, got 0";
  expect_refused([&] { droppable_units(empty); }, no_layers);
  expect_refused([&] { scale_weights(empty); }, no_layers);
  expect_refused([&] { forward(empty, Matrix::Ones(1, 1)); }, no_layers);
  expect_refused([&] { forward(empty, Matrix::Ones(1, 1), {}); }, no_layers);
  expect_refused([&] { sample_keep_masks(stream, empty, 1); }, no_layers);
  expect_refused([&] { subnetworks(empty, 0, 1); }, no_layers);
  expect_refused([&] { enumerate_subnetworks(empty, Vector::Ones(1)); }, no_layers);
  expect_refused([&] { average(empty, Vector::Ones(1)); }, no_layers);
  expect_refused([&] { gradients(empty, {}); }, no_layers);
  expect_refused([&] { forward(empty, Batch()); }, no_layers);
  expect_refused([&] { class_targets(empty, {}); }, no_layers);
  expect_refused([&] { numerical_gradient(empty, {}, {}); }, no_layers);
  expect_refused([&] { descend(empty, {}, 0); }, no_layers);
  expect_refused([&] { initial_linear(stream, 0, 1); },
                 "inputs must be a whole number from 1 to 4096, got 0");
  expect_refused([&] { initial_network(stream, {.widths = {}}); },
                 "widths: the number of entries must be a whole number from 2 to 65, got 0");
  expect_refused([&] { linear_dropout_example(stream, 1, 1, -1, 0.2); },
                 "samples must be a whole number from 0 to 1000000, got -1");
  expect_refused([&] { linear_dropout_example(stream, 1, 1, 1, 2); },
                 "p_drop must be in [0, 1], got 2");
  expect_refused([&] { sample_keep_mask(stream, nan, 1, 1); }, "p_drop must be in [0, 1], got NaN");
  expect_refused([&] { dropped_units_distribution(1, nan); }, "p_drop must be in [0, 1], got NaN");
  expect_refused([&] { log10_all_dropped(-1, 0.2); },
                 "units must be a whole number from 0 to 1000000, got -1");
  const Network network = example_network();
  expect_refused([&] { forward(network, Matrix::Ones(1, 3)); },
                 "inputs: 3 numbers in each sample, but the network has 2 inputs");
  expect_refused([&] { forward(network, Matrix::Ones(1, 2), {}); },
                 "keep_masks: 0 masks, but the network needs 2 (the inputs' and one for each "
                 "hidden layer)");
  expect_refused([&] { enumerate_subnetworks(network, Vector::Ones(1)); },
                 "input: 1 number, but the network has 2 inputs");
  // A refused call draws nothing.
  EXPECT_EQ(stream.engine, seeded_stream(Generator::torch, 1).engine);
}

TEST(Validation, RefusesPassesThatOverflow) {
  Network network = example_network();
  network.layers[1].weight *= 1e300;
  expect_refused([&] { forward(network, Matrix::Constant(1, 2, 1e300)); },
                 "layers[1]: its pre-activations are too large for float64; use smaller weights "
                 "or inputs");
  EXPECT_NO_THROW(forward(network, Matrix::Ones(1, 2)));
}

TEST(Validation, LeavesAPDropJustBelow1Usable) {
  Network network = example_network();
  network.layers[0].p_drop = just_below_1;
  const Average result = average(network, Vector{{1, 2}});
  EXPECT_TRUE(result.arithmetic_mean.allFinite());
  EXPECT_TRUE(result.variance.allFinite());
}

}  // namespace
}  // namespace dropout
