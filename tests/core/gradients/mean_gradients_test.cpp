#include <gtest/gtest.h>

#include <string>

#include "dropout/gradients/gradients.h"
#include "dropout/support/invalid_input.h"
#include "dropout/support/limits.h"
#include "support.h"

namespace dropout {
namespace {

TEST(MeanGradients, AreExactWhereAllSamplesAreOne) {
  const Network network = random_network({.widths = {2, 3, 1}, .hidden_p_drop = 0.8}, 1);
  const Batch batch{.inputs = random_inputs(1, 2, 2),
                    .targets = Matrix::Ones(1, 1),
                    .loss = Loss::mean_squared_error,
                    .keep_masks = KeepMasks{KeepMask::Ones(1, 2), KeepMask{{1, 0, 1}}}};
  const Gradients expected = gradients(network, batch);
  const MeanGradients found = mean_gradients(network, batch);
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    // To the sign of the zeros of what is dropped.
    EXPECT_TRUE(same(found.mean_weight_gradients[l], expected.mean_weight_gradients[l]));
    EXPECT_TRUE(same(found.mean_bias_gradients[l], expected.mean_bias_gradients[l]));
  }
}

TEST(MeanGradients, RefuseWhatGradientsRefuse) {
  const auto message_of = [](const auto& call) -> std::string {
    try {
      call();
    } catch (const InvalidInput& invalid) {
      return invalid.what();
    }
    return "";
  };
  const Network network = random_network({.widths = {2, 3, 1}}, 1);
  const Batch fitting{.inputs = random_inputs(2, 2, 2),
                      .targets = Matrix::Ones(2, 1),
                      .loss = Loss::mean_squared_error,
                      .keep_masks = {}};
  Batch narrow = fitting;
  narrow.inputs = Matrix::Ones(2, 1);
  Batch of_large_loss = fitting;
  of_large_loss.targets *= 1e200;
  Batch of_large_gradients = fitting;
  of_large_gradients.inputs *= 1e160;
  Batch many = fitting;
  many.inputs = Matrix::Ones(max_samples, 2);
  many.targets = Matrix::Ones(max_samples, 1);
  const Network wide = random_network({.widths = {2, 20, 1}}, 1);
  const auto compare = [&](const Network& net, const Batch& batch) {
    const std::string expected = message_of([&] { gradients(net, batch); });
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(message_of([&] { mean_gradients(net, batch); }), expected);
  };
  compare(Network(), fitting);
  compare(network, narrow);
  compare(network, of_large_loss);
  compare(network, of_large_gradients);
  compare(wide, many);
}

}  // namespace
}  // namespace dropout
