import { compact, probabilityText, rounded } from "../../text/format";
import { text } from "../../text";
import type { FourSubnetworks } from "./four_subnetworks";

const words = text.fourSubnetworks;

/** An output: with two decimals at least, and up to five digits that count. */
export function result(value: number): string {
  const short = compact(value);
  const decimals = short.split(".")[1]?.length ?? 0;
  return short.includes("e") || decimals > 1 ? short : rounded(value, 2);
}

export function nameOf([first, second]: readonly boolean[]): string {
  if (first && second) return words.names.both;
  return first || second ? words.names.only(first ? 1 : 2) : words.names.none;
}

/** Whether scaling changes nothing, as far as the printed digits show. */
const isTheSame = ({ average, unscaled }: FourSubnetworks) => result(average) === result(unscaled);

/** What there is to see at a stop: 0, apart; 1, overlaid; 2, one network. HTML. */
export function sentence(
  shown: FourSubnetworks,
  stop: number,
  scales: "weights" | "activations",
): string {
  const { pDrop } = shown;
  const average = result(shown.average);
  const unscaled = result(shown.unscaled);
  if (stop === 0) {
    if (pDrop === 0) return words.say.nothingDropped(unscaled);
    if (shown.all.every(({ output }) => output === shown.unscaled)) {
      return words.say.allTheSame(unscaled);
    }
    if (isTheSame(shown)) return words.say.tooRare(average);
    return words.say.tooLoud(average, unscaled);
  }
  if (stop === 1) {
    const { adds, addsOnAverage } = shown.hidden[0]!;
    const sum = words.onAverage(
      probabilityText(pDrop),
      probabilityText(shown.pKeep),
      compact(adds),
      compact(addsOnAverage),
    );
    return words.say.overlaid(howOften(pDrop, shown.pKeep), sum);
  }
  const multiplied = words.say.multiplied[scales](compact(shown.pKeep));
  return words.say.scaled(
    multiplied,
    result(shown.scaled),
    isTheSame(shown) ? unscaled : undefined,
  );
}

/** How often a unit takes part. */
function howOften(pDrop: number, pKeep: number): string {
  if (pDrop === 0) return words.say.always;
  if (pKeep === 0) return words.say.never;
  return pDrop === 0.5 ? words.say.half : words.say.share(probabilityText(pKeep));
}
