#pragma once

#include <emscripten/val.h>

#include <exception>
#include <new>
#include <string>

#include "dropout/support/invalid_input.h"
#include "values.h"

namespace dropout::js {

inline val error(const char* type, const std::string& message, const std::string& field) {
  val object = val::global(type).new_(message);
  object.set("field", field);
  return object;
}

// Returns the error instead of throwing it: what JavaScript throws from inside a C++ catch leaves
// the module's stack where it was. The caller in JavaScript throws it.
template <auto binding>
struct Guarded;

template <class... Arguments, val (*binding)(Arguments...)>
struct Guarded<binding> {
  static val call(Arguments... arguments) {
    try {
      return binding(arguments...);
    } catch (const InvalidInput& invalid) {
      const bool is_type = invalid.kind() == InvalidInput::Kind::type;
      return error(is_type ? "TypeError" : "RangeError", invalid.what(), invalid.field());
    } catch (const std::bad_alloc&) {
      return error("RangeError", "out of memory: use fewer samples or units", "");
    } catch (const std::exception& unexpected) {
      return error("Error", unexpected.what(), "");
    }
  }
};

}  // namespace dropout::js
