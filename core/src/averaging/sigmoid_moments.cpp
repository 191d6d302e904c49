#include "averaging/sigmoid_moments.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "averaging/characteristic_function.h"
#include "averaging/narrow_sigmoid.h"
#include "support/compensated_sum.h"
#include "support/vector_functions.h"

namespace dropout {
namespace {

// Where e^{line z} is expected to be no further below 1 or an end's than this, its logarithm, a
// line between costs more than the digit it saves.
constexpr double negligible = 1.5;
constexpr double nearest_line = 1.0 / 64;  // to an end
constexpr int bisections = 8;

// E[e^{line z}] = e^cumulant, and the masks' probabilities once each has been multiplied by
// e^{line z} and all of them divided by that.
struct Tilted {
  double cumulant;
  MaskedSum z;
};

Tilted tilted(const MaskedSum& z, double line) {
  Tilted result{0, z};
  CompensatedSum cumulant;
  cumulant.add(line * z.bias);
  for (Index unit = 0; unit < z.terms.size(); ++unit) {
    double& keep = result.z.keep(unit);
    double& drop = result.z.drop(unit);
    const double exponent = line * z.terms(unit);
    // keep e^exponent + drop, of which the larger exponential is taken out. Near 1, its logarithm
    // needs what it is short of 1.
    (exponent > 0 ? drop : keep) *= std::exp(-std::abs(exponent));
    const double sum = keep + drop;
    const double short_of_1 =
        (exponent > 0 ? z.drop : z.keep)(unit) * -std::expm1(-std::abs(exponent));
    keep /= sum;
    drop /= sum;
    cumulant.add(std::max(exponent, 0.0));
    cumulant.add(short_of_1 < 0.5 ? std::log1p(-short_of_1) : std::log(sum));
  }
  result.cumulant = cumulant.value();
  return result;
}

double mean_of(const MaskedSum& z) { return z.bias + z.terms.dot(z.keep); }

MaskedSum negated(MaskedSum z) {
  z.terms *= -1;
  z.bias *= -1;
  return z;
}

// E[σ(z)^power] of averages of σ(z).
double power_of(const SigmoidAverages& averages, int power) {
  return power == 1 ? averages.mean : averages.mean - averages.derivative;
}

// The line on which E[e^{line z}] is least: the mean of the tilted z, which rises with the line, is
// 0 there.
double best_line(const MaskedSum& z, int power) {
  double low = 0;
  double high = power;
  for (int i = 0; i < bisections; ++i) {
    const double middle = (low + high) / 2;
    (mean_of(tilted(z, middle).z) < 0 ? low : high) = middle;
  }
  return std::clamp((low + high) / 2, nearest_line, power - nearest_line);
}

// E[σ(z)^power] as e^cumulant times a factor of a size where float64 has all its digits.
struct Power {
  double cumulant;
  double factor;
  bool is_at_end;
};

double value_of(const Power& power) { return std::exp(power.cumulant) * power.factor; }

// E[σ(z)^power] to its own digits, z being below 0 on average: the integral on a line has an error
// relative to E[e^{line z}]. Absent where the line 0 will do, whose integral is sigmoid_averages.
// On the line `power` it is σ(z)^power = e^{power z} σ(-z)^power that is averaged.
std::optional<Power> small_power(const MaskedSum& z, int power) {
  const Tilted at_end = tilted(z, power);
  double least = at_end.cumulant;
  if (mean_of(at_end.z) > 0) {
    // In power_on_line's kernel, 1 is a point like any other but for a division of 0 by 0.
    const double line = best_line(z, power) + 1e-6;
    const Tilted between = tilted(z, line);
    if (between.cumulant > -negligible) return std::nullopt;
    if (between.cumulant < at_end.cumulant - negligible) {
      return Power{between.cumulant, power_on_line(between.z, power, line), false};
    }
    least = between.cumulant;
  }
  if (least > -negligible) return std::nullopt;
  return Power{at_end.cumulant, power_of(sigmoid_averages(negated(at_end.z)), power), true};
}

// log E[e^{2z}] / E[e^z]² without the rounding of either cumulant, whose bias cancels:
// (drop + keep e^{2a}) / (drop + keep e^a)² = 1 + drop keep (e^a - 1)² / (drop + keep e^a)².
double spread_of_exponentials(const MaskedSum& z) {
  double sum = 0;
  for (Index unit = 0; unit < z.terms.size(); ++unit) {
    const double exponent = z.terms(unit);
    const double smaller = std::exp(-std::abs(exponent));
    const double mean = exponent > 0 ? z.drop(unit) * smaller + z.keep(unit)
                                     : z.drop(unit) + z.keep(unit) * smaller;
    const double ratio = std::expm1(-std::abs(exponent)) / mean;
    sum += std::log1p(z.drop(unit) * z.keep(unit) * ratio * ratio);
  }
  return sum;
}

// Where z is not above 0 on average, σ(z) is what may be small. (What it leaves of 1 is at least a
// share of 1 / max|z|: z cannot often be far above 0.)
ShareMoments moments_of_small(const MaskedSum& z) {
  if (const auto narrow = moments_near_mean(z)) return *narrow;
  if (const auto rare = moments_of_rare_changes(z)) return *rare;
  std::optional<Power> first;
  std::optional<Power> second;
  if (mean_of(z) < -1) {
    first = small_power(z, 1);
    second = small_power(z, 2);
  }
  if (first && second && first->is_at_end && second->is_at_end) {
    const double ratio = std::exp(spread_of_exponentials(z));
    const double difference = ratio * second->factor - first->factor * first->factor;
    const double mean = value_of(*first);
    return {mean, 1 - mean, std::exp(2 * first->cumulant) * std::max(0.0, difference)};
  }
  SigmoidAverages averages{};
  if (!first || !second) averages = sigmoid_averages(z);
  const double mean = first ? value_of(*first) : averages.mean;
  const double mean_square = second ? value_of(*second) : power_of(averages, 2);
  return {mean, 1 - mean, std::max(0.0, mean_square - mean * mean)};
}

}  // namespace

ShareMoments sigmoid_moments(const Vector& contributions, double bias, double p_drop) {
  // z is one number, which can be small although contributions are too large for the integrals.
  if (p_drop == 0) {
    const double z = bias + contributions.sum();
    return {whole_range_sigmoid(z), whole_range_sigmoid(-z), 0};
  }
  const Index units = contributions.size();
  const MaskedSum z{contributions, bias, Vector::Constant(units, 1 - p_drop),
                    Vector::Constant(units, p_drop)};
  if (mean_of(z) <= 0) return moments_of_small(z);
  return complementary(moments_of_small(negated(z)));
}

Moments by_characteristic_function(const Stage& stage, const Matrix& values) {
  const LogisticStage logistic_stage = *logistic(stage);
  Moments result = zero_moments(stage.bias.size(), values.cols());
  result.mean_pre_activation = ((1 - stage.p_drop) * stage.weight * values).colwise() + stage.bias;
  for (Index set = 0; set < values.cols(); ++set) {
    const Matrix contributions = logistic_stage.weight * values.col(set).asDiagonal();
    for (Index o = 0; o < contributions.rows(); ++o) {
      set_moments(result, o, set,
                  sigmoid_moments(contributions.row(o), logistic_stage.bias(o), stage.p_drop));
    }
  }
  complete_two_classes(stage, result);
  return result;
}

}  // namespace dropout
