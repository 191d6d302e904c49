import {
  type ClassSamples,
  type Dropout,
  load,
  type Matrix,
  type TrainingOptions,
} from "../../web/src/api/dropout";
import { tensorflowAutodiff } from "./tensorflow_autodiff";
import { tensorflowTraining } from "./tensorflow_training";
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

/** TensorFlow.js's two ways, on the same samples. */
function tensorflow({ network, training, learning_rate, momentum }: TrainingOptions) {
  const byHand = tensorflowTraining(network, learning_rate, momentum);
  const autodiff = tensorflowAutodiff(network, learning_rate, momentum);
  const inputs = training.inputs.map((row) => Float32Array.from(row));
  const classes = training.targets as number[];

  function batch(samples: number[]) {
    const rows = new Float32Array(samples.length * inputs[0]!.length);
    samples.forEach((sample, row) => rows.set(inputs[sample]!, row * inputs[0]!.length));
    return { inputs: rows, classes: Int32Array.from(samples, (sample) => classes[sample]!) };
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

  function epoch(update: (samples: number[]) => void, weights: () => Matrix[]) {
    shuffle();
    for (let first = 0; first < order.length; first += batchSize) {
      update(order.slice(first, first + batchSize));
    }
    // Waits for all of it.
    return weights();
  }

  return {
    ways: [byHand, autodiff],
    update(samples: number[], scaledMasks: Float32Array[]) {
      for (const { update } of [byHand, autodiff]) update({ ...batch(samples), scaledMasks });
    },
    byHandEpoch: () =>
      epoch((samples) => {
        const scaledMasks = [randomMask(samples.length), randomMask(samples.length)];
        byHand.update({ ...batch(samples), scaledMasks });
      }, byHand.weights),
    autodiffEpoch: () =>
      epoch((samples) => autodiff.dropoutUpdate(batch(samples), p_drop), autodiff.weights),
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
  const right = network.layers.flatMap(({ weight }) => weight.flat());
  for (const { weights } of theirs.ways) {
    const found = weights().flat(2);
    const error = Math.max(...right.map((value, i) => Math.abs(value - found[i]!)));
    if (!(error <= 1e-6)) throw new Error(`TensorFlow.js's training is off by ${error}`);
  }

  const times = await medians({
    ours: { run: () => ours.step(updatesPerEpoch), calls: 10 },
    evaluation: { run: () => ours.step(0), calls: 10 },
    byHand: { run: theirs.byHandEpoch, calls: 1 },
    autodiff: { run: theirs.autodiffEpoch, calls: 1 },
  });
  ours.dispose();
  for (const { dispose } of theirs.ways) dispose();
  return times;
}
