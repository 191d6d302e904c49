import { inputs, units } from "./opening_network";

export interface Point {
  x: number;
  y: number;
}

/** Outputs that the axis spans: all that inputs from 0 to 1 can give, under any mask. */
const low = -1;
const high = 5.8;
export const ticks = [-1, 0, 1, 2, 3, 4, 5];
const widthOfBin = 0.2;

/** In pixels narrower, the network stands above its outputs instead of beside them. */
const narrow = 820;

const all = (count: number) => [...Array(count).keys()];

/** Where everything stands in a picture of this size, in pixels. */
export function layOut(width: number, height: number) {
  const isTurned = width < narrow;
  if (isTurned) {
    const gap = (width - 46) / (units - 1);
    const size = height > 350 ? 1.2 : 1;
    const foot = height - 24;
    const room = 0.26 * height;
    const along = (value: number) => 6 + ((value - low) / (high - low)) * (width - 12);
    return {
      isTurned,
      width,
      height,
      radius: { input: 17 * size, unit: 17 * size, output: 21.5 * size },
      font: { input: 12.5 * size, unit: 12 * size, output: 13.5 * size, name: 12.5 },
      target: { width: gap, height: 56 },
      inputs: all(inputs).map((i) => ({ x: width / 2 + 116 * (i - 0.5), y: 18 * size })),
      units: all(units).map((i) => ({ x: 23 + gap * i, y: 0.25 * height })),
      output: { x: width / 2, y: 0.503 * height },
      /** A value's place, so far away from the axis. */
      at: (value: number, away = 0): Point => ({ x: along(value), y: foot - away }),
      /** How far the lines of the whole and the mean reach. */
      reach: room + 16,
      room,
      /** Between the dots of a pile at most. */
      pitch: 6,
      /** Of the running mean: none here. */
      trace: { from: 0, to: 0 },
      labels: 0,
    };
  }
  const gap = (height - 96) / (units - 1);
  const middle = 24 + (gap * (units - 1)) / 2;
  const axis = 0.505 * width;
  const foot = height - 46;
  const up = (value: number) => foot - ((value - low) / (high - low)) * (foot - 4);
  const to = width - 152;
  return {
    isTurned,
    width,
    height,
    radius: { input: 25, unit: 21, output: 32 },
    font: { input: 15, unit: 14, output: 18.5, name: 13.5 },
    target: { width: 56, height: gap },
    inputs: all(inputs).map((i) => ({ x: 26, y: middle + 144 * (i - 0.5) })),
    units: all(units).map((i) => ({ x: Math.max(165, 0.185 * width), y: 24 + gap * i })),
    output: { x: 0.405 * width, y: middle },
    at: (value: number, away = 0): Point => ({ x: axis + away, y: up(value) }),
    reach: to + 8 - axis,
    room: 0.165 * width,
    pitch: 9,
    trace: { from: 0.695 * width, to },
    labels: width - 134,
  };
}

export type Geometry = ReturnType<typeof layOut>;

/** A dot for each output, in piles. */
export function pile(outputs: number[], { at, room, pitch: widest, isTurned }: Geometry) {
  const heights: number[] = [];
  const places = outputs.map((output) => {
    // Sums of decimals may lie a little below the bin that they begin.
    const bin = Math.max(0, Math.floor((output - low) / widthOfBin + 1e-9));
    return { bin, before: (heights[bin] = (heights[bin] ?? 0) + 1) - 1 };
  });
  // All outputs count, also those to come: nothing moves while they come.
  const pitch = Math.min(widest, room / Math.max(...heights.filter(Boolean)));
  return {
    radius: isTurned ? Math.min(2.6, 0.46 * pitch) : Math.min(3.7, 0.45 * pitch),
    dots: places.map(({ bin, before }) =>
      at(low + (bin + 0.5) * widthOfBin, 3 + (before + 0.5) * pitch),
    ),
  };
}

export type Piled = ReturnType<typeof pile>;

/** Which of the dots is meant by somebody who points there. */
export function nearestDot(dots: Point[], { x, y }: Point): number {
  const farthest = 10;
  const distances = dots.map((dot) => Math.hypot(dot.x - x, dot.y - y));
  const nearest = Math.min(...distances);
  return nearest < farthest ? distances.indexOf(nearest) : -1;
}
