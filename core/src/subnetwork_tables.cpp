#include "subnetwork_tables.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <utility>

#include "vector_functions.h"

namespace dropout {
namespace {

// Of |exponent|: the square of (e^170)² is still within float64.
constexpr double largest_exponent = 170;
// The innermost loops' arrays fit the first-level cache.
constexpr Index logistic_columns = 1024;
constexpr Index softmax_columns = 256;
constexpr Index most_classes = 10;
// What a layer makes of one tile fits the second-level cache.
constexpr Index tile_numbers = 65536;

Index log2_floor(Index number) {
  return static_cast<Index>(std::bit_width(static_cast<std::size_t>(number))) - 1;
}

// table[mask] = first Π factors[i] over the bits i of mask
void fill_products(double first, const double* factors, Index bits, double* table) {
  table[0] = first;
  for (Index i = 0, filled = 1; i < bits; ++i, filled *= 2) {
    const double* __restrict done = table;
    double* __restrict next = table + filled;
    for (Index j = 0; j < filled; ++j) next[j] = done[j] * factors[i];
  }
}

Vector mask_probabilities(double p_drop, Index bits) {
  Vector probability(Index{1} << bits);
  probability(0) = 1;
  for (Index filled = 1; filled < probability.size(); filled *= 2) {
    probability.segment(filled, filled) = (1 - p_drop) * probability.head(filled);
    probability.head(filled) *= p_drop;
  }
  return probability;
}

struct MeanAndSquare {
  double mean;
  double mean_square;
};

// Σ weights sum and Σ weights sum_of_squares, in four lanes each: one addition need not wait for
// the one before.
MeanAndSquare weighted_sums(Index size, const double* weights, const double* sum,
                            const double* sum_of_squares) {
  constexpr Index lanes = 4;
  std::array<double, lanes> a{};
  std::array<double, lanes> b{};
  for (Index j = 0; j + lanes <= size; j += lanes) {
    for (Index lane = 0; lane < lanes; ++lane) {
      a[static_cast<std::size_t>(lane)] += weights[j + lane] * sum[j + lane];
      b[static_cast<std::size_t>(lane)] += weights[j + lane] * sum_of_squares[j + lane];
    }
  }
  MeanAndSquare result{(a[0] + a[1]) + (a[2] + a[3]), (b[0] + b[1]) + (b[2] + b[3])};
  for (Index j = size / lanes * lanes; j < size; ++j) {
    result.mean += weights[j] * sum[j];
    result.mean_square += weights[j] * sum_of_squares[j];
  }
  return result;
}

// With E = a column's factor and H1, H2 = those of two rows of probabilities v1, v2, the sums
// v1 / (1 + E H1) + v2 / (1 + E H2) and v1 / (1 + E H1)² + v2 / (1 + E H2)² over one division.
struct LogisticRows {
  LogisticRows(double v1, double h1, double v2, double h2)
      : d1(h1 + h2),
        d2(h1 * h2),
        n0(v1 + v2),
        n1(v1 * h2 + v2 * h1),
        q1(2 * n1),
        q2(v1 * h2 * h2 + v2 * h1 * h1) {}
  double d1, d2;  // denominator 1 + d1 E + d2 E²
  double n0, n1;  // numerator n0 + n1 E
  double q1, q2;  // numerator of the squares n0 + q1 E + q2 E²
};

void add_logistic(const LogisticRows& a, const LogisticRows& b, Index columns,
                  const double* __restrict factors, double* __restrict sum,
                  double* __restrict sum_of_squares) {
  for (Index j = 0; j < columns; ++j) {
    const double e = factors[j];
    const double ra = 1 / (1 + e * (a.d1 + e * a.d2));
    const double rb = 1 / (1 + e * (b.d1 + e * b.d2));
    sum[j] += (a.n0 + e * a.n1) * ra + (b.n0 + e * b.n1) * rb;
    sum_of_squares[j] +=
        (a.n0 + e * (a.q1 + e * a.q2)) * (ra * ra) + (b.n0 + e * (b.q1 + e * b.q2)) * (rb * rb);
  }
}

// One row of the table for a softmax: its probability v, and of each class but class 0, for which
// both E and H are 1, H, v H and v H².
template <std::size_t others>
struct SoftmaxRow {
  double v = 0;
  std::array<double, others> h{};
  std::array<double, others> vh{};
  std::array<double, others> vhh{};
};

// Adds v (H / D)², D = 1 + Σ E H, for each class and v H / D for each but class 0; the class's own
// E comes later. The arrays of the classes lie softmax_columns apart.
template <std::size_t others>
void add_softmax(const SoftmaxRow<others>& a, const SoftmaxRow<others>& b, Index columns,
                 const double* __restrict factors, double* __restrict sum,
                 double* __restrict sum_of_squares) {
  for (Index j = 0; j < columns; ++j) {
    double da = 1;
    double db = 1;
    for (std::size_t c = 0; c < others; ++c) {
      const double e = factors[c * softmax_columns + static_cast<std::size_t>(j)];
      da += e * a.h[c];
      db += e * b.h[c];
    }
    const double r = 1 / (da * db);
    const double ra = r * db;
    const double rb = r * da;
    const double ra_square = ra * ra;
    const double rb_square = rb * rb;
    sum_of_squares[j] += a.v * ra_square + b.v * rb_square;
    for (std::size_t c = 0; c < others; ++c) {
      const std::size_t at = (c + 1) * softmax_columns + static_cast<std::size_t>(j);
      sum[at] += a.vh[c] * ra + b.vh[c] * rb;
      sum_of_squares[at] += a.vhh[c] * ra_square + b.vhh[c] * rb_square;
    }
  }
}

template <std::size_t others>
void add_all_softmax_rows(const Vector& row_probability, const Matrix& row_factors, Index columns,
                          const double* factors, double* sum, double* sum_of_squares) {
  const auto row = [&](Index r) {
    // Beyond the last row: probability 0.
    SoftmaxRow<others> result;
    if (r >= row_probability.size()) return result;
    result.v = row_probability(r);
    for (std::size_t c = 0; c < others; ++c) {
      result.h[c] = row_factors(static_cast<Index>(c), r);
      result.vh[c] = result.v * result.h[c];
      result.vhh[c] = result.vh[c] * result.h[c];
    }
    return result;
  };
  for (Index r = 0; r < row_probability.size(); r += 2) {
    add_softmax(row(r), row(r + 1), columns, factors, sum, sum_of_squares);
  }
}

}  // namespace

SubnetworkTables::SubnetworkTables(std::span<const Stage> stages, Index bits)
    : stages_(stages), bits_(bits) {
  const Stage& stage = stages.front();
  const Index outputs = stage.bias.size();
  Index most_columns = logistic_columns;
  if (stages.size() == 1) logistic_ = logistic(stage);
  if (logistic_) {
    exponent_weight_ = -logistic_->weight;
    exponent_bias_ = -logistic_->bias;
  } else if (stages.size() == 1 && stage.activation == Activation::softmax && outputs > 2 &&
             outputs <= most_classes) {
    exponent_weight_ = stage.weight.bottomRows(outputs - 1).rowwise() - stage.weight.row(0);
    exponent_bias_ = stage.bias.tail(outputs - 1).array() - stage.bias(0);
    most_columns = softmax_columns;
  } else {
    Index widest = 1;
    for (const Stage& each : stages) widest = std::max(widest, each.bias.size());
    most_columns = std::clamp<Index>(tile_numbers / widest, 4, logistic_columns);
  }
  column_bits_ = std::min({bits, (bits + 2) / 2, log2_floor(most_columns)});
  column_probability_ = mask_probabilities(stage.p_drop, column_bits_);
  row_probability_ = mask_probabilities(stage.p_drop, bits - column_bits_);
}

double SubnetworkTables::probability(std::uint64_t kept) const {
  const Stage& stage = stages_.front();
  if (stage.p_drop == 0) return 1;
  const int units = static_cast<int>(stage.weight.cols() - bits_);
  const int kept_units = std::popcount(kept);
  return std::pow(1 - stage.p_drop, kept_units) * std::pow(stage.p_drop, units - kept_units);
}

Matrix SubnetworkTables::mean_inputs(const Matrix& values, std::uint64_t kept) const {
  Matrix result = values;
  const double p_drop = stages_.front().p_drop;
  if (p_drop == 0) return result;
  result.topRows(bits_) *= 1 - p_drop;
  for (Index unit = bits_; unit < values.rows(); ++unit) {
    if (((kept >> (unit - bits_)) & 1) == 0) result.row(unit).setZero();
  }
  return result;
}

bool SubnetworkTables::fit_exponentials(const Matrix& values) const {
  const Matrix largest =
      (exponent_weight_.cwiseAbs() * values.cwiseAbs()).colwise() + exponent_bias_.cwiseAbs();
  return largest.maxCoeff() <= largest_exponent;
}

Moments SubnetworkTables::moments(const Matrix& values, std::uint64_t kept) {
  Moments result = zero_moments(stages_.back().bias.size(), values.cols());
  if (exponent_bias_.size() == 0 || !fit_exponentials(values)) {
    average_tiles(values, kept, result);
    return result;
  }
  const Stage& stage = stages_.front();
  const Matrix mean_of_inputs = mean_inputs(values, kept);
  result.mean_pre_activation = (stage.weight * mean_of_inputs).colwise() + stage.bias;

  const Index others = values.rows() - bits_;
  first_factors_ =
      (exponent_weight_.rightCols(others) * mean_of_inputs.bottomRows(others)).colwise() +
      exponent_bias_;
  exponentiate(first_factors_);
  unit_factors_.clear();
  for (Index e = 0; e < exponent_bias_.size(); ++e) {
    unit_factors_.push_back(values.topRows(bits_).transpose() *
                            exponent_weight_.row(e).head(bits_).asDiagonal());
    exponentiate(unit_factors_.back());
  }
  if (logistic_) {
    average_logistic(result);
  } else {
    average_softmax(result);
  }
  return result;
}

void SubnetworkTables::fill_tables(Index exponent, Index set, double* columns, double* rows) const {
  const double* const of_units =
      unit_factors_[static_cast<std::size_t>(exponent)].data() + set * bits_;
  fill_products(1, of_units, column_bits_, columns);
  fill_products(first_factors_(exponent, set), of_units + column_bits_, bits_ - column_bits_, rows);
}

void SubnetworkTables::average_logistic(Moments& result) {
  const Index columns = column_probability_.size();
  const Index rows = row_probability_.size();
  column_factors_.resize(1, columns);
  row_factors_.resize(1, rows);
  const double* const v = row_probability_.data();
  const double* const h = row_factors_.data();
  const auto two_rows = [&](Index r) {
    // Beyond the last row: probability 0.
    return r + 1 < rows ? LogisticRows(v[r], h[r], v[r + 1], h[r + 1])
           : r < rows   ? LogisticRows(v[r], h[r], 0, 0)
                        : LogisticRows(0, 0, 0, 0);
  };
  const double scale = logistic_->scale;
  for (Index o = 0; o < exponent_bias_.size(); ++o) {
    for (Index set = 0; set < result.mean.cols(); ++set) {
      fill_tables(o, set, column_factors_.data(), row_factors_.data());
      sum_.setZero(1, columns);
      sum_of_squares_.setZero(1, columns);
      for (Index r = 0; r < rows; r += 4) {
        add_logistic(two_rows(r), two_rows(r + 2), columns, column_factors_.data(), sum_.data(),
                     sum_of_squares_.data());
      }
      const auto [mean, mean_square] =
          weighted_sums(columns, column_probability_.data(), sum_.data(), sum_of_squares_.data());
      result.mean(o, set) = scale * mean + logistic_->shift;
      result.variance(o, set) = scale * scale * std::max(0.0, mean_square - mean * mean);
    }
  }
  complete_two_classes(stages_.front(), result);
}

void SubnetworkTables::average_softmax(Moments& result) {
  const Index columns = column_probability_.size();
  const Index others = exponent_bias_.size();
  column_factors_.resize(others, softmax_columns);
  row_factors_.resize(others, row_probability_.size());
  sum_.resize(others + 1, softmax_columns);
  sum_of_squares_.resize(others + 1, softmax_columns);
  const auto add_all_rows = [&]<std::size_t... n>(std::index_sequence<n...>) {
    constexpr std::size_t fewest = 2;
    ((static_cast<Index>(n + fewest) == others
          ? add_all_softmax_rows<n + fewest>(row_probability_, row_factors_, columns,
                                             column_factors_.data(), sum_.data(),
                                             sum_of_squares_.data())
          : void()),
     ...);
  };
  for (Index set = 0; set < result.mean.cols(); ++set) {
    for (Index c = 0; c < others; ++c) {
      fill_tables(c, set, column_factors_.row(c).data(), row_factors_.row(c).data());
    }
    sum_.leftCols(columns).setZero();
    sum_of_squares_.leftCols(columns).setZero();
    add_all_rows(std::make_index_sequence<most_classes - 2>());
    result.mean(0, set) = 1;
    for (Index c = 0; c <= others; ++c) {
      auto sum = sum_.row(c).head(columns).array();
      auto sum_of_squares = sum_of_squares_.row(c).head(columns).array();
      if (c > 0) {
        const auto factors = column_factors_.row(c - 1).head(columns).array();
        sum *= factors;
        sum_of_squares *= factors.square();
      }
      const auto [mean, mean_square] = weighted_sums(
          columns, column_probability_.data(), sum_.row(c).data(), sum_of_squares_.row(c).data());
      if (c > 0) {
        result.mean(c, set) = mean;
        result.mean(0, set) -= mean;
      }
      result.variance(c, set) = mean_square;
    }
    result.variance.col(set) =
        (result.variance.col(set) - result.mean.col(set).cwiseAbs2()).cwiseMax(0.0);
  }
}

void SubnetworkTables::for_each_tile(const Vector& values, std::uint64_t kept,
                                     const std::function<void(const Tile&)>& use) const {
  const Stage& first_stage = stages_.front();
  const Matrix of_units = first_stage.weight.leftCols(bits_) * values.head(bits_).asDiagonal();
  const Index others = values.size() - bits_;
  const Vector bias =
      first_stage.weight.rightCols(others) * mean_inputs(values, kept).bottomRows(others) +
      first_stage.bias;
  Matrix column_sums = Matrix::Zero(bias.size(), column_probability_.size());
  for (Index unit = 0, filled = 1; unit < column_bits_; ++unit, filled *= 2) {
    column_sums.middleCols(filled, filled) =
        column_sums.leftCols(filled).colwise() + of_units.col(unit);
  }
  Tile tile;
  for (Index row = 0; row < row_probability_.size(); ++row) {
    Vector row_sum = bias;
    for (Index unit = column_bits_; unit < bits_; ++unit) {
      if ((row >> (unit - column_bits_)) & 1) row_sum += of_units.col(unit);
    }
    tile.first = static_cast<std::uint64_t>(row) << column_bits_;
    tile.probability = column_probability_ * row_probability_(row);
    tile.pre_activation = column_sums.colwise() + row_sum;
    tile.output = tile.pre_activation;
    activate_columns(first_stage.activation, tile.output);
    for (const Stage& stage : stages_.subspan(1)) {
      tile.pre_activation = (stage.weight * tile.output).colwise() + stage.bias;
      tile.output = tile.pre_activation;
      activate_columns(stage.activation, tile.output);
    }
    use(tile);
  }
}

void SubnetworkTables::average_tiles(const Matrix& values, std::uint64_t kept,
                                     Moments& result) const {
  for (Index set = 0; set < values.cols(); ++set) {
    const Vector nothing;
    PartialAverage sum = weighted_average(zero_moments(result.mean.rows(), 0), nothing);
    for_each_tile(values.col(set), kept, [&](const Tile& tile) {
      const Matrix variance = Matrix::Zero(tile.output.rows(), tile.output.cols());
      add(sum, weighted_average({tile.output, variance, tile.pre_activation}, tile.probability));
    });
    result.mean.col(set) = sum.mean;
    result.variance.col(set) = sum.squared_distance / sum.weight;
    result.mean_pre_activation.col(set) = sum.mean_pre_activation;
  }
}

}  // namespace dropout
