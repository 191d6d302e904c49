/** A label beside a chart, at the height of what it names. */
interface Label {
  y: number;
}

/**
 * Where labels stand so that none covers another: as close to their own heights as `gap` allows, and
 * between `top` and `bottom`. In the order given.
 */
export function spread<T extends Label>(
  labels: readonly T[],
  gap: number,
  top: number,
  bottom: number,
): number[] {
  const order = labels.map((_, i) => i).sort((a, b) => labels[a]!.y - labels[b]!.y);
  const places = labels.map(({ y }) => y);
  // Downwards so far as neighbours need it, then up again from the bottom.
  for (let k = 1; k < order.length; ++k) {
    const above = places[order[k - 1]!]!;
    places[order[k]!] = Math.max(places[order[k]!]!, above + gap);
  }
  let limit = bottom;
  for (const i of [...order].reverse()) {
    places[i] = Math.min(places[i]!, limit);
    limit = places[i]! - gap;
  }
  const above = top - Math.min(...places);
  return above > 0 ? places.map((place) => place + above) : places;
}
