// Another project that uses the library: the average over the four subnetworks of a network with
// two hidden units and a linear output is its scaled full network.
#include <dropout/averaging/averages.h>

#include <cmath>
#include <cstdlib>

int main() {
  using namespace dropout;
  Network network;
  network.layers = {{Matrix{{1, -1}, {2, 1}}, Vector{{0, 0}}, Activation::relu, 0.2},
                    {Matrix{{1, 1}}, Vector{{0.5}}, Activation::identity, 0}};
  const Average result = average(network, Vector{{1, 0.5}});
  const bool is_right = result.subnetworks == 4 && result.scaled_full_network(0) == 3.5 &&
                        std::abs(result.arithmetic_mean(0) - 3.5) < 1e-15;
  return is_right ? EXIT_SUCCESS : EXIT_FAILURE;
}
