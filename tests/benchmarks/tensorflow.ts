import * as tf from "@tensorflow/tfjs-core";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { maskProbability, type OutputUnit } from "./works";

export async function startTensorflow() {
  setWasmPaths("/");
  await tf.setBackend("wasm");
  if (!(await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT")))
    throw new Error("TensorFlow.js: no SIMD");
}

const numberOf = (scalar: tf.Tensor) => scalar.dataSync()[0]!;

const batch = 2 ** 14;

/** A forward pass of the output layer for each mask, a batch at a time. */
export function plain({ weight, bias, hidden, p_drop }: OutputUnit): number {
  const units = hidden.length;
  const ofKept = Float32Array.from({ length: units + 1 }, (_, kept) =>
    maskProbability(p_drop, units, kept),
  );
  const masks = new Float32Array(batch * units);
  const probability = new Float32Array(batch);
  let mean = 0;
  for (let first = 0; first < 2 ** units; first += batch) {
    for (let row = 0; row < batch; ++row) {
      let kept = 0;
      for (let unit = 0; unit < units; ++unit) {
        const keep = ((first + row) >> unit) & 1;
        masks[row * units + unit] = keep;
        kept += keep;
      }
      probability[row] = ofKept[kept]!;
    }
    mean += tf.tidy(() => {
      const masked = tf.mul(tf.tensor2d(masks, [batch, units]), tf.tensor1d(hidden));
      const output = tf.sigmoid(tf.add(tf.matMul(masked, tf.tensor2d(weight, [units, 1])), bias));
      return numberOf(tf.matMul(tf.tensor2d(probability, [1, batch]), output));
    });
  }
  return mean;
}

/** The sums and probabilities of all masks of some units. */
function table(terms: number[], p_drop: number) {
  let sums = [0];
  let probability = [1];
  for (const term of terms) {
    sums = [...sums, ...sums.map((sum) => sum + term)];
    probability = [
      ...probability.map((value) => value * p_drop),
      ...probability.map((value) => value * (1 - p_drop)),
    ];
  }
  return { sums, probability };
}

/** Each subnetwork is one of the masks of half of the units plus one of those of the others. */
export function twoTables({ weight, bias, hidden, p_drop }: OutputUnit): number {
  const terms = hidden.map((value, unit) => value * weight[unit]!);
  const low = table(terms.slice(0, terms.length / 2), p_drop);
  const high = table(terms.slice(terms.length / 2), p_drop);
  const [rows, columns] = [high.sums.length, low.sums.length];
  return tf.tidy(() => {
    const highSums = tf.add(tf.tensor2d(high.sums, [rows, 1]), bias);
    const output = tf.sigmoid(tf.add(highSums, tf.tensor2d(low.sums, [1, columns])));
    const meanOfRow = tf.matMul(output, tf.tensor2d(low.probability, [columns, 1]));
    return numberOf(tf.matMul(tf.tensor2d(high.probability, [1, rows]), meanOfRow));
  });
}
