#include "averaging/narrow_sigmoid.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "support/vector_functions.h"

namespace dropout {
namespace {

constexpr double widest = 1;

// c[j] with σ(μ + d) = Σ c[j] d^j, from σ' = σ - σ².
std::vector<double> sigmoid_series(double mean_z, std::size_t terms) {
  std::vector<double> c{whole_range_sigmoid(mean_z)};
  for (std::size_t j = 0; j + 1 < terms; ++j) {
    double square = 0;
    for (std::size_t i = 0; i <= j; ++i) square += c[i] * c[j - i];
    c.push_back((c[j] - square) / static_cast<double>(j + 1));
  }
  return c;
}

// E[(z - μ)^j] / j!. Such quotients of a sum are the convolution of its terms'.
std::vector<double> central_moments(const MaskedSum& z, std::size_t terms) {
  std::vector<double> all(terms, 0.0);
  all[0] = 1;
  std::vector<double> of_unit(terms, 0.0);
  of_unit[0] = 1;
  for (Index unit = 0; unit < z.terms.size(); ++unit) {
    const double up = z.terms(unit) * z.drop(unit);     // z - μ where it is kept
    const double down = -z.terms(unit) * z.keep(unit);  // where it is dropped
    double of_kept = z.keep(unit) * up;
    double of_dropped = z.drop(unit) * down;
    for (std::size_t j = 2; j < terms; ++j) {
      of_kept *= up / static_cast<double>(j);
      of_dropped *= down / static_cast<double>(j);
      of_unit[j] = of_kept + of_dropped;
    }
    for (std::size_t j = terms; j-- > 2;) {
      for (std::size_t i = 2; i <= j; ++i) all[j] += all[j - i] * of_unit[i];
    }
  }
  return all;
}

// σ(to) - σ(from), without cancellation: σ(a) - σ(b) = σ(a) σ(-b) (1 - e^{b-a}).
double rise(double from, double to) {
  if (to < from) return -rise(to, from);
  return whole_range_sigmoid(to) * whole_range_sigmoid(-from) * -std::expm1(from - to);
}

}  // namespace

std::optional<ShareMoments> moments_near_mean(const MaskedSum& z) {
  const double largest_distance = z.terms.cwiseAbs().dot(z.keep.cwiseMax(z.drop));
  if (largest_distance > widest) return std::nullopt;
  // Coefficients fall like π^-j, so that what is left out is below 1e-17 of the variance.
  const double ratio = std::numbers::pi / std::max(largest_distance, 1e-9);
  const auto terms = static_cast<std::size_t>(4 + std::ceil(40 / std::log(ratio)));
  const std::vector<double> c = sigmoid_series(z.bias + z.terms.dot(z.keep), terms);
  const std::vector<double> moment = central_moments(z, terms);
  double factorial = 1;
  double above = 0;        // E[σ(z)] - σ(μ)
  double mean_square = 0;  // of σ(z) - σ(μ)
  for (std::size_t j = 2; j < terms; ++j) {
    factorial *= static_cast<double>(j);
    double square = 0;
    for (std::size_t i = 1; i < j; ++i) square += c[i] * c[j - i];
    above += c[j] * factorial * moment[j];
    mean_square += square * factorial * moment[j];
  }
  const double mean = c[0] + above;
  return ShareMoments{mean, 1 - mean, std::max(0.0, mean_square - above * above)};
}

std::optional<ShareMoments> moments_of_rare_changes(const MaskedSum& z) {
  const Vector rare = z.keep.cwiseMin(z.drop);
  const double any = rare.sum();  // an upper bound of the probability of any change
  if (any > 1e-6) return std::nullopt;
  const double lowest = z.bias + z.terms.cwiseMin(0.0).sum();
  const double highest = z.bias + z.terms.cwiseMax(0.0).sum();
  double usual = z.bias;
  for (Index unit = 0; unit < z.terms.size(); ++unit) {
    if (z.keep(unit) > z.drop(unit)) usual += z.terms(unit);
  }
  double above = 0;
  double mean_square = 0;
  double largest_change = 0;
  for (Index unit = 0; unit < z.terms.size(); ++unit) {
    const bool is_kept = z.keep(unit) > z.drop(unit);
    const double distance = rise(usual, is_kept ? usual - z.terms(unit) : usual + z.terms(unit));
    largest_change = std::max(largest_change, std::abs(z.terms(unit)));
    above += rare(unit) * distance;
    mean_square += rare(unit) * distance * distance;
  }
  const double mean = whole_range_sigmoid(usual) + above;
  const double variance = mean_square - above * above;
  // The probability of two changes is at most half of that, of more at most as much times any; and
  // single ones are counted too often by as much.
  const double two = std::max(0.0, any * any - rare.squaredNorm());
  const double twice_changed = std::max(rise(usual, std::min(highest, usual + 2 * largest_change)),
                                        rise(std::max(lowest, usual - 2 * largest_change), usual));
  const double farthest = std::max(rise(usual, highest), rise(lowest, usual));
  const auto left_out = [&](double by_two, double by_more) {
    return 2 * two * (by_two + any * by_more);
  };
  const bool is_proved =
      left_out(twice_changed, farthest) <= 1e-15 * mean &&
      left_out(twice_changed * twice_changed, farthest * farthest) <= 1e-12 * variance;
  if (!is_proved) return std::nullopt;
  return ShareMoments{mean, 1 - mean, variance};
}

}  // namespace dropout
