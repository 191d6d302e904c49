#include "foreign.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string_view>

#include "dropout/support/invalid_input.h"

namespace dropout {
namespace {

using Limits = std::numeric_limits<double>;

constexpr std::array special_numbers{0.0,
                                     -0.0,
                                     1e-300,
                                     Limits::denorm_min(),
                                     Limits::min(),
                                     1e-17,
                                     0.5,
                                     1.0,
                                     -1.0,
                                     170.0,
                                     709.0,
                                     -745.0,
                                     1e16,
                                     1e154,
                                     -1e154,
                                     1e300,
                                     -1e300,
                                     1e308,
                                     -1e308,
                                     Limits::max(),
                                     Limits::lowest(),
                                     Limits::infinity(),
                                     -Limits::infinity(),
                                     Limits::quiet_NaN()};

constexpr std::array special_p_drops{0.0,       0.2, 0.5,      0.8,  1 - 0x1p-53,
                                     0x1p-1074, 1.0, -0x1p-60, 1e-17};

}  // namespace

double Foreign::number() {
  switch (one_of(16)) {
    case 14:
      is_moderate_ = false;
      return bytes_.PickValueInArray(special_numbers);
    case 15:
      is_moderate_ = false;
      return Eigen::numext::bit_cast<double>(bits());
    default:
      return bytes_.ConsumeIntegral<std::int16_t>() / 8192.0;
  }
}

double Foreign::p_drop() {
  switch (one_of(8)) {
    case 6:
      is_moderate_ = false;
      return bytes_.PickValueInArray(special_p_drops);
    case 7:
      return number();
    default:
      return one_of(10) / 10.0;
  }
}

Index Foreign::size(Index limit) {
  switch (one_of(8)) {
    case 6:
      return limit + bytes_.ConsumeIntegralInRange<Index>(-2, 2);
    case 7:
      return bytes_.ConsumeIntegral<Index>();
    default:
      return bytes_.ConsumeIntegralInRange<Index>(0, 8);
  }
}

Index Foreign::width(Index usual) {
  return once_in(64) ? bytes_.ConsumeIntegralInRange<Index>(0, 4) : usual;
}

Vector Foreign::vector(Index size) {
  return Vector::NullaryExpr(size, [&] { return number(); });
}

Matrix Foreign::matrix(Index rows, Index columns) {
  return Matrix::NullaryExpr(rows, columns, [&] { return number(); });
}

KeepMask Foreign::keep_mask(Index samples, Index units) {
  return KeepMask::NullaryExpr(samples, units, [&] {
    return static_cast<std::uint8_t>(once_in(64) ? one_of(256) : one_of(2));
  });
}

Network Foreign::network() {
  Network network;
  network.input_p_drop = p_drop();
  const int layers = one_of(64) == 0 ? 0 : 1 + one_of(4);
  Index inputs = 1 + one_of(6);
  for (int l = 0; l < layers; ++l) {
    const Index outputs = 1 + one_of(6);
    Layer layer;
    layer.weight = matrix(width(outputs), width(inputs));
    layer.bias = vector(width(outputs));
    layer.activation = activation_names[static_cast<std::size_t>(
                                            one_of(static_cast<int>(activation_names.size())))]
                           .second;
    layer.p_drop = l + 1 < layers || once_in(64) ? p_drop() : 0;
    network.layers.push_back(std::move(layer));
    inputs = outputs;
  }
  return network;
}

Samples Foreign::samples(const Network& network) {
  const Index inputs = network.layers.empty() ? 1 : network.layers.front().weight.cols();
  const Index outputs = network.layers.empty() ? 1 : network.layers.back().weight.rows();
  const Index count = one_of(4);
  Samples samples;
  samples.inputs = matrix(count, width(inputs));
  samples.targets = Matrix::Zero(width(count), width(outputs));
  if (once_in(2)) {
    samples.targets = matrix(samples.targets.rows(), samples.targets.cols());
  } else if (samples.targets.cols() > 0) {
    samples.targets.col(0).setOnes();
  }
  return samples;
}

Batch Foreign::batch(const Network& network) {
  const auto [inputs, targets] = samples(network);
  Batch batch{inputs, targets, {}, {}};
  batch.loss = static_cast<Loss>(one_of(3));
  if (once_in(2)) {
    batch.keep_masks.emplace();
    for (const Layer& layer : network.layers) {
      batch.keep_masks->push_back(keep_mask(width(inputs.rows()), width(layer.weight.cols())));
    }
  }
  return batch;
}

RandomStream Foreign::stream() {
  const auto generator = static_cast<Generator>(one_of(3));
  return {generator, MersenneTwister(static_cast<std::uint32_t>(bits()))};
}

void attempt(const std::function<void()>& call) {
  try {
    call();
  } catch (const InvalidInput& refused) {
    const std::string_view message = refused.what();
    require(!refused.field().empty() && message.size() > refused.field().size() &&
                message.substr(0, refused.field().size()) == refused.field(),
            "a message that begins with the field");
  }
}

void require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

void require_finite(const Matrix& values, const char* what) {
  if (values.allFinite()) return;
  std::fprintf(stderr, "not finite: %s\n", what);
  std::abort();
}

void require_finite(const Network& network) {
  for (const Layer& layer : network.layers) {
    require_finite(layer.weight, "weights");
    require_finite(layer.bias, "biases");
  }
}

}  // namespace dropout
