import type { ActivationHistogram } from "../../api/core/training_types";
import type { Matrix, Network } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { gridOf, reachOf, spaced } from "../networks/plane";
import type { Point } from "../networks/trained";
import type { ByArm } from "../networks/pair";
import type { View } from "../networks/settings";
import type { Arm, Task } from "../networks/task";

/** Of both networks at a point of their training: what is to be seen of them, and what of. */
export interface Pictured {
  task: Task;
  point: Point & { networks: ByArm<Network> };
  view: View;
}

/** What a figure shows of two networks, beside what is in their states and weights. */
export interface Pictures extends Pictured {
  /** Of both networks: for data in the plane on the points of a grid, for a curve along it. */
  outputs?: ByArm<Matrix>;
  /** The curve without noise: x and y of its points. */
  truth?: [number, number][];
  activations?: ByArm<ActivationHistogram>;
}

/** A fitted curve is drawn through so many points. */
const curvePoints = 121;
const bins = 24;

export const curveInputs = spaced(1.2, curvePoints);

/** What goes to a worker is copied on this thread: both copies at once could delay a frame. */
async function oneByOne<T>(compute: (arm: Arm) => Promise<T>): Promise<ByArm<T>> {
  return { without: await compute("without"), with: await compute("with") };
}

/** Moving through time comes by the same networks again and again. */
const known = new WeakMap<Network, Promise<Matrix>>();

export async function picturesOf(dropout: Dropout, pictured: Pictured): Promise<Pictures> {
  const { task, view, point } = pictured;
  const { data, generator, dataSeed } = task.settings;
  const outputs = (inputs: Matrix) =>
    oneByOne((arm) => {
      const network = point.networks[arm];
      const result = known.get(network) ?? dropout.outputs(network, inputs);
      known.set(network, result);
      result.catch(() => known.delete(network));
      return result;
    });
  if (view === "activations") {
    const { inputs } = task.options.test;
    const activations = await oneByOne((arm) =>
      dropout.activationHistogram(point.networks[arm], inputs, { layer: 0, bins }),
    );
    return { ...pictured, activations };
  }
  if (view === "confusion" || data === "digits") return pictured;
  if (data !== "wave") return { ...pictured, outputs: await outputs(gridOf(reachOf(task))) };
  const truth = dropout.waveData({ generator, seed: dataSeed, samples: 300, noise: 0 });
  return {
    ...pictured,
    outputs: await outputs(curveInputs.map((x) => [x])),
    truth: truth.inputs
      .map(([x], i): [number, number] => [x!, truth.targets[i]![0]!])
      .sort(([a], [b]) => a - b),
  };
}
