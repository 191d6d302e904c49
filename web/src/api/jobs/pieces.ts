import type { AveragePlan, MethodOptions } from "../core/averaging_types";
import type { Given, Matrix, Network } from "../core/types";
import type { Piece } from "../pool/long_calls";
import { readable } from "../input/reading";

/** Long enough for messages to cost next to nothing, short enough for a slice between two frames. */
const pieceNanoseconds = 15e6;

/** An average's chunks, in pieces of as many each, with as many pieces for each of the workers. */
export function averagePieces(
  network: Given<Network>,
  input: readonly number[],
  { method }: MethodOptions,
  { chunks, nanoseconds }: AveragePlan,
  workers: number,
): Piece<Matrix>[] {
  const threads = Math.max(1, workers);
  const perThread = Math.max(1, Math.ceil(nanoseconds / (threads * pieceNanoseconds)));
  const pieces = Math.min(chunks, threads * perThread);
  const start = (piece: number) => Math.floor((piece * chunks) / pieces);
  return Array.from({ length: pieces }, (_, i) => {
    const options = { method, first: start(i), count: start(i + 1) - start(i) };
    return (core) => core.averageChunks(network, input, options);
  });
}

/** A rough estimate for so many random subnetworks. */
export function samplingNanoseconds(
  { layers }: Given<Network>,
  samples: number,
  repeats = 1,
): number {
  // What is no number the core refuses at once.
  if (![samples, repeats].every(Number.isFinite)) return 0;
  return samples * repeats * (1000 + weightsOf(layers) / 2);
}

const weightsOf = (layers: Given<Network["layers"]>) =>
  layers.reduce((sum, { weight }) => sum + weight.length * weight[0]!.length, 0);

/** The same for a forward pass of so many samples; 0 of what is no network, or no number. */
export function passNanoseconds(network: Given<Network>, ...samples: number[]): number {
  if (!samples.every(Number.isFinite)) return 0;
  // The core refuses so many layers, which may be holes, at once.
  if (network?.layers?.length > readable.layers) return 0;
  try {
    return samples.reduce((a, b) => a * b) * (1000 + weightsOf(network.layers)) || 0;
  } catch {
    return 0;
  }
}

/** The same for the draws of so many masks. */
export function drawingNanoseconds(units: number, masks: number): number {
  return Number.isFinite(masks) ? units * masks * 3 : 0;
}
