import { type ClassSamples, type Dropout, load, type TrainingOptions } from "../../web/src/dropout";
import { type Batch, tensorflowTraining } from "./tensorflow_training";
import { medians } from "./timing";

const trainingDigits = 1437;
const batchSize = 32;
const p_drop = 0.5;
const units = 128;
const updatesPerEpoch = Math.ceil(trainingDigits / batchSize);

/** The same training as in training_benchmark.cpp and pytorch_training.py. */
function optionsOf(dropout: Dropout, { inputs, targets }: ClassSamples): TrainingOptions {
  const seeded = { generator: "torch", seed: 1 } as const;
  const samples = (start: number, end?: number) => ({
    inputs: inputs.slice(start, end),
    targets: targets.slice(start, end),
  });
  return {
    ...seeded,
    network: dropout.network({
      ...seeded,
      widths: [64, units, units, 10],
      hidden_activation: "relu",
      output_activation: "softmax",
      input_p_drop: 0,
      hidden_p_drop: p_drop,
    }),
    loss: "cross_entropy",
    training: samples(0, trainingDigits),
    test: samples(trainingDigits),
    batch_size: batchSize,
    learning_rate: 0.05,
    momentum: 0.9,
    learning_rate_decay: 1,
    weight_decay: 0,
    max_norm: null,
  };
}

const scaled = (keep: number) => keep / (1 - p_drop);

function tensorflow({ network, training, learning_rate, momentum }: TrainingOptions) {
  const { update, weights, dispose } = tensorflowTraining(network, learning_rate, momentum);
  const inputs = training.inputs.map((row) => Float32Array.from(row));
  const classes = training.targets as number[];

  function batch(samples: number[], scaledMasks: Float32Array[]): Batch {
    const rows = new Float32Array(samples.length * inputs[0]!.length);
    samples.forEach((sample, row) => rows.set(inputs[sample]!, row * inputs[0]!.length));
    const ofSamples = Int32Array.from(samples, (sample) => classes[sample]!);
    return { inputs: rows, classes: ofSamples, scaledMasks };
  }

  const order = inputs.map((_, sample) => sample);
  function shuffle() {
    for (let last = order.length - 1; last > 0; --last) {
      const other = Math.floor(Math.random() * (last + 1));
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
  }

  function randomMask(samples: number) {
    const mask = new Float32Array(samples * units);
    for (let i = 0; i < mask.length; ++i) mask[i] = Math.random() < p_drop ? 0 : scaled(1);
    return mask;
  }

  return {
    weights,
    dispose,
    update: (samples: number[], masks: Float32Array[]) => update(batch(samples, masks)),
    epoch() {
      shuffle();
      for (let first = 0; first < order.length; first += batchSize) {
        const samples = order.slice(first, first + batchSize);
        update(batch(samples, [randomMask(samples.length), randomMask(samples.length)]));
      }
      // Waits for all of it.
      return weights();
    },
  };
}

/** Medians of an epoch, in milliseconds, and of our evaluation of the network after it. */
export async function trainingTimes() {
  const dropout = await load({ workers: 1 });
  const options = optionsOf(dropout, await dropout.digits());
  const ours = await dropout.train(options);
  const theirs = tensorflow(options);

  // Two updates with the same samples and masks, the second one with momentum.
  for (let update = 0; update < 2; ++update) {
    const { samples, keep_masks } = await ours.nextBatch();
    const ofHiddenLayers = keep_masks.slice(1);
    theirs.update(
      samples,
      ofHiddenLayers.map((mask) => Float32Array.from(mask.flat(), scaled)),
    );
    await ours.step(1);
  }
  const { network } = await ours.snapshot();
  const weights = theirs.weights().flat(2);
  const error = Math.max(
    ...network.layers
      .flatMap(({ weight }) => weight.flat())
      .map((value, i) => Math.abs(value - weights[i]!)),
  );
  if (!(error <= 1e-6)) throw new Error(`TensorFlow.js's training is off by ${error}`);

  const times = await medians({
    ours: { run: () => ours.step(updatesPerEpoch), calls: 10 },
    evaluation: { run: () => ours.step(0), calls: 10 },
    tensorflow: { run: theirs.epoch, calls: 1 },
  });
  ours.dispose();
  theirs.dispose();
  return times;
}
