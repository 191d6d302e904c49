// All subnetworks' outputs from tables.
#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "activations.h"
#include "dropout/averaging/subnetworks.h"
#include "support.h"

namespace dropout {
namespace {

TEST(TabulatedSubnetworks, AreTheEnumeratedOnes) {
  for (const std::vector<Index>& widths :
       {std::vector<Index>{2, 3}, {2, 12, 1}, {2, 5, 6, 2}, {2, 9, 1, 1}}) {
    for (const Activation output : all_activations) {
      const Network network = random_network({.widths = widths,
                                              .hidden_activation = Activation::tanh,
                                              .output_activation = output,
                                              .input_p_drop = 0.35,
                                              .hidden_p_drop = 0.2},
                                             2);
      const Vector input{{1, -0.5}};
      const SubnetworkOutputs expected = enumerate_subnetworks(network, input);
      const SubnetworkOutputs actual = tabulate_subnetworks(network, input);
      EXPECT_TRUE(near(actual.probability, expected.probability, 1e-15));
      EXPECT_TRUE(near(actual.pre_activation, expected.pre_activation, 1e-13));
      EXPECT_TRUE(near(actual.output, expected.output, 1e-13));
    }
  }
}

}  // namespace
}  // namespace dropout
