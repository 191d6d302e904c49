#pragma once

#include <string>

namespace dropout {

/// A finite number for messages: all digits of whole numbers below 1e17; of others six, or 17 where
/// six would be another float64. The same as from printf with %.0f, %.6g and %.17g, which with
/// strtod would be a tenth of what readers download.
std::string number_text(double value);

}  // namespace dropout
