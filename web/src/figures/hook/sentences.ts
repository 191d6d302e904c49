import { percent } from "../../text/format";
import { text } from "../../text";

const words = text.hook;

/** What would be written as 0%, and is not. */
const isHardlyAny = (share: number) => share < 0.005;

/** Of the units, what masks switch off on average. */
export function partOf(dropped: number): string {
  const exact = { 0: words.part.none, 0.5: words.part.half, 1: words.part.all }[dropped];
  if (exact) return exact;
  if (isHardlyAny(dropped)) return words.part.hardlyAny;
  if (isHardlyAny(1 - dropped)) return words.part.nearlyAll;
  return words.partOf(percent(dropped, 0));
}

/** Which share of the whole network's answer the masks give on average. */
export function answerOf(dropped: number, share: number): string {
  if (dropped === 0) return words.answer.none;
  if (dropped === 1) return words.answer.all;
  if (isHardlyAny(dropped)) return words.answer.nearlyAll;
  if (isHardlyAny(1 - dropped)) return words.answer.hardlyAny;
  return dropped === 0.5 && Math.abs(share - 0.5) < 0.05
    ? words.answer.half
    : words.answerOf(percent(1 - dropped, 0), percent(share, 0));
}
