#include "dropout/masks/linear_dropout_example.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "golden.h"
#include "support.h"

namespace dropout {
namespace {

// As print(tensor) shows it, with "%.4f".
std::string printed(const Matrix& values) {
  std::string text;
  for (const auto& row : values.rowwise()) {
    for (const double value : row) {
      char number[32];
      std::snprintf(number, sizeof number, "%8.4f", value);
      text += number;
    }
    text += '\n';
  }
  return text;
}

// What PyTorch prints on an Intel CPU after torch.manual_seed(12).
TEST(LinearDropoutExample, PrintTheTableOfAnIntelCpu) {
  RandomStream stream = seeded_stream(Generator::torch_intel, 12);
  const LinearDropoutExample passes = linear_dropout_example(stream, 3, 4, 5, 0.5);
  EXPECT_EQ(printed(passes.output),
            " -0.3069 -0.2832  0.1922 -0.2970\n"
            " -0.3069 -0.2832  0.1922 -0.2970\n"
            " -0.3069 -0.2832  0.1922 -0.2970\n"
            " -0.3069 -0.2832  0.1922 -0.2970\n"
            " -0.3069 -0.2832  0.1922 -0.2970\n");
  EXPECT_EQ(printed(passes.dropped_output),
            " -0.0000 -0.5664  0.3843 -0.0000\n"
            " -0.6139 -0.0000  0.0000 -0.0000\n"
            " -0.0000 -0.5664  0.0000 -0.0000\n"
            " -0.6139 -0.5664  0.3843 -0.5941\n"
            " -0.6139 -0.0000  0.3843 -0.0000\n");
}

TEST(LinearDropoutExample, AreThoseOfTorchInFloat32) {
  for (const Json& example : golden("torch_masks.json")) {
    SCOPED_TRACE(example.at("seed"));
    RandomStream stream = seeded_stream(Generator::torch, example.at("seed"));
    const double p_drop = example.at("p_drop");
    const LinearDropoutExample passes = linear_dropout_example(
        stream, example.at("n_in"), example.at("n_out"), example.at("batch"), p_drop);
    EXPECT_TRUE(same(passes.weight, to_matrix(example.at("weight"))));
    EXPECT_TRUE(same(passes.bias, to_vector(example.at("bias"))));
    EXPECT_TRUE(same(passes.output, to_matrix(example.at("linear_of_ones"))));
    EXPECT_TRUE(same(passes.dropped_output, to_matrix(example.at("dropout_of_that"))));
    EXPECT_TRUE(same(passes.keep_mask, passes.dropped_output.cwiseAbs().cwiseSign()));
    // bernoulli_(1) draws all the same, which a keep mask of p_drop 0 does not.
    if (p_drop > 0) {
      EXPECT_TRUE(same(sample_keep_mask(stream, p_drop, example.at("batch"), example.at("n_out")),
                       to_keep_mask(example.at("next_keep_mask"))));
    }
  }
}

// NumPy's matrix product adds up in an order of its own.
TEST(LinearDropoutExample, AreThoseOfNumpyInFloat64) {
  for (const Json& example : golden("numpy_masks.json", "layers")) {
    SCOPED_TRACE(example.at("seed"));
    RandomStream stream = seeded_stream(Generator::numpy, example.at("seed"));
    const LinearDropoutExample passes = linear_dropout_example(
        stream, example.at("n_in"), example.at("n_out"), example.at("batch"), example.at("p_drop"));
    EXPECT_TRUE(same(passes.weight, to_matrix(example.at("weight"))));
    EXPECT_TRUE(same(passes.bias, to_vector(example.at("bias"))));
    EXPECT_TRUE(same(passes.keep_mask, to_keep_mask(example.at("keep_mask"))));
    EXPECT_TRUE(near(passes.output, to_matrix(example.at("linear_of_ones")), 1e-15));
    EXPECT_TRUE(near(passes.dropped_output, to_matrix(example.at("dropout_of_that")), 1e-14));
  }
}

}  // namespace
}  // namespace dropout
