#pragma once

#include <stdexcept>
#include <string>

namespace dropout {

/// What every function of this library throws when it refuses an argument. `what()` names the
/// field, the value it got and what is allowed, as in "p_drop must be in [0, 1], got 1.5".
class InvalidInput : public std::invalid_argument {
 public:
  /// What is wrong: JavaScript's TypeError or RangeError.
  enum class Kind {
    type,   ///< not the kind of thing that is needed: a text for a number, a missing field
    range,  ///< the right kind of thing, but its value or size is not allowed
  };

  /// `what()` becomes `field` with `problem` right behind it: " must be …" or ": 3 columns, but …".
  InvalidInput(Kind kind, std::string field, const std::string& problem);

  /// What is wrong with the argument.
  Kind kind() const { return kind_; }

  /// The argument at fault as its caller spells it: "p_drop", "layers[1].weight".
  const std::string& field() const { return field_; }

 private:
  Kind kind_;
  std::string field_;
};

}  // namespace dropout
