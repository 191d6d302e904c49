import type { Network } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { yieldToMain } from "../../api/pool/yield_to_main";
import {
  compare,
  dataOf,
  untrained,
  updated,
  type Comparison,
  type Data,
  type Question,
} from "./networks";

/** Networks after some updates, and how they compare. */
export interface Trained {
  data: Data;
  /** Each learns from its share of the samples. */
  networks: Network[];
  /** With the same starts; each learns from all samples. */
  whole: Network[];
  updates: number;
  comparison: Comparison;
}

export async function start(dropout: Dropout, question: Question): Promise<Trained> {
  const data = dataOf(dropout, question);
  const networks = untrained(dropout);
  const comparison = await compare(dropout, networks, networks, data);
  return { data, networks, whole: networks, updates: 0, comparison };
}

export async function trainOn(
  dropout: Dropout,
  { data, updates, ...before }: Trained,
  more: number,
): Promise<Trained> {
  const everything = before.whole.map(() => data.whole);
  const networks = updated(dropout, before.networks, data.batches, more);
  const whole = updated(dropout, before.whole, everything, more);
  const comparison = await compare(dropout, networks, whole, data);
  return { data, networks, whole, updates: updates + more, comparison };
}

/** Updates at a time: frames in between must not wait. */
const slice = 20;

/** From the start, while the page stays responsive. */
export async function trainTo(
  dropout: Dropout,
  question: Question,
  updates: number,
): Promise<Trained> {
  let trained = await start(dropout, question);
  while (trained.updates < updates) {
    trained = await trainOn(dropout, trained, Math.min(slice, updates - trained.updates));
    await yieldToMain();
  }
  return trained;
}
