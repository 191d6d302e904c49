// Means, what they leave of 1, and variances: right relative to themselves, however small.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <tuple>
#include <vector>

#include "dropout/averaging/averages.h"
#include "dropout/network/activation.h"
#include "golden.h"
#include "oracle.h"
#include "support.h"

namespace dropout {
namespace {

// What the chunks of an average add up to: a mean near 1 does not show its complement.
struct Whole {
  Vector mean;
  Vector complement;
  Vector variance;
};

// Of networks whose average is one chunk.
Whole whole(const Network& network, const Vector& input, AveragingMethod method) {
  const PartialAverage chunk = average_chunks(network, input, method, 0, 1).front();
  EXPECT_NEAR(chunk.weight, 1, 1e-12);
  return {chunk.mean, chunk.complement, chunk.squared_distance / chunk.weight};
}

// Units of groups mixed, so that no method can tell that there are any.
Network grouped_network(const Json& example) {
  const Vector bias = to_vector(example.at("bias"));
  std::vector<Vector> columns;
  for (const Json& group : example.at("groups")) {
    columns.insert(columns.end(), group[0].get<std::size_t>(), to_vector(group[1]));
  }
  Matrix weight(bias.size(), static_cast<Index>(columns.size()));
  for (std::size_t unit = 0; unit < columns.size(); ++unit) {
    weight.col(static_cast<Index>(unit * 7919 % columns.size())) = columns[unit];
  }
  const std::string activation = example.at("activation").get<std::string>();
  return {example.at("p_drop").get<double>(),
          {{weight, bias, activation_named(activation, "activation"), 0}}};
}

constexpr Index most_enumerated = 20;

TEST(SmallProbabilities, AreThoseOfExactSumsOverGroupsOfEqualUnits) {
  int integrals = 0;
  for (const Json& example : golden("grouped_averages.json")) {
    const Network network = grouped_network(example);
    const Index units = network.layers[0].weight.cols();
    const Vector input = Vector::Ones(units);
    const Json& expected = example.at("expected");
    const Vector variance = to_vector(expected.at("variance"));
    const Vector mean = to_vector(expected.at("mean"));
    const Vector complement = to_vector(expected.at("complement"));
    for (const AveragingMethod method :
         {AveragingMethod::characteristic_function, AveragingMethod::enumeration}) {
      const bool is_integral = method == AveragingMethod::characteristic_function;
      if (is_integral ? mean.size() > 2 : units > most_enumerated) continue;
      integrals += is_integral;
      SCOPED_TRACE(std::string(name_of(method)) + ": " + example.dump());
      const Whole actual = whole(network, input, method);
      EXPECT_TRUE(relatively_near(actual.mean, mean, 1e-12));
      EXPECT_TRUE(relatively_near(actual.complement, complement, 1e-12));
      // Weights of 1e-9: σ itself has 1e-16 of its digits, of which its deviation is 1e-9.
      const Vector lost = 2e-15 * mean.cwiseMin(complement).cwiseProduct(variance.cwiseSqrt());
      EXPECT_TRUE(within(actual.variance, variance, 1e-12 * variance + lost));
    }
  }
  EXPECT_GE(integrals, 20);
}

TEST(SmallProbabilities, AreWhatAverageGives) {
  const Network network{0.5,
                        {{Matrix::Constant(1, 20, 0.25), Vector{{-50}}, Activation::sigmoid, 0}}};
  const Vector ones = Vector::Ones(20);
  // The means of e^z and e^2z, beside which that of e^3z is nothing: products over equal units.
  const double mean = std::exp(-50) * std::pow((1 + std::exp(0.5)) / 2, 20);
  const double mean_square = std::exp(-100) * std::pow((1 + std::exp(1.0)) / 2, 20);
  for (const AveragingMethod method : applicable_methods(network, ones)) {
    SCOPED_TRACE(name_of(method));
    const Average result = average(network, ones, method);
    EXPECT_TRUE(relatively_near(result.arithmetic_mean, Vector{{mean}}, 1e-13));
    EXPECT_TRUE(relatively_near(result.variance, Vector{{mean_square - mean * mean}}, 1e-12));
    EXPECT_TRUE(relatively_near(result.scaled_full_network, Vector{{std::exp(-45.0)}}, 1e-13));
  }
}

// One unit is kept or dropped. Where one is nearly impossible, the variance is far below the
// rounding of the mean's square, and p_drop may be the least that there is.
TEST(SmallProbabilities, OfOneUnitAreMeansOfTwoNumbers) {
  for (const double p : {1e-300, 1e-12, 0.01, 0.2, 0.5, 0.8, 0.99, 1 - 0x1p-53}) {
    for (const double bias : {-690.0, -50.0, -1.0, 0.5, 20.0, 50.0, 690.0}) {
      for (const double weight : {-3.0, 0.25, 2.0}) {
        const Network network{
            p, {{Matrix{{weight * (1 - p)}}, Vector{{bias}}, Activation::sigmoid, 0}}};
        const Network two_classes{
            p, {{Matrix{{weight * (1 - p)}, {0}}, Vector{{bias, 0}}, Activation::softmax, 0}}};
        const Network of_tanh{
            p, {{Matrix{{weight * (1 - p) / 2}}, Vector{{bias / 2}}, Activation::tanh, 0}}};
        const auto mean = [&](double sign) {
          const auto small = [&](double z) {
            return z < 0 ? std::exp(z) / (1 + std::exp(z)) : 1 / (1 + std::exp(-z));
          };
          return p * small(sign * bias) + (1 - p) * small(sign * (bias + weight));
        };
        // σ(b + w) - σ(b) = σ(-b) σ(b + w) (1 - e^-w), the smaller of the two sides being taken.
        const double z = std::abs(bias) < 4 ? bias : -std::abs(bias);
        const double w = z == bias ? weight : -weight;
        const double distance = -std::expm1(-w) / (1 + std::exp(z)) / (1 + std::exp(-(z + w)));
        const double variance = p * (1 - p) * distance * distance;
        for (const AveragingMethod method :
             {AveragingMethod::characteristic_function, AveragingMethod::enumeration}) {
          SCOPED_TRACE(testing::Message() << name_of(method) << ", p_drop " << p << ", bias "
                                          << bias << ", weight " << weight);
          const Whole one = whole(network, Vector{{1}}, method);
          EXPECT_TRUE(relatively_near(one.mean, Vector{{mean(1)}}, 1e-12));
          EXPECT_TRUE(relatively_near(one.complement, Vector{{mean(-1)}}, 1e-12));
          EXPECT_TRUE(relatively_near(one.variance, Vector{{variance}}, 2e-12));
          const Whole two = whole(two_classes, Vector{{1}}, method);
          EXPECT_TRUE(relatively_near(two.mean, Vector{{mean(1), mean(-1)}}, 1e-12));
          EXPECT_TRUE(relatively_near(two.complement, Vector{{mean(-1), mean(1)}}, 1e-12));
          EXPECT_TRUE(relatively_near(two.variance, Vector{{variance, variance}}, 2e-12));
          const Average as_tanh = average(of_tanh, Vector{{1}}, method);
          EXPECT_TRUE(near(as_tanh.arithmetic_mean, Vector{{mean(1) - mean(-1)}}, 1e-15));
          EXPECT_TRUE(relatively_near(as_tanh.variance, Vector{{4 * variance}}, 2e-12));
        }
      }
    }
  }
}

// Their scale of the weights, bias and p_drop: each is a test of its own, for some take long.
class FromBothSides : public testing::TestWithParam<std::tuple<double, double, double>> {};

// The mean of 1 - σ(z) is that of σ(-z), and what a class of a softmax over two leaves is the
// other.
TEST_P(FromBothSides, SmallProbabilitiesAreTheSame) {
  const auto [scale, bias, p] = GetParam();
  for (const Index units : {1, 2, 13, 300}) {
    const Matrix weight = scale * random_inputs(1, units, 7);
    const Network network{p, {{weight, Vector{{bias}}, Activation::sigmoid, 0}}};
    const Network mirrored{p, {{-weight, Vector{{-bias}}, Activation::sigmoid, 0}}};
    const Vector ones = Vector::Ones(units);
    for (const AveragingMethod method :
         {AveragingMethod::characteristic_function, AveragingMethod::enumeration}) {
      if (units > most_enumerated && method == AveragingMethod::enumeration) continue;
      const Whole one = whole(network, ones, method);
      const Whole other = whole(mirrored, ones, method);
      EXPECT_TRUE(same(one.mean, other.complement));
      EXPECT_TRUE(same(one.complement, other.mean));
      EXPECT_TRUE(same(one.variance, other.variance));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(AllScales, FromBothSides,
                         testing::Combine(testing::Values(1e-9, 0.1, 1, 6, 1e3),
                                          testing::Values(0, 3, 50),
                                          testing::Values(0.2, 0.5, 0.8)));

// z is -60 or 60 or more for nearly all masks of the inputs: means of both kinds meet in the sum.
TEST(SmallProbabilities, SurviveBesideLargeOnesOfEarlierMasks) {
  for (const Activation output : {Activation::sigmoid, Activation::softmax, Activation::tanh}) {
    for (const double sign : {-1.0, 1.0}) {
      const Index outputs = output == Activation::softmax ? 3 : 1;
      Matrix weight = Matrix::Constant(outputs, 4, 1.5);
      for (Index o = 0; o < outputs; ++o) weight.row(o) *= sign * (o % 2 == 0 ? 1 : -1);
      const Network network{1e-9,
                            {{Matrix{{4, 1}, {3, 1}, {5, 2}, {2, 2}}, Vector{{0, 0.5, 1, 0.25}},
                              Activation::relu, 0.2},
                             {weight, Vector::Constant(outputs, -20 * sign), output, 0}}};
      const Vector input{{1, 2}};
      const Average expected = oracle(network, input);
      for (const AveragingMethod method : applicable_methods(network, input)) {
        SCOPED_TRACE(name_of(method));
        expect_equal(network, input, average(network, input, method), expected);
      }
    }
  }
}

// The masks of the first chunks and batches all drop units that are never dropped: their weight
// is 0 in float64, and nothing is divided by it.
TEST(SmallProbabilities, OfMasksThatUnderflowAddNothing) {
  const auto network = [](double p_drop) {
    return Network{p_drop,
                   {{random_inputs(3, 12, 5), Vector{{0.5, -0.5, 0.25}}, Activation::tanh, 0.2},
                    {Matrix{{1, -2, 3}}, Vector{{-30}}, Activation::sigmoid, 0}}};
  };
  const Vector input = Vector::Ones(12);
  Network undropped = network(0);
  for (const AveragingMethod method :
       {AveragingMethod::enumeration, AveragingMethod::characteristic_function}) {
    SCOPED_TRACE(name_of(method));
    const Average actual = average(network(1e-300), input, method);
    const Average expected = average(undropped, input, method);
    EXPECT_TRUE(relatively_near(actual.arithmetic_mean, expected.arithmetic_mean, 1e-12));
    EXPECT_TRUE(relatively_near(actual.variance, expected.variance, 1e-12));
    EXPECT_TRUE(relatively_near(*actual.normalized_geometric_mean,
                                *expected.normalized_geometric_mean, 1e-12));
  }
}

// The tables multiply four exponentials: beyond a bound they would overflow to a mean of 0. With
// this p_drop, z is -z0 as good as always, and 0 never.
TEST(SmallProbabilities, ReachFromTheTablesExponentialsBeyondThem) {
  for (const double z0 : {100.0, 169.0, 171.0, 180.0, 200.0, 250.0, 340.0, 650.0}) {
    const double p_drop = 1e-295;
    for (const double sign : {-1.0, 1.0}) {
      const Network network{p_drop, {{Matrix{{sign * z0}}, Vector{{0}}, Activation::sigmoid, 0}}};
      const Whole actual = whole(network, Vector{{1}}, AveragingMethod::enumeration);
      EXPECT_TRUE(relatively_near(sign < 0 ? actual.mean : actual.complement,
                                  Vector{{std::exp(-z0)}}, 1e-12))
          << z0;
    }
  }
}

}  // namespace
}  // namespace dropout
