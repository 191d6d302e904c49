#include "averaging/subnetwork_tables.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>

#include "averaging/careful_table.h"
#include "network/activate_columns.h"
#include "support/simd.h"
#include "support/vector_functions.h"

namespace dropout {
namespace {

// Of |exponent|: the product of four sums of e^170 and e^170 is still within float64.
constexpr double max_exponent = 170;
// Of a variance, relative to the square of its mean: a smaller one is no difference of mean squares
// that each have errors of some 1e-16.
constexpr double min_difference = 1e-3;
// The usual number of rows of exponentials, as a power of two: few to set up, enough that few
// groups keep places empty. There are more where the columns are as many as the first-level cache
// holds.
constexpr Index logistic_row_bits = 6;
constexpr Index softmax_row_bits = 5;
constexpr Index max_columns = 1024;
// What a layer makes of one tile fits the second-level cache.
constexpr Index tile_numbers = 65536;

Index log2_floor(Index number) {
  return static_cast<Index>(std::bit_width(static_cast<std::size_t>(number))) - 1;
}

// table[mask] = first Π factors[i] over the bits i of mask
void fill_products(double first, const double* factors, Index bits, double* table) {
  table[0] = first;
  if (bits > 0) table[1] = first * factors[0];
  for (Index i = 1, filled = 2; i < bits; ++i, filled *= 2) {
    const Double2 factor = broadcast(factors[i]);
    for (Index j = 0; j < filled; j += 2)
      store(load<Double2>(table + j) * factor, table + filled + j);
  }
}

bool needs_care(const ShareMoments& share) {
  return share.variance < min_difference * share.mean * share.mean;
}

// By the number of units that are kept. By multiplications: they are few, and std::pow is much to
// download.
Vector kept_probabilities(double p_drop, Index units) {
  Vector result = Vector::Ones(units + 1);
  for (Index unit = 1; unit <= units; ++unit) {
    result.tail(units + 1 - unit) *= 1 - p_drop;
    result.head(unit) *= p_drop;
  }
  return result;
}

// The same bits wherever as many units are kept.
Vector mask_probabilities(double p_drop, Index bits) {
  const Vector of_kept = kept_probabilities(p_drop, bits);
  Vector probability(Index{1} << bits);
  for (Index mask = 0; mask < probability.size(); ++mask) {
    probability(mask) = of_kept(std::popcount(static_cast<std::uint64_t>(mask)));
  }
  return probability;
}

}  // namespace

SubnetworkTables::SubnetworkTables(std::span<const Stage> stages, Index bits)
    : stages_(stages), bits_(bits) {
  const Stage& stage = stages.front();
  const Index outputs = stage.bias.size();
  if (stages.size() == 1) logistic_ = logistic(stage);
  const bool is_softmax = stages.size() == 1 && stage.activation == Activation::softmax &&
                          outputs >= SoftmaxTable::min_classes &&
                          outputs <= SoftmaxTable::max_classes;
  if (logistic_) {
    exponent_weight_ = logistic_->weight;
    exponent_bias_ = logistic_->bias;
  } else if (is_softmax) {
    exponent_weight_ = stage.weight.bottomRows(outputs - 1).rowwise() - stage.weight.row(0);
    exponent_bias_ = stage.bias.tail(outputs - 1).array() - stage.bias(0);
  }
  Index widest = 1;
  for (const Stage& each : stages) widest = std::max(widest, each.bias.size());
  const Index max_bits = log2_floor(std::clamp<Index>(tile_numbers / widest, 4, max_columns));
  const Index row_bits = logistic_ ? logistic_row_bits : is_softmax ? softmax_row_bits : 0;
  column_bits_ = std::clamp(bits - row_bits, std::min<Index>(bits, 1), max_bits);
  if (logistic_) exponent_weight_.leftCols(column_bits_) *= -1;
  column_probability_ = mask_probabilities(stage.p_drop, column_bits_);
  row_probability_ = mask_probabilities(stage.p_drop, bits - column_bits_);
  if (logistic_) logistic_table_.emplace(column_probability_, row_probability_);
  if (is_softmax) softmax_table_.emplace(column_probability_, row_probability_, outputs);
}

double SubnetworkTables::probability(std::uint64_t kept) const {
  const Stage& stage = stages_.front();
  if (stage.p_drop == 0) return 1;
  return kept_probabilities(stage.p_drop, stage.weight.cols() - bits_)(std::popcount(kept));
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
  const Vector largest_values = values.cwiseAbs().rowwise().maxCoeff();
  const Vector largest = exponent_weight_.cwiseAbs() * largest_values + exponent_bias_.cwiseAbs();
  return largest.maxCoeff() <= max_exponent;
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
  const Matrix signs = signs_of(result);
  first_factors_ = first_factors_.cwiseProduct(signs);
  exponentiate(first_factors_);
  unit_factors_.clear();
  for (Index e = 0; e < exponent_bias_.size(); ++e) {
    Matrix exponents =
        values.topRows(bits_).transpose() * exponent_weight_.row(e).head(bits_).asDiagonal();
    for (Index set = 0; set < values.cols(); ++set) exponents.row(set) *= signs(e, set);
    exponentiate(exponents);
    unit_factors_.push_back(std::move(exponents));
  }
  if (logistic_) {
    average_logistic(signs, result);
  } else {
    average_softmax(result);
  }
  return result;
}

// Where z is above 0 on average, tables of sigmoids are of -z: what may be near 1 is what its
// complement leaves.
Matrix SubnetworkTables::signs_of(const Moments& moments) const {
  Matrix signs = Matrix::Ones(exponent_bias_.size(), moments.mean.cols());
  if (!logistic_) return signs;
  const bool is_softmax = stages_.front().activation == Activation::softmax;
  for (Index e = 0; e < signs.rows(); ++e) {
    for (Index set = 0; set < signs.cols(); ++set) {
      const double other = is_softmax ? moments.mean_pre_activation(1, set) : 0;
      if (moments.mean_pre_activation(e, set) > other) signs(e, set) = -1;
    }
  }
  return signs;
}

void SubnetworkTables::fill_tables(Index exponent, Index set, double* columns, double* rows) const {
  const double* const of_units =
      unit_factors_[static_cast<std::size_t>(exponent)].data() + set * bits_;
  fill_products(1, of_units, column_bits_, columns);
  fill_products(first_factors_(exponent, set), of_units + column_bits_, bits_ - column_bits_, rows);
}

void SubnetworkTables::average_logistic(const Matrix& signs, Moments& result) {
  for (Index o = 0; o < exponent_bias_.size(); ++o) {
    for (Index set = 0; set < result.mean.cols(); ++set) {
      double* const columns = logistic_table_->column_factors();
      double* const rows = logistic_table_->row_factors();
      fill_tables(o, set, columns, rows);
      ShareMoments share = logistic_table_->moments();
      if (needs_care(share)) {
        // σ is one class of two, with the factor 1 / E of a column.
        const Matrix column_factors =
            Vector::Map(columns, column_probability_.size()).cwiseInverse().transpose();
        const Matrix row_factors = Vector::Map(rows, row_probability_.size()).transpose();
        share =
            careful_averages(column_factors, column_probability_, row_factors, row_probability_)[1];
      }
      set_moments(result, o, set, signs(o, set) > 0 ? share : complementary(share));
    }
  }
  complete_two_classes(stages_.front(), result);
}

void SubnetworkTables::average_softmax(Moments& result) {
  for (Index set = 0; set < result.mean.cols(); ++set) {
    for (Index c = 0; c < exponent_bias_.size(); ++c) {
      fill_tables(c, set, softmax_table_->column_factors(c + 1),
                  softmax_table_->row_factors(c + 1));
    }
    const std::span<const ShareMoments> shares = softmax_table_->moments();
    for (std::size_t c = 0; c < shares.size(); ++c) {
      set_moments(result, static_cast<Index>(c), set, shares[c]);
    }
    Index dominant = 0;
    result.mean.col(set).maxCoeff(&dominant);
    if (std::any_of(shares.begin(), shares.end(), needs_care)) {
      average_carefully(set, dominant, result);
    }
  }
}

void SubnetworkTables::average_carefully(Index set, Index dominant, Moments& result) {
  const Index classes = result.mean.rows();
  Matrix column_factors = Matrix::Ones(classes, column_probability_.size());
  Matrix row_factors = Matrix::Ones(classes, row_probability_.size());
  for (Index c = 1; c < classes; ++c) {
    std::copy_n(softmax_table_->column_factors(c), column_factors.cols(),
                column_factors.row(c).data());
    std::copy_n(softmax_table_->row_factors(c), row_factors.cols(), row_factors.row(c).data());
  }
  const std::vector<ShareMoments> careful =
      careful_averages(relative_to(dominant, column_factors), column_probability_,
                       relative_to(dominant, row_factors), row_probability_);
  for (Index c = 0; c < classes; ++c) {
    const Index entry = c == dominant ? 0 : c < dominant ? c + 1 : c;
    const ShareMoments& small = careful[static_cast<std::size_t>(entry)];
    set_moments(result, c, set, c == dominant ? complementary(small) : small);
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
    for (std::size_t next = 1; next < stages_.size(); ++next) {
      activate_columns(stages_[next - 1].activation, tile.pre_activation);
      tile.pre_activation =
          Matrix((stages_[next].weight * tile.pre_activation).colwise() + stages_[next].bias);
    }
    use(tile);
  }
}

void SubnetworkTables::average_tiles(const Matrix& values, std::uint64_t kept,
                                     Moments& result) const {
  const Activation activation = stages_.back().activation;
  for (Index set = 0; set < values.cols(); ++set) {
    const Vector nothing;
    PartialAverage sum = weighted_average(zero_moments(result.mean.rows(), 0), nothing);
    for_each_tile(values.col(set), kept, [&](const Tile& tile) {
      const Shares shares = output_shares(activation, tile.pre_activation);
      const Matrix variance = Matrix::Zero(shares.share.rows(), shares.share.cols());
      add(sum, weighted_average({shares.share, shares.complement, variance, tile.pre_activation},
                                tile.probability));
    });
    result.mean.col(set) = sum.mean;
    result.complement.col(set) = sum.complement;
    result.variance.col(set) = sum.squared_distance / sum.weight;
    result.mean_pre_activation.col(set) = sum.mean_pre_activation;
  }
}

}  // namespace dropout
