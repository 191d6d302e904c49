#pragma once

#include <vector>

#include "averaging/moments.h"
#include "dropout/support/matrix.h"

namespace dropout {

/// Averages over a table of subnetworks, of shares that are small. Entry 0 is about what a dominant
/// class leaves of 1, the other entries about the other classes. As a SoftmaxTable, several times
/// as slow, with squares of distances instead of differences of squares: a variance keeps its
/// digits where it is small beside the square of its mean. The exponential of a class is the
/// product of a column's and a row's factor; both matrices have a row for each class but the
/// dominant one, whose exponential is 1.
std::vector<ShareMoments> careful_averages(const Matrix& column_factors,
                                           const Vector& column_probability,
                                           const Matrix& row_factors,
                                           const Vector& row_probability);

/// From factors of all classes, those of all but one, divided by that one's.
Matrix relative_to(Index dominant, const Matrix& factors);

}  // namespace dropout
