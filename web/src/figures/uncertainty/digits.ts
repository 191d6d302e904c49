import type { JobOptions } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import type { TrainedNetwork } from "../networks/network";
import { seedOfMasks } from "../networks/seed_of_masks";
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
const digitsAtOnce = 50;

export async function agreementOf(
  dropout: Dropout,
  digits: Digits,
  { signal }: JobOptions,
): Promise<Agreement> {
  const { trained, inputs, answers } = digits;
  const shares: number[] = [];
  // In parts, between which the workers answer what is asked meanwhile.
  for (let first = 0; first < inputs.length; first += digitsAtOnce) {
    const votes = await dropout.sampledVotes(
      trained.network,
      inputs.slice(first, first + digitsAtOnce),
      {
        generator: trained.task.options.generator,
        seed: seedOfMasks + first,
        subnetworks: voters,
        signal,
      },
    );
    shares.push(...votes.map((each, i) => each[answers[first + i]!]! / voters));
  }
  return { digits, shares };
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

/** Where groups of digits by their agreement begin; each ends below the one before. */
export const lowerLimits = [1, 0.95, disputed, 0.5, 0];

interface Group {
  count: number;
  misread: number;
}

export function groupsOf({ digits, shares }: Agreement): Group[] {
  return lowerLimits.map((from, i) => {
    const below = lowerLimits[i - 1] ?? Infinity;
    const places = [...shares.keys()].filter(
      (place) => shares[place]! >= from && shares[place]! < below,
    );
    const misread = places.filter((place) => digits.isMisread[place]);
    return { count: places.length, misread: misread.length };
  });
}
