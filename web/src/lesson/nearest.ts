/** Which of the values comes closest to a number: for predictions whose choices are rough. */
export function nearest(values: readonly number[], number: number): number {
  const distances = values.map((value) => Math.abs(value - number));
  return distances.indexOf(Math.min(...distances));
}

/** Which of them is off by the smallest factor: for choices that are far apart. All are positive. */
export function nearestFactor(values: readonly number[], number: number): number {
  const factors = values.map((value) => Math.max(value / number, number / value));
  return factors.indexOf(Math.min(...factors));
}
