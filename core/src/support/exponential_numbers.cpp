#include "support/vector_functions.h"

namespace dropout {

const ExponentialNumbers exponential_numbers{};

}  // namespace dropout
