// Which way of averaging is taken, and which ones are refused.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "averaging/reduced_network.h"
#include "dropout/averaging/averages.h"
#include "dropout/support/invalid_input.h"
#include "support.h"

namespace dropout {
namespace {

TEST(AveragingMethods, ClosedFormHoldsForAThousandUnitsInEachOfTwoLayers) {
  const Network network = random_network(
      {.widths = {2, 50, 1000, 2}, .hidden_activation = Activation::identity, .hidden_p_drop = 0.2},
      1);
  const Average result = average(network, Vector{{1, 2}});
  EXPECT_EQ(result.method, AveragingMethod::closed_form);
  EXPECT_EQ(result.droppable_units, 1050);
  EXPECT_TRUE(std::isinf(result.subnetworks));
  EXPECT_TRUE(near(result.arithmetic_mean, result.scaled_full_network, 1e-12));
  EXPECT_TRUE((result.variance.array() > 0).all());
}

TEST(AveragingMethods, NameTheOutermostAndThatOfTheLastLayer) {
  const auto shape = [](Activation output) {
    return NetworkShape{.widths = {2, 4, 300, 1},
                        .hidden_activation = Activation::relu,
                        .output_activation = output,
                        .hidden_p_drop = 0.5};
  };
  const auto expect_methods = [&](Activation output, AveragingMethod last) {
    const AveragePlan plan =
        plan_average(random_network(shape(output), 1), Vector{{1, 2}}, AveragingMethod::automatic);
    EXPECT_EQ(plan.method, AveragingMethod::enumeration);
    EXPECT_EQ(plan.last_layer_method, last);
    EXPECT_EQ(plan.droppable_units, 304);
  };
  expect_methods(Activation::identity, AveragingMethod::closed_form);
  expect_methods(Activation::sigmoid, AveragingMethod::characteristic_function);
}

TEST(AveragingMethods, RefuseWhatTheyDoNotApplyTo) {
  const auto network = [](Activation hidden, Activation output, Index outputs) {
    return random_network({.widths = {2, 3, 3, outputs},
                           .hidden_activation = hidden,
                           .output_activation = output,
                           .input_p_drop = 0.2},
                          1);
  };
  const Vector input{{1, 2}};
  expect_refused(
      [&] {
        average(network(Activation::relu, Activation::identity, 1), input,
                AveragingMethod::closed_form);
      },
      "method: \"closed-form\" needs the activation \"identity\" from the last mask to the output, "
      "but layers[0].activation is \"relu\"");
  expect_refused(
      [&] {
        average(network(Activation::identity, Activation::sigmoid, 1), input,
                AveragingMethod::closed_form);
      },
      "method: \"closed-form\" needs the activation \"identity\" from the last mask to the output, "
      "but layers[2].activation is \"sigmoid\"");
  const std::string message =
      "method: \"characteristic-function\" needs a sigmoid, a tanh or a softmax over 2 classes as "
      "the output, and only the activation \"identity\" between it and the last mask";
  expect_refused(
      [&] {
        average(network(Activation::tanh, Activation::sigmoid, 1), input,
                AveragingMethod::characteristic_function);
      },
      message);
  expect_refused(
      [&] {
        average(network(Activation::identity, Activation::softmax, 3), input,
                AveragingMethod::characteristic_function);
      },
      message);
  EXPECT_NO_THROW(average(network(Activation::identity, Activation::softmax, 2), input,
                          AveragingMethod::characteristic_function));
}

TEST(AveragingMethods, RefuseTheEnumerationOfMoreThan2To32) {
  const auto plan = [](const std::vector<Index>& widths, AveragingMethod method) {
    return plan_average(random_network({.widths = widths,
                                        .hidden_activation = Activation::relu,
                                        .output_activation = Activation::softmax,
                                        .hidden_p_drop = 0.2},
                                       1),
                        Vector{{1, 2}}, method);
  };
  EXPECT_EQ(plan({2, 32, 3}, AveragingMethod::enumeration).subnetworks, std::ldexp(1.0, 32));
  EXPECT_EQ(plan({2, 16, 16, 3}, AveragingMethod::automatic).droppable_units, 32);
  for (const AveragingMethod method : {AveragingMethod::enumeration, AveragingMethod::automatic}) {
    for (const std::vector<Index>& widths : {std::vector<Index>{2, 33, 3}, {2, 16, 17, 3}}) {
      expect_refused([&] { plan(widths, method); },
                     "network: enumeration of 2^33 subnetworks refused (limit 2^32): use "
                     "monteCarlo, or p_drop 0 in some layers");
    }
  }
}

// What does answer comes first: fewer units would not help.
TEST(AveragingMethods, NameTheMethodThatAnswersWhereTheOneAskedForCannot) {
  const Network near_1{1 - 0x1p-50, {{Matrix{{1.5, -2}}, Vector{{0.5}}, Activation::sigmoid, 0}}};
  const auto asked = [](const Network& network, AveragingMethod method) {
    const Vector input = Vector::Ones(network.layers[0].weight.cols());
    EXPECT_NO_THROW(average(network, input));
    average(network, input, method);
  };
  try {
    asked(near_1, AveragingMethod::characteristic_function);
    FAIL();
  } catch (const InvalidInput& refused) {
    const std::string message = refused.what();
    EXPECT_EQ(message.find("method: \"characteristic-function\" would take too long, about "), 0);
    const std::string end = " s without a pause (limit 10 s); use \"enumeration\" or \"auto\"";
    EXPECT_EQ(message.substr(message.size() - end.size()), end);
  }
  const Network wide{0.2, {{Matrix::Ones(1, 40), Vector{{0}}, Activation::sigmoid, 0}}};
  expect_refused([&] { asked(wide, AveragingMethod::enumeration); },
                 "method: \"enumeration\" would enumerate 2^40 subnetworks (limit 2^32); use "
                 "\"characteristic-function\" or \"auto\"");
  Network linear = wide;
  linear.layers[0].activation = Activation::identity;
  expect_refused([&] { asked(linear, AveragingMethod::enumeration); },
                 "method: \"enumeration\" would enumerate 2^40 subnetworks (limit 2^32); use "
                 "\"closed-form\" or \"auto\"");
}

TEST(AveragingMethods, KnowWhatASoftmaxCostsThatIsTooWideForTables) {
  const auto nanoseconds = [](Index classes) {
    return plan_average(random_network({.widths = {2, 20, classes},
                                        .output_activation = Activation::softmax,
                                        .hidden_p_drop = 0.2},
                                       1),
                        Vector{{1, 2}}, AveragingMethod::enumeration)
        .nanoseconds;
  };
  EXPECT_NEAR(nanoseconds(10) / nanoseconds(9), 10.0 / 9, 0.01);
  EXPECT_GT(nanoseconds(11), 5 * nanoseconds(10));
}

TEST(AveragingMethods, JoinNoLayersWhoseProductIsNotCheap) {
  // 1300³ is more than an Index can count in WebAssembly.
  const Network network{0.2,
                        {{Matrix::Zero(1300, 1300), Vector::Zero(1300), Activation::identity, 0},
                         {Matrix::Zero(1300, 1300), Vector::Zero(1300), Activation::identity, 0}}};
  EXPECT_EQ(reduced(network, Vector::Ones(1300)).stages.size(), 2);
}

TEST(AveragingMethods, BoundPreActivationsByTheSignsOfWeights) {
  const auto bounds = [](double p_drop) {
    return pre_activation_intervals(Matrix{{2, -3}}, Vector{{1}}, p_drop,
                                    {Vector{{-1, 2}}, Vector{{4, 5}}});
  };
  EXPECT_NEAR(bounds(0).low(0), -16, 1e-9);
  EXPECT_NEAR(bounds(0).high(0), 3, 1e-9);
  EXPECT_NEAR(bounds(0.2).low(0), -16, 1e-9);
  EXPECT_NEAR(bounds(0.2).high(0), 9, 1e-9);
}

TEST(AveragingMethods, RefuseWhatWouldTakeTooLongWithoutAPause) {
  const Network network{0.5, {{Matrix::Constant(1, 50, 1e9), Vector{{0}}, Activation::sigmoid, 0}}};
  try {
    average(network, Vector::Ones(50));
    FAIL();
  } catch (const InvalidInput& refused) {
    EXPECT_NE(std::string(refused.what()).find("refused (limit 2^32)"), std::string::npos);
  }
  expect_refused(
      [&] { average(network, Vector::Ones(50), AveragingMethod::characteristic_function); },
      "network: this average would take too long, some 38596 s without a pause (limit 10 s); use "
      "fewer units, smaller weights, or monteCarlo");
}

}  // namespace
}  // namespace dropout
