#include "dropout/gradients/descent.h"

#include <cstddef>

#include "dropout/support/validation.h"

namespace dropout {

Network descend(const Network& network, const Gradients& gradients, double learning_rate) {
  check_network(network);
  check_mean_gradients(network, gradients);
  check_learning_rate(learning_rate);
  Network result = network;
  for (std::size_t l = 0; l < result.layers.size(); ++l) {
    result.layers[l].weight -= learning_rate * gradients.mean_weight_gradients[l];
    result.layers[l].bias -= learning_rate * gradients.mean_bias_gradients[l];
  }
  check_descended(result, learning_rate);
  return result;
}

Network gradient_descent(Network network, const Batch& batch, double learning_rate, Index updates) {
  check_network(network);
  check_batch(network, batch);
  check_learning_rate(learning_rate);
  check_descent_size(network, batch.inputs.rows(), updates);
  for (Index update = 0; update < updates; ++update) {
    network = descend(network, gradients(network, batch), learning_rate);
  }
  return network;
}

}  // namespace dropout
