#include "training/float32_kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include "support.h"
#include "training/float32_network.h"

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
    const std::vector<Term> terms = {{0.3F, 5}, {-1.5F, 0}, {0.7F, 3}, {2, 5}};
    Float32Row sum(width);
    add_rows(rows.data() + 6 * width, terms, rows.data(), width, sum.data());
    Float32Row expected = rows.row(6);
    for (const Term& term : terms) {
      for (Index i = 0; i < width; ++i) expected(i) += term.factor * rows(term.row, i);
    }
    EXPECT_TRUE(same(sum, expected)) << width;
    add_rows(rows.data(), {}, rows.data(), width, sum.data());
    EXPECT_TRUE(same(sum, rows.row(0))) << width;
  }
}

TEST(Float32Kernels, DotsAreTheSumsOfProducts) {
  for (const Index width : widths) {
    const Matrix a = random_inputs(1, width, 2);
    const Matrix rows = random_inputs(7, width, 3);
    const Float32Row a32 = a.row(0).cast<float>();
    const Float32Matrix rows32 = rows.cast<float>();
    // At most so many roundings, of sums at most that large.
    const double bound = (static_cast<double>(width) + 1) * 0x1p-24 * 4.0 *
                         static_cast<double>(std::max<Index>(width, 1));
    const std::vector<Term> terms = {{0, 6}, {0, 0}, {0, 3}, {0, 3}, {0, 5}, {0, 1}, {0, 2}};
    std::vector<float> one_by_one;
    for (const Term& term : terms) {
      dots(a32.data(), std::vector{term}, rows32.data(), width, &one_by_one.emplace_back());
      const double exact = a32.cast<double>().dot(rows32.row(term.row).cast<double>());
      EXPECT_NEAR(one_by_one.back(), exact, bound) << width;
    }
    for (std::size_t count = 0; count <= terms.size(); ++count) {
      std::vector<float> products(count);
      dots(a32.data(), std::span(terms).first(count), rows32.data(), width, products.data());
      EXPECT_EQ(products,
                std::vector(one_by_one.begin(), one_by_one.begin() + static_cast<Index>(count)));
    }
  }
}

TEST(Float32Kernels, DescendRowIsSgd) {
  for (const Index width : widths) {
    const Float32Matrix rows = random_rows(3, width, 4);
    const Float32Row gradient = rows.row(0);
    Float32Row velocity = rows.row(1);
    const Float32Row parameters = rows.row(2);
    Float32Row next(width);
    descend_row(gradient.data(), {0.1F, 0.9F, 0.02F}, width, velocity.data(), parameters.data(),
                next.data());
    for (Index i = 0; i < width; ++i) {
      const float v = 0.9F * rows(1, i) + (rows(0, i) + 0.02F * rows(2, i));
      EXPECT_EQ(velocity(i), v);
      EXPECT_EQ(next(i), rows(2, i) - 0.1F * v);
    }
  }
}

TEST(Float32Kernels, VelocitiesFadeToZero) {
  Float32Row velocity{{1e-29F, -1e-29F, 1.1e-30F, -1.1e-30F, 1}};
  const Float32Row zero = Float32Row::Zero(5);
  Float32Row next(5);
  descend_row(zero.data(), {0, 0.9F, 0}, 5, velocity.data(), zero.data(), next.data());
  EXPECT_EQ(velocity(0), 0.9F * 1e-29F);
  EXPECT_EQ(velocity(1), 0.9F * -1e-29F);
  EXPECT_EQ(velocity(2), 0);
  EXPECT_EQ(velocity(3), 0);
  EXPECT_EQ(velocity(4), 0.9F);
}

TEST(Float32Kernels, WhatIsNotFiniteStaysSo) {
  const float not_a_number = std::nanf("");
  Float32Row velocity{{not_a_number, 0}};
  const Float32Row parameters{{1, 1}};
  const Float32Row gradient{{0, std::numeric_limits<float>::infinity()}};
  Float32Row next(2);
  descend_row(gradient.data(), {0.1F, 0.9F, 0}, 2, velocity.data(), parameters.data(), next.data());
  EXPECT_TRUE(std::isnan(velocity(0)));
  EXPECT_TRUE(std::isinf(next(1)));
}

TEST(Float32Kernels, AreFiniteSeesAnyThatIsNot) {
  constexpr float largest = std::numeric_limits<float>::max();
  constexpr float beyond = std::numeric_limits<float>::infinity();
  for (const std::size_t count : {0U, 1U, 3U, 4U, 5U, 33U}) {
    std::vector<float> numbers(count, -largest);
    EXPECT_TRUE(are_finite(numbers));
    for (std::size_t i = 0; i < count; ++i) {
      for (const float bad : {beyond, -beyond, std::nanf("")}) {
        numbers[i] = bad;
        EXPECT_FALSE(are_finite(numbers)) << i << " of " << count;
      }
      numbers[i] = 0;
    }
    EXPECT_TRUE(are_finite(numbers));
  }
}

}  // namespace
}  // namespace dropout
