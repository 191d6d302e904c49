import * as tf from "@tensorflow/tfjs-core";
import type { Matrix, Network } from "../../web/src/api/dropout";

export interface Batch {
  /** samples × inputs */
  inputs: Float32Array;
  /** Of each sample, from 0. */
  classes: Int32Array;
  /** `[k]`: samples × units of hidden layer k, 1 / (1 - p_drop) = keep, 0 = drop. */
  scaledMasks: Float32Array[];
}

/**
 * Stochastic gradient descent by the mean cross-entropy of a network of relu and softmax, with
 * backpropagation by hand: faster than with autodiff and an optimizer (tensorflow_autodiff.ts).
 */
export function tensorflowTraining(network: Network, learning_rate: number, momentum: number) {
  const hidden = network.layers.slice(0, -1);
  /** Of each layer, inputs × outputs, and its biases. */
  const parameters: tf.Tensor[][] = network.layers.map(({ weight, bias }) => [
    tf.tidy(() => tf.transpose(tf.tensor2d(weight))),
    tf.tensor1d(bias),
  ]);
  /** The velocities times the learning rate, which saves an operation for each. */
  const steps = parameters.map((pair) => pair.map((value) => tf.zerosLike(value)));
  const classes = network.layers.at(-1)!.bias.length;

  /** One update. */
  function update({ inputs, classes: ofSamples, scaledMasks }: Batch) {
    const samples = ofSamples.length;
    tf.tidy(() => {
      const masks = hidden.map(({ bias }, k) =>
        tf.tensor2d(scaledMasks[k]!, [samples, bias.length]),
      );
      const received: tf.Tensor[] = [tf.tensor2d(inputs, [samples, inputs.length / samples])];
      hidden.forEach((_, k) => {
        const [b, bias] = parameters[k]!;
        const activation = tf.fused.matMul({ a: received[k]!, b: b!, bias, activation: "relu" });
        received.push(tf.mul(activation, masks[k]!));
      });
      const [b, bias] = parameters.at(-1)!;
      const output = tf.softmax(tf.fused.matMul({ a: received.at(-1)!, b: b!, bias }));
      const targets = tf.oneHot(tf.tensor1d(ofSamples, "int32"), classes);
      let delta: tf.Tensor = tf.mul(tf.sub(output, targets), learning_rate / samples);
      for (let layer = parameters.length - 1; layer >= 0; --layer) {
        const [weight] = parameters[layer]!;
        // Products of transposed matrices are slow, unlike transposing.
        const gradients = [tf.matMul(tf.transpose(received[layer]!), delta), tf.sum(delta, 0)];
        if (layer > 0) {
          const passed = tf.mul(tf.matMul(delta, tf.transpose(weight!)), masks[layer - 1]!);
          delta = tf.mul(passed, tf.step(received[layer]!));
        }
        gradients.forEach((gradient, i) => descend(layer, i, gradient));
      }
    });
  }

  function descend(layer: number, i: number, gradient: tf.Tensor) {
    const step = tf.keep(tf.add(tf.mul(steps[layer]![i]!, momentum), gradient));
    const value = tf.keep(tf.sub(parameters[layer]![i]!, step));
    steps[layer]![i]!.dispose();
    parameters[layer]![i]!.dispose();
    steps[layer]![i] = step;
    parameters[layer]![i] = value;
  }

  return {
    update,
    /** Of each layer, outputs × inputs. */
    weights: () =>
      parameters.map(([weight]) => tf.tidy(() => tf.transpose(weight!).arraySync() as Matrix)),
    dispose: () => tf.dispose([parameters, steps]),
  };
}
