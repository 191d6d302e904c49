import type { Point } from "../../ui/diagram/layout";

/** Where the network's parts are, in CSS pixels: inputs below, the output above, coins on top. */
export interface CoinLayout {
  height: number;
  isNarrow: boolean;
  inputs: Point[];
  hidden: Point[];
  output: Point;
  inputRadius: number;
  outputRadius: number;
  radius: number;
  coinRadius: number;
  /** Where coins wait, how far they fall, and where on its unit one stays. */
  coinTop: number;
  coinHit: number;
  badge: number;
}

const narrow = { height: 176, coin: 11, output: 21, hidden: 92, input: 155 };
const wide = { height: 306, coin: 17, output: 62, hidden: 164, input: 272 };

export function layOutCoins(width: number, inputs: number, hidden: number): CoinLayout {
  const isNarrow = width < 440;
  const { height, coin, output, hidden: middle, input } = isNarrow ? narrow : wide;
  const left = isNarrow ? 0 : 84; // The layers' names are there.
  const across = width - left;
  const radius = isNarrow ? 17 : 25;
  return {
    height,
    isNarrow,
    inputs: Array.from({ length: inputs }, (_, i) => ({
      x: left + across * (0.5 + 0.3 * (i - (inputs - 1) / 2)),
      y: input,
    })),
    hidden: Array.from({ length: hidden }, (_, i) => ({
      x: left + (across * (i + 0.5)) / hidden,
      y: middle,
    })),
    output: { x: left + across / 2, y: output },
    inputRadius: isNarrow ? 14 : 17,
    outputRadius: isNarrow ? 19 : 25,
    radius,
    coinRadius: isNarrow ? 9.5 : 13,
    coinTop: coin,
    coinHit: middle - radius * 0.3,
    badge: radius * (isNarrow ? 0.98 : 0.86),
  };
}
