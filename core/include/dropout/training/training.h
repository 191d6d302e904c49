#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "dropout/data/samples.h"
#include "dropout/gradients/losses.h"
#include "dropout/masks/keep_mask.h"
#include "dropout/network/network.h"
#include "dropout/random/random_stream.h"
#include "dropout/support/matrix.h"
#include "dropout/training/evaluation.h"

namespace dropout {

/// How to train: stochastic gradient descent as in section 5.1 and appendix A.2 of Srivastava et
/// al. (2014), each update as torch.optim.SGD makes it. With g the mean gradient of a mini-batch by
/// weight w and v = 0 at the start: v <- momentum v + g + weight_decay w, w <- w - learning_rate v.
/// Biases are treated alike.
struct TrainingOptions {
  Loss loss = Loss::cross_entropy;  ///< one that the network's output activation allows
  Index batch_size = 32;            ///< at least 1; the last batch of an epoch has what is left
  /// 0, or within the range of float32's normal numbers, like momentum and weight_decay.
  double learning_rate = 0.1;
  double momentum = 0;             ///< in [0, 1), also when rounded to float32
  double learning_rate_decay = 1;  ///< in (0, 1]: the factor after each epoch
  double weight_decay = 0;         ///< at least 0
  /// At least float32's smallest normal number: weights that a hidden unit receives are scaled down
  /// after each update to this Euclidean norm where theirs is larger.
  std::optional<double> max_norm = {};
};

/// What one update uses.
struct TrainingBatch {
  std::vector<Index> samples;  ///< indices of training samples
  KeepMasks keep_masks;        ///< one row for each of them
};

/// How far training has come, and how well the network does.
struct TrainingState {
  Index updates;            ///< so many have been made
  Index updates_per_epoch;  ///< batches, the last of which may be smaller
  double learning_rate;     ///< of the next update
  /// The mean loss of the last batch, with its masks, before its update; none before the first.
  std::optional<double> batch_loss;
  Evaluation training;  ///< of the full network on all training samples
  Evaluation test;      ///< the same on all test samples
  /// Whether the last batch's loss, or a weight after its update, was not finite. The network is
  /// that of before.
  bool diverged;
};

/// A network being trained, in float32. Masks are drawn for each sample from one stream, the orders
/// of the epochs as `permutation` from another; both start alike:
///
///     torch.manual_seed(seed)
///     shuffling = torch.Generator().manual_seed(seed)
///     for epoch in ...:
///         for batch in torch.randperm(samples, generator=shuffling).split(batch_size):
///             ...
///
/// So networks with different p_drop see the same batches. A copy goes on from the same point.
class TrainingSession {
 public:
  /// Throws InvalidInput. Both sets of samples have at least one.
  TrainingSession(const Network& network, Samples training, Samples test,
                  const TrainingOptions& options, const RandomStream& stream);
  /// @{
  /// What is moved from can only be assigned to.
  TrainingSession(const TrainingSession& other);
  TrainingSession(TrainingSession&& other) noexcept;
  TrainingSession& operator=(const TrainingSession& other);
  TrainingSession& operator=(TrainingSession&& other) noexcept;
  ~TrainingSession();
  /// @}

  /// Makes so many updates, fewer where training diverges. Throws InvalidInput where `updates` is
  /// negative, or above 0 after training has diverged, or where the session would make more than
  /// 2,000,000,000 in all.
  void step(Index updates);

  /// What the next update will use.
  TrainingBatch next_batch() const;

  /// Evaluates the network on all samples, which takes about as long as several updates.
  TrainingState state() const;

  /// As trained so far.
  Network network() const;

  /// So many have been made.
  Index updates() const;

  /// What the next update takes.
  double learning_rate() const;

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace dropout
