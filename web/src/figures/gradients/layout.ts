import type { Point } from "../../ui/diagram/layout";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where one sample's network lies, its inputs on top, and the box for its gradient below. */
export interface SampleLayout {
  /** The middle, and from where to where the sample's own part of the picture reaches. */
  centre: number;
  left: number;
  right: number;
  /** Inputs, hidden units, output. */
  units: [Point[], Point[], Point[]];
  /** Where each hidden unit is pressed. */
  targets: Box[];
  box: Box;
}

export interface PictureLayout {
  height: number;
  radius: number;
  outputRadius: number;
  fontSize: number;
  isSmall: boolean;
  /** Where a hidden unit's arithmetic is written. */
  tipY: number;
  samples: SampleLayout[];
}

/** In CSS pixels: below this width the three networks are drawn small, to stay side by side. */
const narrow = 600;

const sizes = {
  small: {
    height: 234,
    radius: 11,
    outputRadius: 13,
    fontSize: 10,
    rows: [20, 95, 158],
    gaps: [30, 23],
    // Every other hidden unit is higher: a fingertip is as wide as two of them.
    zigzag: 11,
    target: { width: 44, height: 44 },
    tip: 34,
    box: { y: 193, width: 70, height: 24 },
  },
  large: {
    height: 410,
    radius: 19,
    outputRadius: 21,
    fontSize: 13.5,
    rows: [44, 150, 250],
    gaps: [74, 66],
    zigzag: 0,
    target: { width: 50, height: 48 },
    tip: 36,
    box: { y: 305, width: 116, height: 42 },
  },
} as const;

export function layOut(width: number, samples: number, inputs: number, hidden: number) {
  const isSmall = width < narrow;
  const size = isSmall ? sizes.small : sizes.large;
  const column = width / samples;
  const centred = (centre: number, y: number, gap: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({ x: centre + (i - (count - 1) / 2) * gap, y }));
  const { zigzag, target } = size;
  // From one sample's units to the next one's is farther than from unit to unit, so that each
  // network is seen as one; where they are small, they just do not touch.
  const room = (count: number) =>
    isSmall ? (column - 2 * size.radius - 4) / (hidden - 1) : column / (count + 0.5);
  const inputGap = Math.min(size.gaps[0], room(inputs));
  const hiddenGap = Math.min(size.gaps[1], room(hidden));
  const targetWidth = Math.min(target.width, zigzag > 0 ? 2 * hiddenGap : hiddenGap);
  const layout: PictureLayout = {
    height: size.height,
    radius: size.radius,
    outputRadius: size.outputRadius,
    fontSize: size.fontSize,
    isSmall,
    tipY: size.rows[1] + size.tip,
    samples: Array.from({ length: samples }, (_, s) => {
      const centre = column * (s + 0.5);
      const boxWidth = Math.min(size.box.width, column - 30);
      const hiddenUnits = centred(centre, size.rows[1], hiddenGap, hidden).map(({ x, y }, i) => ({
        x,
        y: y + (i % 2 === 0 ? -zigzag : zigzag),
      }));
      return {
        centre,
        left: column * s,
        right: column * (s + 1),
        units: [
          centred(centre, size.rows[0], inputGap, inputs),
          hiddenUnits,
          [{ x: centre, y: size.rows[2] }],
        ],
        // In a zigzag, the higher ones are pressed above its middle, the others below it.
        targets: hiddenUnits.map(({ x }, i) => ({
          x: x - targetWidth / 2,
          y: size.rows[1] - (zigzag === 0 ? 0.5 : i % 2 === 0 ? 1 : 0) * target.height,
          width: targetWidth,
          height: target.height,
        })),
        box: { ...size.box, width: boxWidth, x: centre - boxWidth / 2 },
      };
    }),
  };
  return layout;
}
