#include "conversions.h"
#include "dropout/random/random_stream.h"

namespace dropout::js {
namespace {

// Embind converts a BigInt only with -sWASM_BIGINT. Its digits are exact and do not need that.
Seed to_seed(Generator generator, const Named& seed) {
  if (seed.value.typeOf().as<std::string>() == "bigint") {
    return seed_from_digits(generator, seed.value.call<val>("toString").as<std::string>());
  }
  if (!seed.value.isNumber()) refuse(seed, "a whole number");
  return seed_from_number(generator, seed.value.as<double>());
}

}  // namespace

RandomStream to_stream(const Named& value) {
  const Generator generator = generator_named(to_text(member(value, "generator")), "generator");
  return seeded_stream(generator, to_seed(generator, member(value, "seed")));
}

}  // namespace dropout::js
