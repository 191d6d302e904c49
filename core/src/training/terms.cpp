#include "training/terms.h"

namespace dropout {

Terms transposed(const Terms& terms, Index rows) {
  const Index lists = terms.counts.size();
  Terms result(rows, lists);
  for (Index list = 0; list < lists; ++list) {
    for (const Term& term : terms[list]) {
      Index& count = result.counts(term.row);
      result.entries(term.row, count) = {term.factor, static_cast<std::int32_t>(list)};
      ++count;
    }
  }
  return result;
}

}  // namespace dropout
