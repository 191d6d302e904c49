#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "averaging/logistic_table.h"
#include "averaging/moments.h"
#include "averaging/reduced_network.h"
#include "averaging/softmax_table.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// Averages over all masks of `bits` units of a stage, for given masks of its other units, without
/// a forward pass for each: the pre-activations of all masks of some units (the columns of a table)
/// and of all masks of the others (its rows) are added up once; each subnetwork is one column plus
/// one row. Where a sigmoid, tanh or softmax gives the output, the tables hold exponentials instead
/// of sums, and a subnetwork costs no exponential of its own.
class SubnetworkTables {
 public:
  /// `stages`, of which only the first has dropout, end with the output.
  SubnetworkTables(std::span<const Stage> stages, Index bits);

  /// One set of subnetworks for each column of `values`, which come into the first stage. Bit i of
  /// `kept` says whether unit `bits` + i is kept.
  Moments moments(const Matrix& values, std::uint64_t kept);

  /// The probability of `kept`.
  double probability(std::uint64_t kept) const;

  /// Some subnetworks; each column is one of them, each row a unit of the last stage.
  struct Tile {
    std::uint64_t first;    ///< the mask of the first one, as bits; those of the next follow
    Vector probability;     ///< of each mask of the `bits` units
    Matrix pre_activation;  ///< of the output layer
  };

  /// Gives `use` all subnetworks, tile by tile.
  void for_each_tile(const Vector& values, std::uint64_t kept,
                     const std::function<void(const Tile&)>& use) const;

 private:
  /// What comes in, averaged over the masks of the first `bits` units.
  Matrix mean_inputs(const Matrix& values, std::uint64_t kept) const;
  bool fit_exponentials(const Matrix& values) const;
  void fill_tables(Index exponent, Index set, double* columns, double* rows) const;
  Matrix signs_of(const Moments& moments) const;
  void average_logistic(const Matrix& signs, Moments& result);
  void average_softmax(Moments& result);
  void average_carefully(Index set, Index dominant, Moments& result);
  void average_tiles(const Matrix& values, std::uint64_t kept, Moments& result) const;

  std::span<const Stage> stages_;
  Index bits_;
  Index column_bits_;
  Vector column_probability_;
  Vector row_probability_;
  std::optional<LogisticStage> logistic_;
  std::optional<LogisticTable> logistic_table_;
  std::optional<SoftmaxTable> softmax_table_;
  /// Gives the exponents in the tables: of a logistic output z, what the columns' units add to it
  /// being negated; for a softmax, each class's z minus that of class 0. Without rows where the
  /// tables hold no exponentials.
  Matrix exponent_weight_;
  Vector exponent_bias_;

  // Exponentials of what each unit adds (for each exponent, sets × units) and of all the rest
  // (exponents × sets).
  std::vector<Matrix> unit_factors_;
  Matrix first_factors_;
};

}  // namespace dropout
