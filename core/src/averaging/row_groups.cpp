#include "averaging/row_groups.h"

#include <algorithm>
#include <numeric>

namespace dropout {

GroupedRows grouped_rows(const Vector& row_probability, std::size_t multiple) {
  const Index none = row_probability.size();
  std::vector<Index> order(static_cast<std::size_t>(none));
  std::iota(order.begin(), order.end(), Index{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](Index a, Index b) { return row_probability(a) < row_probability(b); });
  GroupedRows result;
  const auto fill_up = [&] {
    while (result.rows.size() % multiple != 0) result.rows.push_back(none);
    if (!result.groups.empty()) {
      result.groups.back().count = result.rows.size() - result.groups.back().first;
    }
  };
  for (const Index row : order) {
    const double probability = row_probability(row);
    if (result.groups.empty() || result.groups.back().probability != probability) {
      fill_up();
      result.groups.push_back({probability, result.rows.size(), 0});
    }
    result.rows.push_back(row);
  }
  fill_up();
  return result;
}

}  // namespace dropout
