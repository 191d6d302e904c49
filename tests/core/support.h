#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

#include "dropout/masks/keep_mask.h"
#include "dropout/network/initialization.h"
#include "dropout/network/network.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();
inline constexpr std::array all_generators{Generator::torch_intel, Generator::torch,
                                           Generator::numpy};

/// Whether two matrices have one shape and entries at most `tolerance` apart, relative to entries
/// larger than 1. With tolerance 0 they must agree bit for bit: 0 and -0 differ.
::testing::AssertionResult near(const Matrix& actual, const Matrix& expected, double tolerance);

/// The same, with a tolerance that is relative to every entry, however small: for numbers that have
/// digits of their own near 0. What is below 1e-290 counts as 0.
::testing::AssertionResult relatively_near(const Matrix& actual, const Matrix& expected,
                                           double tolerance);

/// The same, with a tolerance for each entry.
::testing::AssertionResult within(const Matrix& actual, const Matrix& expected,
                                  const Matrix& tolerance);

template <class Actual, class Expected>
::testing::AssertionResult same(const Actual& actual, const Expected& expected) {
  return near(actual.template cast<double>(), expected.template cast<double>(), 0);
}

/// Expects `call` to throw InvalidInput with this message, which begins with its field.
void expect_refused(const std::function<void()>& call, const std::string& message);

/// A network of the shape with weights six times as large as initial_network's, so that what
/// holds only approximately is visibly wrong.
Network random_network(const NetworkShape& shape, std::uint64_t seed);

/// Numbers in [-2, 2).
Matrix random_inputs(Index samples, Index inputs, std::uint64_t seed);

/// The activations of every layer for one sample, from the formulas in plain loops.
/// `multiplier(l, i)` multiplies value i of what layer l receives.
std::vector<Vector> run_by_hand(const Network& network, const Vector& input,
                                const std::function<double(std::size_t, Index)>& multiplier);

/// For tests of what must hold for each generator and several p_drop.
class EachGeneratorAndPDrop : public ::testing::TestWithParam<std::tuple<Generator, double>> {
 protected:
  Generator generator() const { return std::get<0>(GetParam()); }
  double p_drop() const { return std::get<1>(GetParam()); }
};

inline const auto generators =
    ::testing::Values(Generator::torch_intel, Generator::torch, Generator::numpy);
inline const auto p_drops = ::testing::Values(0.2, 0.5, 0.8);

/// Test names such as "numpy_20" for NumPy and p_drop 0.2.
std::string generator_and_percent(
    const ::testing::TestParamInfo<EachGeneratorAndPDrop::ParamType>& info);

}  // namespace dropout
