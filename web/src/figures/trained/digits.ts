import type { JobOptions } from "../../core/types";
import type { Dropout } from "../../dropout";
import { seedOfMasks } from "./ensemble";
import type { TrainedNetwork } from "./network";
import { largest } from "./spread";

/** The test digits of a trained network, and whether it reads them. Entries are in their order. */
export interface Digits {
  trained: TrainedNetwork;
  inputs: number[][];
  labels: number[];
  /** With all units on. */
  answers: number[];
  isMisread: boolean[];
}

export async function digitsOf(
  dropout: Dropout,
  trained: TrainedNetwork,
  job: JobOptions,
): Promise<Digits> {
  const { inputs, targets } = trained.task.options.test;
  const labels = targets as number[];
  const answers = (await dropout.outputs(trained.network, inputs, job)).map(largest);
  const isMisread = answers.map((answer, i) => answer !== labels[i]);
  return { trained, inputs, labels, answers, isMisread };
}

/** How far random subnetworks agree with the full network. */
export interface Agreement {
  digits: Digits;
  /** For each digit, the share of them that give its answer. */
  shares: number[];
}

/** Votes on each digit: enough to rank them. */
export const voters = 100;

export async function agreementOf(
  dropout: Dropout,
  digits: Digits,
  job: JobOptions,
): Promise<Agreement> {
  const { trained, inputs, answers } = digits;
  const votes = await dropout.sampledVotes(trained.network, inputs, {
    generator: trained.task.options.generator,
    seed: seedOfMasks,
    subnetworks: voters,
    ...job,
  });
  return { digits, shares: answers.map((answer, i) => votes[i]![answer]! / voters) };
}

/** Below this share of subnetworks with its answer, a digit is disputed. */
export const disputed = 0.8;

export type Filter = "all" | "misread" | "disputed";

/** The places of those digits among all; none are disputed until that is known. */
export function placesOf(
  { labels, isMisread }: Digits,
  agreement: Agreement | undefined,
  filter: Filter,
): number[] {
  const isAmong = {
    all: () => true,
    misread: (place: number) => isMisread[place]!,
    disputed: (place: number) => agreement !== undefined && agreement.shares[place]! < disputed,
  };
  return [...labels.keys()].filter(isAmong[filter]);
}

/** Test digits with an agreement of at least `from`, and below the `from` of the group before. */
export interface Group {
  from: number;
  count: number;
  misread: number;
}

const lowerLimits = [1, 0.95, disputed, 0.5, 0];

export function groupsOf({ digits, shares }: Agreement): Group[] {
  return lowerLimits.map((from, i) => {
    const below = lowerLimits[i - 1] ?? Infinity;
    const places = [...shares.keys()].filter(
      (place) => shares[place]! >= from && shares[place]! < below,
    );
    const misread = places.filter((place) => digits.isMisread[place]);
    return { from, count: places.length, misread: misread.length };
  });
}
