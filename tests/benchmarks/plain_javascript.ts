import { maskProbability, type OutputUnit } from "./works";

const probabilities = (p_drop: number, units: number) =>
  Float64Array.from({ length: units + 1 }, (_, kept) => maskProbability(p_drop, units, kept));

/** A forward pass of the output unit for each mask. */
export function everyForwardPass({ weight, bias, hidden, p_drop }: OutputUnit): number {
  const units = hidden.length;
  const w = Float64Array.from(weight);
  const h = Float64Array.from(hidden);
  const probability = probabilities(p_drop, units);
  let mean = 0;
  for (let mask = 0; mask < 2 ** units; ++mask) {
    let z = bias;
    let kept = 0;
    for (let unit = 0; unit < units; ++unit) {
      const keep = (mask >> unit) & 1;
      z += w[unit]! * (keep * h[unit]!);
      kept += keep;
    }
    mean += probability[kept]! / (1 + Math.exp(-z));
  }
  return mean;
}

/** From one mask to the next a single unit changes, so that each costs one addition. */
export function grayCode({ weight, bias, hidden, p_drop }: OutputUnit): number {
  const units = hidden.length;
  const terms = Float64Array.from(hidden, (value, unit) => value * weight[unit]!);
  const probability = probabilities(p_drop, units);
  let z = bias;
  let kept = 0;
  let mean = probability[0]! / (1 + Math.exp(-z));
  for (let step = 1; step < 2 ** units; ++step) {
    const unit = 31 - Math.clz32(step & -step);
    const sign = 1 - (((step >> unit) >> 1) & 1) * 2;
    z += sign * terms[unit]!;
    kept += sign;
    mean += probability[kept]! / (1 + Math.exp(-z));
  }
  return mean;
}
