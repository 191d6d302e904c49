#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "dropout/network/network.h"

namespace dropout {

/// Whether two numbers agree for every choice of weights and inputs, and why or why not.
struct Verdict {
  /// What decides it.
  enum class Reason {
    nothing_dropped,    ///< there is one subnetwork only
    linear_after_mask,  ///< averages pass through every layer after the first mask
    /// every subnetwork gives the same: after the last mask that could matter comes a softmax over
    /// one class, which is always 1, or a mask that drops everything
    constant_output,
    everything_dropped,  ///< no subnetwork passes on what the full network does: `layer`'s p_drop
                         ///< is 1
    output_activation,   ///< the mean of a curve's values is not its value at the mean
    hidden_activation,   ///< the same of `layer`, between the first mask and the output layer
  };

  bool exact = true;                        ///< whether they agree
  Reason reason = Reason::nothing_dropped;  ///< why, or why not
  /// For hidden_activation and everything_dropped: which one, from 0; absent for the inputs.
  std::optional<std::size_t> layer;
};

/// The name by which JavaScript calls it, such as "linear-after-mask".
std::string_view name_of(Verdict::Reason reason);

/// What follows from a network's structure about the arithmetic mean and the renormalized geometric
/// mean over its subnetworks, and the scaled full network. Those with the geometric mean are absent
/// where the network has none.
/// Srivastava et al. (2014), section 4; Baldi & Sadowski, "Understanding Dropout" (2013);
/// Goodfellow et al., "Deep Learning", §7.12.
struct Verdicts {
  Verdict arithmetic_mean_and_scaled_network;                ///< is weight scaling exact?
  std::optional<Verdict> geometric_mean_and_scaled_network;  ///< is it the geometric mean?
  std::optional<Verdict> arithmetic_and_geometric_mean;      ///< are the two means one?
};

/// Throws InvalidInput.
Verdicts verdicts(const Network& network);

}  // namespace dropout
