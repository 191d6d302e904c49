import type { Network } from "../../core/types";
import type { Dropout } from "../../dropout";
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
  networks: Network[];
  updates: number;
  comparison: Comparison;
}

export function start(dropout: Dropout, question: Question): Trained {
  const data = dataOf(dropout, question);
  const networks = untrained(dropout);
  return { data, networks, updates: 0, comparison: compare(dropout, networks, data) };
}

/** Updates until `updates` are done, or for so long that a page still feels prompt. */
export function trainOn(
  dropout: Dropout,
  { data, networks, updates }: Trained,
  wanted: number,
  milliseconds: number,
): Trained {
  const end = performance.now() + milliseconds;
  while (updates < wanted && performance.now() < end) {
    networks = updated(dropout, networks, data);
    ++updates;
  }
  return { data, networks, updates, comparison: compare(dropout, networks, data) };
}
