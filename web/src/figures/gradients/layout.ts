import type { Point } from "../../ui/diagram/layout";

/** Where one sample's network lies, its inputs on top, and the box for its gradient below. */
export interface SampleLayout {
  /** The middle, and from where to where the sample's own part of the picture reaches. */
  centre: number;
  left: number;
  right: number;
  /** Inputs, hidden units, output. */
  units: [Point[], Point[], Point[]];
  box: { x: number; y: number; width: number; height: number };
}

export interface PictureLayout {
  height: number;
  radius: number;
  outputRadius: number;
  fontSize: number;
  isSmall: boolean;
  samples: SampleLayout[];
}

/** In CSS pixels: below this width the three networks are drawn small, to stay side by side. */
const narrow = 560;

const sizes = {
  small: {
    height: 208,
    radius: 11,
    outputRadius: 13,
    fontSize: 10,
    rows: [20, 78, 132],
    gaps: [30, 28],
    box: { y: 167, width: 70, height: 24 },
  },
  large: {
    height: 410,
    radius: 19,
    outputRadius: 21,
    fontSize: 13.5,
    rows: [44, 150, 250],
    gaps: [74, 66],
    box: { y: 305, width: 116, height: 42 },
  },
} as const;

export function layOut(width: number, samples: number, inputs: number, hidden: number) {
  const isSmall = width < narrow;
  const size = isSmall ? sizes.small : sizes.large;
  const column = width / samples;
  const centred = (centre: number, y: number, gap: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({ x: centre + (i - (count - 1) / 2) * gap, y }));
  // Neighbours' units must not touch.
  const room = (column - 2 * size.radius - 4) / (hidden - 1);
  const [inputGap, hiddenGap] = size.gaps.map((gap) => Math.min(gap, room)) as [number, number];
  const layout: PictureLayout = {
    height: size.height,
    radius: size.radius,
    outputRadius: size.outputRadius,
    fontSize: size.fontSize,
    isSmall,
    samples: Array.from({ length: samples }, (_, s) => {
      const centre = column * (s + 0.5);
      const boxWidth = Math.min(size.box.width, column - 30);
      return {
        centre,
        left: column * s,
        right: column * (s + 1),
        units: [
          centred(centre, size.rows[0], inputGap, inputs),
          centred(centre, size.rows[1], hiddenGap, hidden),
          [{ x: centre, y: size.rows[2] }],
        ],
        box: { ...size.box, width: boxWidth, x: centre - boxWidth / 2 },
      };
    }),
  };
  return layout;
}
