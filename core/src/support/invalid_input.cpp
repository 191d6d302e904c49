#include "dropout/support/invalid_input.h"

#include <utility>

namespace dropout {

InvalidInput::InvalidInput(Kind kind, std::string field, const std::string& problem)
    : std::invalid_argument(field + problem), kind_(kind), field_(std::move(field)) {}

}  // namespace dropout
