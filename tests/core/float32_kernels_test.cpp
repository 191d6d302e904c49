#include "float32_kernels.h"

#include <gtest/gtest.h>

#include <cmath>

#include "dropout/float32_network.h"
#include "support.h"

namespace dropout {
namespace {

// Every way in which a width divides into blocks, vectors and single numbers.
constexpr Index widths[] = {0, 1, 3, 4, 5, 10, 31, 32, 33, 64, 71, 128};

Float32Matrix random_rows(Index rows, Index width, std::uint64_t seed) {
  return random_inputs(rows, width, seed).cast<float>();
}

TEST(Float32Kernels, AddRowsAddsThemInOrder) {
  for (const Index width : widths) {
    const Float32Matrix rows = random_rows(7, width, 1);
    std::vector<ScaledRow> terms;
    for (Index row = 0; row < 6; ++row) {
      terms.push_back({0.3F * static_cast<float>(row), rows.data() + row * width});
    }
    Float32Row sum(width);
    add_rows(rows.data() + 6 * width, terms, width, sum.data());
    Float32Row expected = rows.row(6);
    for (const ScaledRow& term : terms) {
      for (Index i = 0; i < width; ++i) expected(i) += term.factor * term.row[i];
    }
    EXPECT_TRUE(same(sum, expected)) << width;
    add_rows(rows.data(), {}, width, sum.data());
    EXPECT_TRUE(same(sum, rows.row(0))) << width;
  }
}

TEST(Float32Kernels, DotIsTheSumOfProducts) {
  for (const Index width : widths) {
    const Matrix a = random_inputs(1, width, 2);
    const Matrix b = random_inputs(1, width, 3);
    const Float32Row a32 = a.row(0).cast<float>();
    const Float32Row b32 = b.row(0).cast<float>();
    const double exact = a32.cast<double>().dot(b32.cast<double>());
    // At most so many roundings, of sums at most that large.
    const double bound = (static_cast<double>(width) + 1) * 0x1p-24 * 4.0 *
                         static_cast<double>(std::max<Index>(width, 1));
    EXPECT_NEAR(dot(a32.data(), b32.data(), width), exact, bound) << width;
  }
}

TEST(Float32Kernels, DescendRowIsSgd) {
  for (const Index width : widths) {
    const Float32Matrix rows = random_rows(3, width, 4);
    const Float32Row gradient = rows.row(0);
    Float32Row velocity = rows.row(1);
    Float32Row parameters = rows.row(2);
    descend_row(gradient.data(), {0.1F, 0.9F, 0.02F}, width, velocity.data(), parameters.data());
    for (Index i = 0; i < width; ++i) {
      const float v = 0.9F * rows(1, i) + (rows(0, i) + 0.02F * rows(2, i));
      EXPECT_EQ(velocity(i), v);
      EXPECT_EQ(parameters(i), rows(2, i) - 0.1F * v);
    }
  }
}

TEST(Float32Kernels, VelocitiesFadeToZero) {
  Float32Row velocity{{1e-29F, -1e-29F, 1.1e-30F, -1.1e-30F, 1}};
  Float32Row parameters = Float32Row::Zero(5);
  const Float32Row gradient = Float32Row::Zero(5);
  descend_row(gradient.data(), {0, 0.9F, 0}, 5, velocity.data(), parameters.data());
  EXPECT_EQ(velocity(0), 0.9F * 1e-29F);
  EXPECT_EQ(velocity(1), 0.9F * -1e-29F);
  EXPECT_EQ(velocity(2), 0);
  EXPECT_EQ(velocity(3), 0);
  EXPECT_EQ(velocity(4), 0.9F);
}

TEST(Float32Kernels, WhatIsNotFiniteStaysSo) {
  const float not_a_number = std::nanf("");
  Float32Row velocity{{not_a_number, 0}};
  Float32Row parameters{{1, 1}};
  const Float32Row gradient{{0, std::numeric_limits<float>::infinity()}};
  descend_row(gradient.data(), {0.1F, 0.9F, 0}, 2, velocity.data(), parameters.data());
  EXPECT_TRUE(std::isnan(velocity(0)));
  EXPECT_TRUE(std::isinf(parameters(1)));
}

}  // namespace
}  // namespace dropout
