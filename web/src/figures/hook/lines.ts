import type { Geometry, Point } from "./geometry";

/** Paths, and where something is written beside them. */

export const line = (from: Point, to: Point) => `M${from.x} ${from.y}L${to.x} ${to.y}`;

/** Across the outputs, at a value. */
export const levelAt = ({ at, reach, isTurned }: Geometry, value: number) =>
  isTurned ? line(at(value, reach), at(value)) : line(at(value), at(value, reach));

/** From the output's unit to the level of the whole network. */
export function wayToLevel({ output, radius, isTurned, at, reach }: Geometry, whole: number) {
  const x = output.x + radius.output;
  if (isTurned) {
    const end = at(whole, reach);
    return `M${x} ${output.y}C${end.x - 30} ${output.y} ${end.x} ${output.y} ${end.x} ${end.y}`;
  }
  const axis = at(whole);
  const end = axis.x - 24;
  const middle = (x + end) / 2;
  return `M${x} ${output.y}C${middle} ${output.y} ${middle} ${axis.y} ${end} ${axis.y}H${axis.x}`;
}

/** From the output's unit to a dot. */
export function wayToDot({ output, radius, isTurned }: Geometry, dot: Point) {
  if (isTurned) {
    const y = output.y + radius.output + 3;
    return `M${output.x} ${y}Q${dot.x} ${y + 5} ${dot.x} ${dot.y - 7}`;
  }
  const x = output.x + radius.output + 5;
  const middle = (x + dot.x) / 2;
  return `M${x} ${output.y}C${middle} ${output.y} ${middle} ${dot.y} ${dot.x - 9} ${dot.y}`;
}

/** Where the numbers of both levels are written, beside them and not on each other. */
export function labelsOf(
  { at, room, width, labels, isTurned }: Geometry,
  whole: number,
  mean: number,
) {
  const [atWhole, atMean] = [at(whole), at(mean)];
  if (isTurned) {
    const y = at(0, room).y + 12;
    return {
      whole: { x: Math.min(atWhole.x + 6, width - 80), y },
      mean: { x: Math.max(atMean.x - 6, 44), y },
    };
  }
  const apart = Math.abs(atMean.y - atWhole.y);
  const between = atMean.y < atWhole.y ? Math.min(-64, -apart) : Math.max(64, apart);
  return {
    whole: { x: labels, y: atWhole.y + 14 },
    mean: { x: labels, y: atWhole.y + between + 14 },
  };
}

/** The arrow from the mean to the whole, and where it is named; undefined where there is no room. */
export function gapBetween(geometry: Geometry, whole: number, mean: number) {
  const { at, room, labels, isTurned } = geometry;
  if (isTurned) {
    const y = at(0, room + 3).y;
    const [from, to] = [at(mean).x + 5, at(whole).x - 5];
    if (to - from < 76) return undefined;
    return {
      path: `M${from} ${y}H${to}m-4-4 4 4-4 4M${from + 4} ${y - 4}l-4 4 4 4`,
      name: { x: (from + to) / 2, y: y - 7 },
    };
  }
  const x = labels + 7;
  const places = labelsOf(geometry, whole, mean);
  const [from, to] = [places.whole.y + 12, places.mean.y - 46];
  if (to - from < 20) return undefined;
  return {
    path: `M${x} ${from}V${to}m-4-5 4 5 4-5M${x - 4} ${from + 5}l4-5 4 5`,
    name: { x: x + 14, y: (from + to) / 2 + 5 },
  };
}
