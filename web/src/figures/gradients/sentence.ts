import { complement } from "../../state/convention.svelte";
import { compact, rounded } from "../../text/format";
import { text } from "../../text";
import { zeroReason, type MiniBatch } from "./mini_batch";
import { inputs } from "./samples";
import { updateOf } from "./update";
import {
  hiddenUnitOf,
  meanGradient,
  nameOf,
  sampleGradients,
  valueIn,
  type Weight,
} from "./weight";

/** What a step of the figure shows, in a sentence or two. HTML. */
export function sentenceOf(batch: MiniBatch, weight: Weight, rate: number, step: number): string {
  const words = text.gradients.say;
  const { network } = batch;
  const pDrop = network.layers[0]!.p_drop;
  const now = rounded(valueIn(network, weight), 3);
  const samples = inputs.map((_, sample) => sample);
  const numbers = (which: number[]) => which.map((sample) => sample + 1);
  const unit = hiddenUnitOf(weight);
  if (step === 0) {
    const dropped = samples.filter(
      (sample) => unit !== null && batch.keepMasks[1]![sample]![unit] === 0,
    );
    return words.start(
      nameOf(weight),
      now,
      unit === null ? undefined : { unit: unit + 1, dropped: numbers(dropped) },
    );
  }
  if (step === 1) return words.forward(pDrop, compact(complement(pDrop)));
  const gradients = sampleGradients(batch.gradients, weight);
  if (step === 2) {
    const because = (reason: "dropped" | "off") =>
      numbers(
        samples.filter(
          (sample) => gradients[sample] === 0 && zeroReason(batch, sample, weight) === reason,
        ),
      );
    return words.backward(
      numbers(samples.filter((sample) => gradients[sample] !== 0)),
      samples.length,
      because("dropped"),
      because("off"),
    );
  }
  if (step === 3) return words.mean(samples.length, gradients.includes(0));
  const update = updateOf(batch, weight);
  if (update.now !== update.next) return words.update(compact(rate), update.now, update.next);
  if (meanGradient(batch.gradients, weight) === 0) return words.unmoved.average(now);
  return rate === 0 ? words.unmoved.rate(now) : words.unmoved.size(now);
}
