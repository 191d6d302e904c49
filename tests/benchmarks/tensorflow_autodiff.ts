import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import type { Network } from "../../web/src/api/dropout";
import type { Batch } from "./tensorflow_training";

/** Makes of the activations of hidden layer k what the next layer receives. */
type Drop = (activations: tf.Tensor, k: number) => tf.Tensor;

/** The same as tensorflowTraining, as TensorFlow.js's documentation has it. */
export function tensorflowAutodiff(network: Network, learning_rate: number, momentum: number) {
  const optimizer = tf.train.momentum(learning_rate, momentum);
  const layers = network.layers.map(({ weight, bias }) => ({
    /** inputs × outputs */
    weight: tf.tidy(() => tf.variable(tf.transpose(tf.tensor2d(weight)))),
    bias: tf.variable(tf.tensor1d(bias)),
  }));
  const classes = network.layers.at(-1)!.bias.length;

  function logits(inputs: tf.Tensor, drop: Drop) {
    return layers.reduce((received, { weight, bias }, k) => {
      const z = tf.add(tf.matMul(received, weight), bias);
      return k + 1 < layers.length ? drop(tf.relu(z), k) : z;
    }, inputs);
  }

  function update({ inputs, classes: ofSamples }: Omit<Batch, "scaledMasks">, drop: Drop) {
    const samples = ofSamples.length;
    tf.tidy(() => {
      const received = tf.tensor2d(inputs, [samples, inputs.length / samples]);
      const targets = tf.oneHot(tf.tensor1d(ofSamples, "int32"), classes);
      optimizer.minimize(
        () => tf.losses.softmaxCrossEntropy(targets, logits(received, drop)) as tf.Scalar,
      );
    });
  }

  return {
    /** One update with given masks. */
    update: (batch: Batch) =>
      update(batch, (activations, k) =>
        tf.mul(
          activations,
          tf.tensor2d(batch.scaledMasks[k]!, activations.shape as [number, number]),
        ),
      ),
    /** One update with masks by tf.dropout. */
    dropoutUpdate: (batch: Omit<Batch, "scaledMasks">, p_drop: number) =>
      update(batch, (activations) => tf.dropout(activations, p_drop)),
    /** Of each layer, outputs × inputs. */
    weights: () =>
      layers.map(({ weight }) => tf.tidy(() => tf.transpose(weight).arraySync() as number[][])),
    dispose() {
      optimizer.dispose();
      layers.forEach(({ weight, bias }) => tf.dispose([weight, bias]));
    },
  };
}
