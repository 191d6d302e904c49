import type { Samples, TrainingOptions } from "../../api/core/training_types";
import type { Loss, Network, Seeded } from "../../api/core/types";
import type { Dropout } from "../../api/dropout";
import { invalid, numberOrQuoted } from "../../api/input/refusal";
import { text } from "../../text";
import type { TaskSettings } from "./settings";

/** The two networks that are trained side by side: without dropout and with it. */
export const arms = ["without", "with"] as const;
export type Arm = (typeof arms)[number];

/** What both networks are trained on, and how. */
export interface Task {
  settings: TaskSettings;
  /** For either network: all that `train` takes beside it. */
  options: Omit<TrainingOptions, "network">;
  /** With the same weights. */
  networks: Record<Arm, Network>;
  /** How many classes there are; undefined where there are none. */
  classes: number | undefined;
  /** Which training samples have a wrong label. */
  wrong: boolean[];
}

const allDigits = 1797;
const generatedTestSamples = 1000;
const mostSamples = 5000;

interface Data {
  training: Samples;
  test: Samples;
  loss: Loss;
  outputs: number;
  wrong: boolean[];
}

export async function taskOf(dropout: Dropout, settings: TaskSettings): Promise<Task> {
  const { training, test, loss, outputs, wrong } = await dataOf(dropout, settings).catch(
    (error: unknown) => {
      throw ofTheData(error);
    },
  );
  const { generator, seed, units, hiddenLayers } = settings;
  const network = (input_p_drop: number, hidden_p_drop: number) =>
    dropout.network({
      generator,
      seed,
      widths: [
        training.inputs[0]!.length,
        ...units.slice(0, hiddenLayers === "one" ? 1 : 2),
        outputs,
      ],
      hidden_activation: settings.activation,
      output_activation: loss === "cross_entropy" ? "softmax" : "identity",
      input_p_drop,
      hidden_p_drop,
    });
  return {
    settings,
    options: {
      generator,
      seed,
      loss,
      training,
      test,
      batch_size: settings.batchSize,
      learning_rate: settings.learningRate,
      momentum: settings.momentum,
      learning_rate_decay: settings.decay,
      weight_decay: settings.weightDecay,
      max_norm: settings.maxNorm === 0 ? null : settings.maxNorm,
    },
    networks: { without: network(0, 0), with: network(settings.inputPDrop, settings.pDrop) },
    classes: loss === "cross_entropy" ? outputs : undefined,
    wrong,
  };
}

async function dataOf(dropout: Dropout, settings: TaskSettings): Promise<Data> {
  const { data, samples, noise, generator, dataSeed } = settings;
  const seeded: Seeded = { generator, seed: dataSeed };
  checkSamples(settings);
  if (data === "wave") {
    const { inputs, targets } = dropout.waveData({
      ...seeded,
      samples: samples + generatedTestSamples,
      noise,
    });
    return {
      training: { inputs: inputs.slice(0, samples), targets: targets.slice(0, samples) },
      test: { inputs: inputs.slice(samples), targets: targets.slice(samples) },
      loss: "mean_squared_error",
      outputs: 1,
      wrong: inputs.slice(0, samples).map(() => false),
    };
  }
  const { inputs, targets } =
    data === "digits"
      ? await shuffledDigits(dropout, seeded)
      : dropout.planeData({
          ...seeded,
          name: data,
          samples: samples + generatedTestSamples,
          noise,
        });
  const classes = data === "digits" ? 10 : 2;
  const right = targets.slice(0, samples);
  const labels = dropout.wrongLabels({
    ...seeded,
    labels: right,
    classes,
    fraction: settings.wrongLabels,
  });
  return {
    training: { inputs: inputs.slice(0, samples), targets: labels },
    test: { inputs: inputs.slice(samples), targets: targets.slice(samples) },
    loss: "cross_entropy",
    outputs: classes,
    wrong: labels.map((label, sample) => label !== right[sample]),
  };
}

async function shuffledDigits(dropout: Dropout, seeded: Seeded) {
  const { inputs, targets } = await dropout.digits();
  const order = dropout.permutation({ ...seeded, samples: inputs.length });
  return {
    inputs: order.map((sample) => inputs[sample]!),
    targets: order.map((sample) => targets[sample]!),
  };
}

/** In the words of the core, which knows nothing of how the data is divided. */
export function checkSamples({ data, samples }: TaskSettings): void {
  const most = data === "digits" ? allDigits - 1 : mostSamples;
  if (Number.isInteger(samples) && samples >= 1 && samples <= most) return;
  throw invalid(RangeError, "samples", text.training.notFrom1To(most, numberOrQuoted(samples)));
}

/** There are two seeds: an error must name the right one. */
function ofTheData(error: unknown): unknown {
  if (!(error instanceof Error) || (error as { field?: string }).field !== "seed") return error;
  return Object.assign(new RangeError(`data_${error.message}`), { field: "data_seed" });
}
