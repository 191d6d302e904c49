// Every way of averaging against the plain one, and against each other where that one ends.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "activations.h"
#include "dropout/averaging/averages.h"
#include "dropout/averaging/subnetworks.h"
#include "oracle.h"
#include "support.h"

namespace dropout {
namespace {

void expect_oracle_by_every_method(const Network& network, const Vector& input) {
  const Average expected = oracle(network, input);
  for (const AveragingMethod method : applicable_methods(network, input)) {
    SCOPED_TRACE(name_of(method));
    expect_equal(network, input, average(network, input, method), expected);
  }
}

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  Index below(Index end) { return static_cast<Index>(engine_() % static_cast<std::uint32_t>(end)); }
  double between(double low, double high) {
    return low + (high - low) * (static_cast<double>(engine_()) / 4294967296.0);
  }
  template <class Value, std::size_t n>
  Value one_of(const std::array<Value, n>& values) {
    return values[static_cast<std::size_t>(below(n))];
  }

 private:
  std::mt19937 engine_;
};

// Up to two hidden layers, every activation in each, p_drop from 0 to 0.99, now and then all
// weights of a layer 0 or two of its units alike; at most 12 droppable units.
Network any_network(Random& random) {
  Network network;
  constexpr std::array p_drops_to_try{0.0, 0.2, 0.5, 0.8, 0.99};
  const Index layers = 1 + random.below(3);
  Index inputs = 1 + random.below(2);
  network.input_p_drop = random.one_of(p_drops_to_try);
  for (Index l = 0; l < layers; ++l) {
    const Index outputs = 1 + random.below(5);
    const double scale = std::pow(10, random.between(-1, 1));
    Layer layer{Matrix(outputs, inputs), Vector(outputs), random.one_of(all_activations),
                l + 1 < layers ? random.one_of(p_drops_to_try) : 0};
    for (double& weight : layer.weight.reshaped()) weight = scale * random.between(-1, 1);
    for (double& bias : layer.bias) bias = scale * random.between(-1, 1);
    if (random.below(8) == 0) layer.weight.setZero();
    if (inputs > 1 && random.below(8) == 0) layer.weight.col(0) = layer.weight.col(1);
    network.layers.push_back(layer);
    inputs = outputs;
  }
  return network;
}

TEST(AveragingMethods, AreTheOracleForAThousandRandomNetworks) {
  Random random(1);
  std::map<AveragingMethod, int> applied;
  for (int i = 0; i < 1000; ++i) {
    SCOPED_TRACE(i);
    const Network network = any_network(random);
    Vector input(network.layers.front().weight.cols());
    for (double& number : input) number = random.between(-2, 2);
    expect_oracle_by_every_method(network, input);
    for (const AveragingMethod method : applicable_methods(network, input)) ++applied[method];
    if (testing::Test::HasFailure()) break;
  }
  EXPECT_EQ(applied[AveragingMethod::enumeration], 1000);
  EXPECT_GT(applied[AveragingMethod::closed_form], 100);
  EXPECT_GT(applied[AveragingMethod::characteristic_function], 100);
}

struct OutputKind {
  Activation activation;
  Index outputs;
};

// 16 × 3 × 3 × 5 = 720 networks: from outputs that hardly vary to those that are 0 or 1 to the last
// bit, and exponents beyond what the tables' numbers can hold.
TEST(AveragingMethods, AreTheOracleForWeightsOfEverySizeAndSaturatedOutputs) {
  constexpr std::array kinds{OutputKind{Activation::sigmoid, 1}, OutputKind{Activation::tanh, 2},
                             OutputKind{Activation::softmax, 2}, OutputKind{Activation::softmax, 3},
                             OutputKind{Activation::softmax, 11}};
  Random random(2);
  int cases = 0;
  for (int step = 0; step < 16; ++step) {
    const double scale = 0.25 * std::pow(58 / 0.25, step / 15.0);
    for (const double bias : {-30.0, 0.0, 30.0}) {
      for (const double p_drop : {0.2, 0.5, 0.8}) {
        for (const OutputKind kind : kinds) {
          SCOPED_TRACE(testing::Message() << "scale " << scale << ", bias " << bias << ", p_drop "
                                          << p_drop << ", " << name_of(kind.activation));
          Network network{0,
                          {{Matrix(7, 2), Vector::Zero(7), Activation::tanh, p_drop},
                           {Matrix(kind.outputs, 7), Vector(kind.outputs), kind.activation, 0}}};
          for (Layer& layer : network.layers) {
            for (double& weight : layer.weight.reshaped()) weight = scale * random.between(-1, 1);
          }
          for (double& each : network.layers[1].bias) each = bias * random.between(0.9, 1);
          expect_oracle_by_every_method(network, Vector{{1.5, -0.75}});
          ++cases;
        }
      }
    }
  }
  EXPECT_GE(cases, 600);
}

// One unit more than the tables' exponentials can hold, or one less: both ways must agree with the
// oracle on either side.
TEST(AveragingMethods, AreTheOracleAroundTheLargestExponentsOfTheTables) {
  for (const Index outputs : {1, 3}) {
    for (const double z : {100.0, 169.0, 169.999, 170.001, 171.0, 340.0, 700.0, 750.0, 1e4}) {
      for (const double sign : {-1.0, 1.0}) {
        Matrix weight = Matrix::Constant(outputs, 4, sign * z / 4 * 0.8);
        for (Index o = 1; o < outputs; ++o) weight.row(o) *= 0.5;
        const Network network{0.2,
                              {{weight, Vector::Zero(outputs),
                                outputs == 1 ? Activation::sigmoid : Activation::softmax, 0}}};
        SCOPED_TRACE(sign * z);
        expect_oracle_by_every_method(network, Vector::Ones(4));
      }
    }
  }
}

TEST(AveragingMethods, AreTheOracleForFewAndManyUnitsInEachLayer) {
  for (const std::vector<Index>& widths :
       {std::vector<Index>{1, 1}, {1, 1, 1}, {2, 1, 13, 1}, {2, 13, 1, 1}, {9, 5, 3}, {2, 14, 3}}) {
    for (const double p_drop : {0.2, 0.8}) {
      for (const Activation output : all_activations) {
        for (const double input_p_drop : {0.0, 0.35}) {
          if (widths[0] + widths[1] + (widths.size() > 3 ? widths[2] : 0) > 14 &&
              input_p_drop > 0) {
            continue;
          }
          SCOPED_TRACE(testing::PrintToString(widths) + std::string(name_of(output)));
          expect_oracle_by_every_method(random_network({.widths = widths,
                                                        .hidden_activation = Activation::tanh,
                                                        .output_activation = output,
                                                        .input_p_drop = input_p_drop,
                                                        .hidden_p_drop = p_drop},
                                                       4),
                                        Vector::LinSpaced(widths[0], -1, 1.5));
        }
      }
    }
  }
}

// The tables take rows of one probability four at a time: from 1 row on, with and without some
// left over, and with probabilities that differ by many orders of magnitude.
TEST(AveragingMethods, AreTheOracleForEveryNumberOfRowsInTheTables) {
  for (Index units = 1; units <= 11; ++units) {
    for (const double p_drop : {1e-12, 0.2, 0.5, 0.8, 0.99}) {
      for (const OutputKind kind :
           {OutputKind{Activation::sigmoid, 2}, OutputKind{Activation::softmax, 3}}) {
        SCOPED_TRACE(testing::Message() << units << " units, p_drop " << p_drop);
        const Network network = random_network({.widths = {2, units, kind.outputs},
                                                .hidden_activation = Activation::tanh,
                                                .output_activation = kind.activation,
                                                .hidden_p_drop = p_drop},
                                               static_cast<std::uint64_t>(units));
        expect_oracle_by_every_method(network, Vector{{1.5, -0.75}});
      }
    }
  }
}

TEST(AveragingMethods, AreTheOracleForEveryNumberOfClasses) {
  for (Index classes = 1; classes <= 12; ++classes) {
    for (const double p_drop : {0.2, 0.8}) {
      SCOPED_TRACE(testing::Message() << classes << " classes, p_drop " << p_drop);
      const Network network = random_network({.widths = {2, 3, 6, classes},
                                              .hidden_activation = Activation::tanh,
                                              .output_activation = Activation::softmax,
                                              .hidden_p_drop = p_drop},
                                             static_cast<std::uint64_t>(classes));
      expect_oracle_by_every_method(network, Vector{{1.5, -0.75}});
    }
  }
}

// Where no list of subnetworks can be compared: more than the tables hold, layers before them.
TEST(AveragingMethods, AgreeBeyondTheOraclesReach) {
  for (const std::vector<Index>& widths : {std::vector<Index>{2, 22, 1}, {2, 2, 21, 1}}) {
    const Network network = random_network({.widths = widths,
                                            .hidden_activation = Activation::tanh,
                                            .output_activation = Activation::sigmoid,
                                            .hidden_p_drop = 0.2},
                                           1);
    const Vector input{{1, -0.5}};
    const Average enumerated = average(network, input, AveragingMethod::enumeration);
    EXPECT_EQ(enumerated.last_layer_method, AveragingMethod::enumeration);
    expect_equal(network, input, average(network, input, AveragingMethod::characteristic_function),
                 enumerated);
  }
}

}  // namespace
}  // namespace dropout
