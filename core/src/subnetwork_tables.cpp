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

double mask_probability(double p_drop, int units, int kept_units) {
  return std::pow(1 - p_drop, kept_units) * std::pow(p_drop, units - kept_units);
}

// The same bits wherever as many units are kept.
Vector mask_probabilities(double p_drop, Index bits) {
  Vector of_kept(bits + 1);
  for (int kept = 0; kept <= bits; ++kept) {
    of_kept(kept) = mask_probability(p_drop, static_cast<int>(bits), kept);
  }
  Vector probability(Index{1} << bits);
  for (Index mask = 0; mask < probability.size(); ++mask) {
    probability(mask) = of_kept(std::popcount(static_cast<std::uint64_t>(mask)));
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
  using Lanes = Eigen::Array4d;
  Lanes a = Lanes::Zero();
  Lanes b = Lanes::Zero();
  Index j = 0;
  for (; j + Lanes::SizeAtCompileTime <= size; j += Lanes::SizeAtCompileTime) {
    const auto weight = Lanes::Map(weights + j);
    a += weight * Lanes::Map(sum + j);
    b += weight * Lanes::Map(sum_of_squares + j);
  }
  MeanAndSquare result{a.sum(), b.sum()};
  for (; j < size; ++j) {
    result.mean += weights[j] * sum[j];
    result.mean_square += weights[j] * sum_of_squares[j];
  }
  return result;
}

template <std::size_t others>
void add_all_softmax_rows(const std::vector<RowPair>& pairs, const Matrix& row_factors,
                          Index columns, const double* factors, double* sum,
                          double* sum_of_squares) {
  const Index none = row_factors.cols() - 1;
  for (const RowPair& pair : pairs) {
    SoftmaxPair<others> both{
        pair.root, pair.first == none ? 0 : pair.root, pair.second == none ? 0 : pair.root, {}, {}};
    for (std::size_t c = 0; c < others; ++c) {
      both.h1[c] = row_factors(static_cast<Index>(c), pair.first);
      both.h2[c] = row_factors(static_cast<Index>(c), pair.second);
    }
    add_softmax(both, columns, factors, sum, sum_of_squares);
  }
}

}  // namespace

SubnetworkTables::SubnetworkTables(std::span<const Stage> stages, Index bits)
    : stages_(stages), bits_(bits) {
  const Stage& stage = stages.front();
  const Index outputs = stage.bias.size();
  Index most_columns = logistic_columns;
  column_bits_ = (bits + 2) / 2;
  if (stages.size() == 1) logistic_ = logistic(stage);
  if (logistic_) {
    exponent_weight_ = -logistic_->weight;
    exponent_bias_ = -logistic_->bias;
  } else if (stages.size() == 1 && stage.activation == Activation::softmax && outputs > 2 &&
             outputs <= most_classes) {
    exponent_weight_ = stage.weight.bottomRows(outputs - 1).rowwise() - stage.weight.row(0);
    exponent_bias_ = stage.bias.tail(outputs - 1).array() - stage.bias(0);
    most_columns = softmax_columns;
    column_bits_ = (bits + 1) / 2;  // each column takes more, for all classes, after its rows
  } else {
    Index widest = 1;
    for (const Stage& each : stages) widest = std::max(widest, each.bias.size());
    most_columns = std::clamp<Index>(tile_numbers / widest, 4, logistic_columns);
  }
  column_bits_ = std::min({bits, column_bits_, log2_floor(most_columns)});
  column_probability_ = mask_probabilities(stage.p_drop, column_bits_);
  row_probability_ = mask_probabilities(stage.p_drop, bits - column_bits_);
  row_pairs_ = row_pairs(row_probability_);
}

double SubnetworkTables::probability(std::uint64_t kept) const {
  const Stage& stage = stages_.front();
  if (stage.p_drop == 0) return 1;
  return mask_probability(stage.p_drop, static_cast<int>(stage.weight.cols() - bits_),
                          std::popcount(kept));
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
  row_factors_.resize(1, rows + 1);
  const double scale = logistic_->scale;
  for (Index o = 0; o < exponent_bias_.size(); ++o) {
    for (Index set = 0; set < result.mean.cols(); ++set) {
      fill_tables(o, set, column_factors_.data(), row_factors_.data());
      sum_.setZero(1, columns);
      sum_of_squares_.setZero(1, columns);
      // 1/H, and 0 for no row.
      row_factors_.leftCols(rows) = row_factors_.leftCols(rows).cwiseInverse();
      row_factors_(rows) = 0;
      const auto logistic_pair = [&](const RowPair& pair) {
        return LogisticPair(pair.root, row_factors_(pair.first), row_factors_(pair.second));
      };
      for (std::size_t p = 0; p < row_pairs_.size(); p += 2) {
        add_logistic(logistic_pair(row_pairs_[p]), logistic_pair(row_pairs_[p + 1]), columns,
                     column_factors_.data(), sum_.data(), sum_of_squares_.data());
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
  row_factors_.setZero(others, row_probability_.size() + 1);
  sum_.resize(others + 1, softmax_columns);
  sum_of_squares_.resize(others + 1, softmax_columns);
  const auto add_all_rows = [&]<std::size_t... n>(std::index_sequence<n...>) {
    constexpr std::size_t fewest = 2;
    ((static_cast<Index>(n + fewest) == others
          ? add_all_softmax_rows<n + fewest>(row_pairs_, row_factors_, columns,
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
