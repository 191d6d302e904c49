/** Points of a run's curves, at most. They are evenly spaced over the square root of time. */
const mostPoints = 60;

/** After how many updates a run is looked at: after whole epochs, often at first, then less often. */
export function schedule(epochs: number, updatesPerEpoch: number): number[] {
  const points = Array.from({ length: mostPoints + 1 }, (_, i) =>
    Math.round(epochs * (i / mostPoints) ** 2),
  );
  return [...new Set(points)].map((epoch) => epoch * updatesPerEpoch);
}

/** Bytes that networks may take, about: each number is one of float64. */
const mostBytes = 64e6;

/** Of so many points, every how many-th keeps networks with as many weights. */
export const networksEvery = (points: number, weights: number): number =>
  Math.max(1, Math.ceil((points * weights * 8) / mostBytes));
