import type { ActivationHistogram } from "../../api/core/training_types";
import type { Matrix } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import type { Trained } from "../networks/trained";
import type { ByArm } from "../networks/pair";
import type { View } from "../networks/settings";
import type { Arm } from "../networks/task";

/** What a figure shows of two trained networks, beside what is in their states and weights. */
export interface Pictures {
  trained: Trained;
  view: View;
  /** Of both networks: for data in the plane on the points of a grid, for a curve along it. */
  outputs?: ByArm<Matrix>;
  /** The curve without noise: x and y of its points. */
  truth?: [number, number][];
  activations?: ByArm<ActivationHistogram>;
}

/** Points of the grid, across and down; and how high the picture is for its width. */
export const grid = { columns: 49, rows: 37 };
export const aspect = 3 / 4;
/** A fitted curve is drawn through so many points. */
const curvePoints = 121;
const bins = 24;

/** How far a picture of data in the plane reaches to both sides, in halves. */
export function reachOf({ task }: Trained): number {
  const { inputs } = task.options.training;
  const farthest = Math.max(...inputs.flatMap(([x, y]) => [Math.abs(x!), Math.abs(y!) / aspect]));
  return Math.max(1.5, Math.min(5, Math.ceil(2 * farthest) / 2));
}

/** From -reach to reach. */
function spaced(reach: number, points: number): number[] {
  return Array.from({ length: points }, (_, i) => reach * ((2 * i) / (points - 1) - 1));
}

/** Row by row, from the top left on. */
function gridOf(reach: number): Matrix {
  const across = spaced(reach, grid.columns);
  const up = spaced(aspect * reach, grid.rows);
  return up.reverse().flatMap((y) => across.map((x) => [x, y]));
}

export const curveInputs = spaced(1.2, curvePoints);

/** What goes to a worker is copied on this thread: both copies at once could delay a frame. */
async function oneByOne<T>(compute: (arm: Arm) => Promise<T>): Promise<ByArm<T>> {
  return { without: await compute("without"), with: await compute("with") };
}

export async function picturesOf(
  dropout: Dropout,
  trained: Trained,
  view: View,
): Promise<Pictures> {
  const { task, runs } = trained;
  const { data, generator, dataSeed } = task.settings;
  const outputs = (inputs: Matrix) => oneByOne((arm) => dropout.outputs(runs[arm].network, inputs));
  if (view === "activations") {
    const { inputs } = task.options.test;
    const activations = await oneByOne((arm) =>
      dropout.activationHistogram(runs[arm].network, inputs, { layer: 0, bins }),
    );
    return { trained, view, activations };
  }
  if (view === "confusion" || data === "digits") return { trained, view };
  if (data !== "wave") return { trained, view, outputs: await outputs(gridOf(reachOf(trained))) };
  const truth = dropout.waveData({ generator, seed: dataSeed, samples: 300, noise: 0 });
  return {
    trained,
    view,
    outputs: await outputs(curveInputs.map((x) => [x])),
    truth: truth.inputs
      .map(([x], i): [number, number] => [x!, truth.targets[i]![0]!])
      .sort(([a], [b]) => a - b),
  };
}
