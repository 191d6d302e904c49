#include "support.h"

#include <algorithm>
#include <cmath>

#include "activations.h"
#include "dropout/support/invalid_input.h"

namespace dropout {
namespace {

bool agree(double actual, double expected, double tolerance) {
  if (tolerance == 0) {
    return actual == expected && std::signbit(actual) == std::signbit(expected);
  }
  return std::abs(actual - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

// `agrees(row, column)` says whether the entries there do.
template <class Agrees>
::testing::AssertionResult all_agree(const Matrix& actual, const Matrix& expected, Agrees agrees) {
  if (actual.rows() != expected.rows() || actual.cols() != expected.cols()) {
    return ::testing::AssertionFailure()
           << actual.rows() << " × " << actual.cols() << " instead of " << expected.rows() << " × "
           << expected.cols();
  }
  for (Index row = 0; row < actual.rows(); ++row) {
    for (Index column = 0; column < actual.cols(); ++column) {
      if (!agrees(row, column)) {
        return ::testing::AssertionFailure()
               << "[" << row << "][" << column << "] is "
               << ::testing::PrintToString(actual(row, column)) << " instead of "
               << ::testing::PrintToString(expected(row, column)) << ", "
               << actual(row, column) - expected(row, column) << " off";
      }
    }
  }
  return ::testing::AssertionSuccess();
}

}  // namespace

::testing::AssertionResult near(const Matrix& actual, const Matrix& expected, double tolerance) {
  return all_agree(actual, expected, [&](Index row, Index column) {
    return agree(actual(row, column), expected(row, column), tolerance);
  });
}

::testing::AssertionResult relatively_near(const Matrix& actual, const Matrix& expected,
                                           double tolerance) {
  return within(actual, expected, tolerance * expected.cwiseAbs());
}

::testing::AssertionResult within(const Matrix& actual, const Matrix& expected,
                                  const Matrix& tolerance) {
  return all_agree(actual, expected, [&](Index row, Index column) {
    return std::abs(actual(row, column) - expected(row, column)) <= tolerance(row, column) + 1e-290;
  });
}

void expect_refused(const std::function<void()>& call, const std::string& message) {
  try {
    call();
    ADD_FAILURE() << "not refused: " << message;
  } catch (const InvalidInput& invalid) {
    EXPECT_EQ(invalid.what(), message);
    EXPECT_EQ(message.rfind(invalid.field(), 0), 0U) << "field: " << invalid.field();
    EXPECT_FALSE(invalid.field().empty());
    EXPECT_EQ(invalid.kind(), InvalidInput::Kind::range);
  }
}

Network random_network(const NetworkShape& shape, std::uint64_t seed) {
  RandomStream stream = seeded_stream(Generator::torch, seed);
  Network network = initial_network(stream, shape);
  for (Layer& layer : network.layers) layer.weight *= 6;
  return network;
}

Matrix random_inputs(Index samples, Index inputs, std::uint64_t seed) {
  RandomStream stream = seeded_stream(Generator::torch, seed);
  return Matrix::NullaryExpr(samples, inputs, [&] { return 4 * uniform_float64(stream) - 2; });
}

std::vector<Vector> run_by_hand(const Network& network, const Vector& input,
                                const std::function<double(std::size_t, Index)>& multiplier) {
  std::vector<Vector> activations;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    const Layer& layer = network.layers[l];
    const Vector& received = l == 0 ? input : activations.back();
    Vector z = layer.bias;
    for (Index o = 0; o < z.size(); ++o) {
      for (Index i = 0; i < received.size(); ++i) {
        z(o) += layer.weight(o, i) * received(i) * multiplier(l, i);
      }
    }
    const std::vector<double> activation =
        activated(layer.activation, std::vector<double>(z.begin(), z.end()));
    activations.push_back(Vector::Map(activation.data(), z.size()));
  }
  return activations;
}

std::string generator_and_percent(
    const ::testing::TestParamInfo<EachGeneratorAndPDrop::ParamType>& info) {
  const auto [generator, p_drop] = info.param;
  std::string percent = std::to_string(std::lround(100 * p_drop));
  switch (generator) {
    case Generator::torch_intel:
      return "torch_intel_" + percent;
    case Generator::torch:
      return "torch_" + percent;
    case Generator::numpy:
      return "numpy_" + percent;
  }
  return percent;
}

}  // namespace dropout
