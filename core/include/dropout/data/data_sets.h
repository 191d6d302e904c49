#pragma once

#include <string_view>

#include "dropout/data/samples.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// Two classes in the plane, within ±1.5 where there is no noise.
enum class PlaneData {
  moons,    ///< two interleaved half circles of radius 1
  circles,  ///< radius 1 around radius 1/2
  xor_,     ///< the square ±1: class 1 where the signs of the coordinates differ
  spirals,  ///< two arms of one and a quarter turns, from the centre to radius 1
};

/// The one that JavaScript calls by this name: "moons", "circles", "xor" or "spirals". Other names
/// throw InvalidInput naming `field`.
PlaneData plane_data_named(std::string_view name, std::string_view field);

/// The classes take turns, 0 first. `samples` is 1 to max_generated_samples, `noise`, the standard
/// deviation of what is added to each coordinate, 0 to max_noise. The draws do not depend on it: a
/// seed gives the same points, more or less moved. Throws InvalidInput.
ClassSamples plane_data(RandomStream& stream, PlaneData data, Index samples, double noise);

/// Targets sin(3π/2 x) of inputs x that are uniform in [-1, 1), with noise added to the targets.
/// The limits are those of plane_data. Throws InvalidInput.
Samples wave_data(RandomStream& stream, Index samples, double noise);

}  // namespace dropout
