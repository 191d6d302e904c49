import type { OutputSpread } from "../../api/core/training_types";
import type { JobOptions, Matrix } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import type { DataTable } from "../../ui/sharing/csv";
import { text } from "../../text";
import { resultOf } from "../shared/result";
import type { TrainedNetwork } from "../networks/network";
import { seedOfMasks } from "../networks/seed_of_masks";

export interface Image {
  trained: TrainedNetwork;
  pixels: number[];
  /** What it is; undefined for a drawing. */
  label: number | undefined;
  subnetworks: number;
}

/** What the subnetworks of a network, and the network itself, make of one image. */
export interface Opinions {
  image: Image;
  /** subnetworks × classes */
  outputs: Matrix;
  spread: OutputSpread;
  /** One per class: with all units on. */
  full: number[];
  /** The mean over all subnetworks, where that takes no time; and how many units they may drop. */
  exact: { mean: number[]; units: number } | undefined;
}

/** Of computing, on one thread, so that a drawing can be followed. */
const mostNanoseconds = 50e6;

export async function opinionsOf(
  dropout: Dropout,
  image: Image,
  job: JobOptions,
): Promise<Opinions> {
  const { trained, pixels, subnetworks: samples } = image;
  const { network, task } = trained;
  const { generator } = task.options;
  const masks = { generator, seed: seedOfMasks, samples };
  const outputs = await dropout.sampledOutputs(network, pixels, { ...masks, ...job });
  const plan = resultOf(() => dropout.averagePlan(network, pixels)).value;
  const isQuick = plan !== undefined && plan.nanoseconds <= mostNanoseconds;
  const average = isQuick ? await dropout.average(network, pixels, job) : undefined;
  return {
    image,
    outputs,
    spread: dropout.outputSpread(outputs),
    full: dropout.forward(network, [pixels]).layers.at(-1)!.activation[0]!,
    exact: average && { mean: average.arithmetic_mean, units: average.droppable_units },
  };
}

/** Dots: enough for a picture. */
export const mostDrawn = 300;

export const largest = (values: number[]): number => values.indexOf(Math.max(...values));

/** What the figure shows, with all its digits. */
export function tableOf({ full, exact, spread }: Opinions): DataTable {
  const words = text.uncertainty;
  return {
    name: words.table,
    columns: Object.values(words.columns),
    rows: full.map((output, digit) => [
      digit,
      output,
      (exact?.mean ?? spread.mean)[digit]!,
      spread.low[digit]!,
      spread.high[digit]!,
      spread.votes[digit]!,
    ]),
  };
}
