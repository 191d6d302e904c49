// The average of a sigmoid's output from the characteristic function of what it receives.
#include <gtest/gtest.h>

#include <cmath>

#include "dropout/averaging/averages.h"
#include "dropout/support/invalid_input.h"
#include "support.h"

namespace dropout {
namespace {

// σ(z) of independent units: P(z) is a convolution, here of n equal units a binomial distribution.
// With the larger weight the characteristic function, a product over all units, falls below
// float64's smallest number.
TEST(AveragingMethods, CharacteristicFunctionOfAThousandEqualUnitsIsABinomialAverage) {
  constexpr Index units = 1000;
  struct Parameters {
    double weight;
    double bias;
  };
  for (const auto& [weight, bias] : {Parameters{0.01, -3}, Parameters{1, -997}}) {
    for (const double p_drop : {0.2, 0.5, 0.8}) {
      const double p_keep = 1 - p_drop;
      const Network network{
          p_drop, {{Matrix::Constant(1, units, weight), Vector{{bias}}, Activation::sigmoid, 0}}};
      double mean = 0;
      double mean_square = 0;
      for (Index kept = 0; kept <= units; ++kept) {
        const double n = units;
        const double k = static_cast<double>(kept);
        const double probability =
            std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) +
                     k * std::log(p_keep) + (n - k) * std::log(p_drop));
        const double output = 1 / (1 + std::exp(-(bias + weight * k / p_keep)));
        mean += probability * output;
        mean_square += probability * output * output;
      }
      const Average result = average(network, Vector::Ones(units));
      EXPECT_EQ(result.method, AveragingMethod::characteristic_function);
      EXPECT_EQ(result.subnetworks, std::ldexp(1.0, 1000));
      // The logarithms of factorials near e^6000 leave some 12 digits to the expected values.
      EXPECT_NEAR(result.arithmetic_mean(0), mean, 2e-11);
      EXPECT_NEAR(result.variance(0), mean_square - mean * mean, 2e-11);
    }
  }
}

TEST(AveragingMethods, CharacteristicFunctionOfASingleNetworkIsItsOutput) {
  for (const Activation activation : {Activation::sigmoid, Activation::tanh}) {
    const Network network{0, {{Matrix{{-1e10, 1e10, 0.5}}, Vector{{1}}, activation, 0}}};
    const Vector input{{2, 2, 2}};
    const Average result = average(network, input, AveragingMethod::characteristic_function);
    EXPECT_TRUE(near(result.arithmetic_mean, result.scaled_full_network, 1e-15));
    EXPECT_EQ(result.variance(0), 0);
  }
}

// The largest pre-activation, some 80 × 1e154, appears only beside one of -1e154.
TEST(AveragingMethods, RefuseACharacteristicFunctionOfNumbersFarApart) {
  const Network network{0.1,
                        {{Matrix{{0.4, 0.4}}, Vector{{0}}, Activation::relu, 0.6},
                         {Matrix{{-1e154}}, Vector{{1}}, Activation::sigmoid, 0}}};
  const Vector input{{170, -1e154}};
  EXPECT_THROW(average(network, input, AveragingMethod::characteristic_function), InvalidInput);
  EXPECT_EQ(average(network, input).last_layer_method, AveragingMethod::enumeration);
}

}  // namespace
}  // namespace dropout
