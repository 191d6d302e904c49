/** Of one network, in units of its own: its middle is near 0. */
export const inputX = -62;
export const hiddenX = 18;
export const outputX = 86;
export const hiddenY = [-46, 46] as const;
export const radii = { input: 13, hidden: 20, output: 16 } as const;

/** Never too small for its number. */
export const inputRadius = (scale: number) => Math.max(radii.input, 11 / scale);

/** Where a network is drawn, and how large. */
export interface Place {
  x: number;
  y: number;
  scale: number;
}

export interface Layout {
  height: number;
  isNarrow: boolean;
  /** Of the four: side by side, or two by two where that would be too small to read. */
  apart: Place[];
  together: Place;
}

const middle = (inputX + outputX) / 2;

export function layOut(width: number): Layout {
  const isNarrow = width < 620;
  const columns = isNarrow ? 2 : 4;
  const height = isNarrow ? 204 : 290;
  const scale = isNarrow ? 0.66 : Math.min(1.06, width / columns / 226);
  const rowHeight = isNarrow ? height / 2 : height - 30;
  const largest = isNarrow ? 0.96 : 1.5;
  return {
    height,
    isNarrow,
    apart: [0, 1, 2, 3].map((i) => ({
      x: (width * ((i % columns) + 0.5)) / columns - middle * scale,
      y: rowHeight * (Math.floor(i / columns) + 0.5),
      scale,
    })),
    together: { x: width / 2 - middle * largest, y: height / 2, scale: largest },
  };
}

export const between = (from: number, to: number, share: number) => from + (to - from) * share;

export const placeBetween = (from: Place, to: Place, share: number): Place => ({
  x: between(from.x, to.x, share),
  y: between(from.y, to.y, share),
  scale: between(from.scale, to.scale, share),
});

export const clamped = (share: number) => Math.max(0, Math.min(1, share));

/** How far the four have come together: at 0, they are apart; at 1, they are overlaid. */
export const togetherness = (way: number) => eased(clamped(way));
/** How much of the overlay has become the scaled network: from 1 to 2 on the way. */
export const oneness = (way: number) => eased(clamped(way - 1));

const eased = (t: number) => (t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) * (1 - t));
