/** Which of the values comes closest to a number: for predictions whose choices are rough. */
export function nearest(values: readonly number[], number: number): number {
  const distances = values.map((value) => Math.abs(value - number));
  return distances.indexOf(Math.min(...distances));
}
