#include "dropout/data/data_sets.h"

#include <string_view>

#include "data/checks.h"
#include "data/circle.h"
#include "random/normal_deviate.h"
#include "support/names.h"

namespace dropout {
namespace {

constexpr Names<PlaneData, 4> plane_data_names{{
    {"moons", PlaneData::moons},
    {"circles", PlaneData::circles},
    {"xor", PlaneData::xor_},
    {"spirals", PlaneData::spirals},
}};

Point on_moon(RandomStream& stream, Index label) {
  const auto [x, y] = on_unit_circle(uniform_float64(stream) / 2);
  return label == 0 ? Point{x - 0.5, y - 0.25} : Point{0.5 - x, 0.25 - y};
}

Point on_ring(RandomStream& stream, Index label) {
  const auto [x, y] = on_unit_circle(uniform_float64(stream));
  const double radius = label == 0 ? 1 : 0.5;
  return {radius * x, radius * y};
}

Point in_quadrant(RandomStream& stream, Index label) {
  const double x = 2 * uniform_float64(stream) - 1;
  const double size = uniform_float64(stream);
  const bool is_positive = (x >= 0) == (label == 0);
  return {x, is_positive ? size : -size};
}

Point on_spiral(RandomStream& stream, Index label) {
  constexpr double turns = 1.25;
  const double radius = uniform_float64(stream);
  const auto [x, y] = on_unit_circle(turns * radius + static_cast<double>(label) / 2);
  return {radius * x, radius * y};
}

Point without_noise(RandomStream& stream, PlaneData data, Index label) {
  switch (data) {
    case PlaneData::moons:
      return on_moon(stream, label);
    case PlaneData::circles:
      return on_ring(stream, label);
    case PlaneData::xor_:
      return in_quadrant(stream, label);
    case PlaneData::spirals:
      return on_spiral(stream, label);
  }
  return {};
}

}  // namespace

PlaneData plane_data_named(std::string_view name, std::string_view field) {
  return named(plane_data_names, name, field);
}

ClassSamples plane_data(RandomStream& stream, PlaneData data, Index samples, double noise) {
  check_generated(samples, noise);
  ClassSamples result{Matrix(samples, 2), {}};
  for (Index sample = 0; sample < samples; ++sample) {
    const Index label = sample % 2;
    const auto [x, y] = without_noise(stream, data, label);
    result.inputs(sample, 0) = x + noise * normal_deviate(stream);
    result.inputs(sample, 1) = y + noise * normal_deviate(stream);
    result.classes.push_back(label);
  }
  return result;
}

Samples wave_data(RandomStream& stream, Index samples, double noise) {
  check_generated(samples, noise);
  Samples result{Matrix(samples, 1), Matrix(samples, 1)};
  for (Index sample = 0; sample < samples; ++sample) {
    const double x = 2 * uniform_float64(stream) - 1;
    result.inputs(sample, 0) = x;
    result.targets(sample, 0) = on_unit_circle(0.75 * x).y + noise * normal_deviate(stream);
  }
  return result;
}

}  // namespace dropout
