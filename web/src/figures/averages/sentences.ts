import { grouped, significant } from "../../text/format";
import { text } from "../../text";
import { duration } from "../shared/duration";
import { areAllTheSame, type Answer } from "./answer";
import type { Histogram } from "./histogram";
import { crossingOf } from "./monte_carlo_sentence";
import { coincide, difference } from "./quantity";
import { droppableUnits } from "./settings";
import { whyOf } from "./verdict_sentences";

const words = text.averages.say;

/** No computer runs through more masks than this many units have. */
const mostUnitsCounted = 60;

/** What there is to see: before the single pass, and after it. HTML. */
export function sentence(answer: Answer, hasRun: boolean): string {
  const { arithmetic, scaled, verdicts, question, worth, how } = answer;
  if (!hasRun) {
    const a = `${how.isExact ? "" : "≈ "}${significant(arithmetic.value, 4)}`;
    return areAllTheSame(answer) ? words.allTheSame(a) : words.before(a);
  }
  const verdict = verdicts.arithmetic_mean_and_scaled_network;
  if (verdict.exact) return words.exact(whyOf("A and S", verdict, question.network));
  const why = curveOf(answer);
  if (coincide(arithmetic, scaled)) return words.byChance(why);
  const apart = difference(arithmetic, scaled);
  if (!worth) return words.estimated(apart, why);
  // Fewer than one and a half: even a single one is as good, and that is said where they are compared.
  const isWorthSome = worth.crossing >= 1.5 && Number.isFinite(worth.crossing);
  const isPastCounting = droppableUnits(question.network) > mostUnitsCounted;
  return words.apart(
    apart,
    isWorthSome ? crossingOf(worth) : undefined,
    isPastCounting ? words.pastCounting : why,
  );
}

/** What keeps S from being A: of two curves, the one before the output. */
function curveOf({ verdicts, question: { network } }: Answer): string {
  const { arithmetic_mean_and_scaled_network, geometric_mean_and_scaled_network } = verdicts;
  const verdict = [geometric_mean_and_scaled_network, arithmetic_mean_and_scaled_network]
    .filter((verdict) => verdict !== null)
    .find(({ exact }) => !exact)!;
  switch (verdict.reason) {
    case "hidden-activation":
      return words.hiddenCurve(text.activations[network.layers[verdict.layer!]!.activation]);
    case "everything-dropped":
      return whyOf("A and S", verdict, network);
    default:
      return words.outputCurve;
  }
}

/** How the average was found, and what the bars are. */
export function howFound(answer: Answer, histogram: Histogram | undefined): string {
  const { how, question } = answer;
  const head = text.averages.head;
  const units = droppableUnits(question.network);
  if (!how.isExact) return head.estimated(grouped(how.samples));
  if (!histogram) return head.running;
  if (histogram.samples === undefined) {
    return head.all(grouped(2 ** units), duration(histogram.seconds));
  }
  const ways = { "closed-form": head.formula, "characteristic-function": head.integral };
  const method = how.average.method === "enumeration" ? undefined : how.average.method;
  return head.sampled(method ? ways[method] : head.tables, grouped(histogram.samples));
}
