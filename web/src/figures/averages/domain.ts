import { nice } from "d3-array";
import { smallestStep } from "../../ui/chart/scale";
import type { Answer } from "./answer";
import type { Mark } from "./marks";

/** Below this, outputs that are probabilities get an axis of their own. */
const narrow = 0.05;

/** From where to where the axis of outputs reaches. */
export function domainOf(
  { question, arithmetic, scaled }: Answer,
  outputs: readonly number[],
  marks: Mark[],
): [number, number] {
  const values = [
    arithmetic.value,
    // Whether it is shown yet or not: the axis stays where it is when the pass has run.
    scaled.value,
    ...marks.map(({ value }) => value),
    ...outputs,
  ];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const { activation } = question.network.layers.at(-1)!;
  const isProbability = activation === "sigmoid" || activation === "softmax";
  if (isProbability && high - low > narrow) return [0, 1];
  const size = Math.max(smallestStep, Math.abs(low), Math.abs(high));
  // What differs by rounding only is drawn as one: no ticks fit in between.
  if (high - low <= 1e-6 * size) {
    const pad = 0.1 * (low === 0 && high === 0 ? 1 : size);
    return [low - pad, high + pad];
  }
  return nice(low, high, 10) as [number, number];
}
