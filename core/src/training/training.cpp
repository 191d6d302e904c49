#include "dropout/training/training.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "dropout/random/permutation.h"
#include "training/checks.h"
#include "training/float32_descent.h"

namespace dropout {
namespace {

template <class Rows>
Rows rows_of(const Rows& all, const std::vector<Index>& samples) {
  Rows rows(static_cast<Index>(samples.size()), all.cols());
  for (Index row = 0; row < rows.rows(); ++row) {
    rows.row(row) = all.row(samples[static_cast<std::size_t>(row)]);
  }
  return rows;
}

LayerPass output_of(const Float32Pass& pass) {
  return {pass.pre_activations.back().cast<double>(), pass.activations.back().cast<double>(), {}};
}

// So many samples at a time that their values stay in the cache.
LayerPass output_of(const Float32Network& network, const Float32Matrix& inputs) {
  constexpr Index max_samples_at_once = 32;
  const Index outputs = network.layers.back().bias.size();
  LayerPass result{Matrix(inputs.rows(), outputs), Matrix(inputs.rows(), outputs), {}};
  for (Index first = 0; first < inputs.rows(); first += max_samples_at_once) {
    const Index count = std::min(max_samples_at_once, inputs.rows() - first);
    const LayerPass block = output_of(forward(network, inputs.middleRows(first, count)));
    result.pre_activation.middleRows(first, count) = block.pre_activation;
    result.activation.middleRows(first, count) = block.activation;
  }
  return result;
}

}  // namespace

class TrainingSession::Implementation {
 public:
  Implementation(const Network& network, Samples training, Samples test,
                 const TrainingOptions& options, const RandomStream& stream);
  void step(Index updates);
  TrainingBatch next_batch() const;
  TrainingState state() const;
  Network network() const { return to_float64(network_); }
  Index updates() const { return updates_; }
  double learning_rate() const { return learning_rate_; }

 private:
  Index updates_per_epoch() const;
  TrainingBatch draw_batch(RandomStream& masks) const;
  void update();

  TrainingOptions options_;
  Samples training_;
  Samples test_;
  Float32Matrix training_inputs_;
  Float32Matrix test_inputs_;
  Float32Network network_;
  Float32Network velocity_;
  Float32Network next_;  // room for what an update makes of `network_`
  RandomStream masks_;
  RandomStream shuffling_;
  std::vector<Index> order_;  // of the samples in this epoch
  Index updates_ = 0;
  double learning_rate_;
  std::optional<double> batch_loss_;
  bool diverged_ = false;
};

TrainingSession::Implementation::Implementation(const Network& network, Samples training,
                                                Samples test, const TrainingOptions& options,
                                                const RandomStream& stream)
    : options_(options),
      training_(std::move(training)),
      test_(std::move(test)),
      masks_(stream),
      shuffling_(stream),
      learning_rate_(options.learning_rate) {
  check_training(network, training_, test_, options_);
  training_inputs_ = training_.inputs.cast<float>();
  test_inputs_ = test_.inputs.cast<float>();
  network_ = to_float32(network);
  velocity_ = without_weights(network_);
  next_ = network_;
  order_ = permutation(shuffling_, training_.inputs.rows());
}

void TrainingSession::Implementation::step(Index updates) {
  check_updates(updates, diverged_, updates_);
  for (Index i = 0; i < updates && !diverged_; ++i) update();
}

TrainingBatch TrainingSession::Implementation::next_batch() const {
  RandomStream masks = masks_;
  return draw_batch(masks);
}

TrainingState TrainingSession::Implementation::state() const {
  const auto evaluated = [&](const Float32Matrix& inputs, const Matrix& targets) {
    return evaluation(options_.loss, output_of(network_, inputs), targets);
  };
  return {updates_,
          updates_per_epoch(),
          learning_rate_,
          batch_loss_,
          evaluated(training_inputs_, training_.targets),
          evaluated(test_inputs_, test_.targets),
          diverged_};
}

Index TrainingSession::Implementation::updates_per_epoch() const {
  const auto samples = static_cast<Index>(order_.size());
  return (samples + options_.batch_size - 1) / options_.batch_size;
}

TrainingBatch TrainingSession::Implementation::draw_batch(RandomStream& masks) const {
  const auto first = order_.begin() + updates_ % updates_per_epoch() * options_.batch_size;
  const auto last = first + std::min(options_.batch_size, order_.end() - first);
  return {{first, last}, sample_keep_masks(masks, network_, last - first)};
}

void TrainingSession::Implementation::update() {
  const TrainingBatch batch = draw_batch(masks_);
  const Matrix targets = rows_of(training_.targets, batch.samples);
  const Float32Pass pass =
      forward(network_, rows_of(training_inputs_, batch.samples), batch.keep_masks);
  const LayerPass output = output_of(pass);
  batch_loss_ = losses(options_.loss, output, targets).mean();
  diverged_ = !std::isfinite(*batch_loss_);
  if (diverged_) return;

  const Activation activation = network_.layers.back().activation;
  const auto samples = static_cast<double>(targets.rows());
  const Matrix gradient = loss_gradient(options_.loss, activation, output, targets) / samples;
  descend(network_, pass, gradient.cast<float>(),
          {{static_cast<float>(learning_rate_), static_cast<float>(options_.momentum),
            static_cast<float>(options_.weight_decay)},
           options_.max_norm},
          velocity_, next_);
  diverged_ = !is_finite(next_);
  if (diverged_) return;
  std::swap(network_, next_);
  ++updates_;
  if (updates_ % updates_per_epoch() == 0) {
    order_ = permutation(shuffling_, static_cast<Index>(order_.size()));
    learning_rate_ *= options_.learning_rate_decay;
  }
}

TrainingSession::TrainingSession(const Network& network, Samples training, Samples test,
                                 const TrainingOptions& options, const RandomStream& stream)
    : implementation_(std::make_unique<Implementation>(network, std::move(training),
                                                       std::move(test), options, stream)) {}

TrainingSession::TrainingSession(const TrainingSession& other)
    : implementation_(std::make_unique<Implementation>(*other.implementation_)) {}

TrainingSession::TrainingSession(TrainingSession&& other) noexcept = default;

TrainingSession& TrainingSession::operator=(const TrainingSession& other) {
  return *this = TrainingSession(other);
}

TrainingSession& TrainingSession::operator=(TrainingSession&& other) noexcept = default;

TrainingSession::~TrainingSession() = default;

void TrainingSession::step(Index updates) { implementation_->step(updates); }

TrainingBatch TrainingSession::next_batch() const { return implementation_->next_batch(); }

TrainingState TrainingSession::state() const { return implementation_->state(); }

Network TrainingSession::network() const { return implementation_->network(); }

Index TrainingSession::updates() const { return implementation_->updates(); }

double TrainingSession::learning_rate() const { return implementation_->learning_rate(); }

}  // namespace dropout
