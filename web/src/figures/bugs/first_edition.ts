import type { Generator, Seed } from "../../api/core/types";
import { choice, number, tuple, whole } from "../../state/fields";
import { bugs } from "./bugs";

const value = (initial: number) => number(initial, { min: -1000, max: 1000 });

/** Settings that the figure of scaling had when the bugs were part of it: links with them still open these. */
export const bugFields = {
  bug: choice("none", ["none", ...bugs]),
  masks: whole(100, { min: 1, max: 200 }),
  scope: choice("unit", ["unit", "layer"]),
  values: tuple(value(1), value(0.5), value(1.5), value(-1)),
};

/** What such a link asks the figure of the bugs to show. */
export interface Asked {
  bug: (typeof bugs)[number];
  pDrop: number;
  masks: number;
  scope: "unit" | "layer";
  values: [number, number, number, number];
  generator: Generator;
  /** Undefined where the link has none. */
  seed: Seed | undefined;
}
