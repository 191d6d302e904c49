import type { PlaneData } from "../../api/core/training_types";
import type { Activation, Generator, Seed } from "../../api/core/types";

export type DataName = PlaneData | "wave" | "digits";

/** All that the training of both networks follows from. */
export interface TaskSettings {
  data: DataName;
  /** To train on. */
  samples: number;
  noise: number;
  /** The fraction of the training labels that are wrong, where there are labels. */
  wrongLabels: number;
  dataSeed: Seed;
  hiddenLayers: "one" | "two";
  /** Index 0 is hidden layer 1; layer 2 counts where there are two. */
  units: [number, number];
  activation: Extract<Activation, "relu" | "tanh" | "sigmoid">;
  /** Of the network with dropout. */
  pDrop: number;
  inputPDrop: number;
  batchSize: number;
  learningRate: number;
  /** What the learning rate is multiplied by after each epoch. */
  decay: number;
  momentum: number;
  weightDecay: number;
  /** 0 for none. */
  maxNorm: number;
  generator: Generator;
  /** Of the weights, the batches and the masks. */
  seed: Seed;
}

export const mostEpochs = 2000;

export type Speed = "slow" | "watch" | "fast";
export type View = "picture" | "confusion" | "activations";

export interface Settings extends TaskSettings {
  /** How long a run is. */
  epochs: number;
  /** How many updates the networks are to have had: Infinity for all of the run. */
  updates: number;
  speed: Speed;
  view: View;
}

/** Of the settings, those that training follows from. */
export function taskSettingsOf(settings: Settings): TaskSettings {
  const { epochs: _e, updates: _u, speed: _s, view: _v, ...task } = settings;
  return task;
}
