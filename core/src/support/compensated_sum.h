#pragma once

#include <cmath>

namespace dropout {

/// Neumaier (1974): of many equal numbers, plain sums round alike each time.
class CompensatedSum {
 public:
  void add(double number) {
    const double sum = sum_ + number;
    lost_ += std::abs(sum_) >= std::abs(number) ? (sum_ - sum) + number : (number - sum) + sum_;
    sum_ = sum;
  }
  double value() const { return sum_ + lost_; }

 private:
  double sum_ = 0;
  double lost_ = 0;
};

}  // namespace dropout
