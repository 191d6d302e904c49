import { percent } from "../../text/format";
import { text } from "../../text";
import { largest, type Opinions } from "./spread";

const words = text.uncertainty;

/** What the full network says, and how its subnetworks vote. HTML. */
export function answerOf({ image, full, spread, outputs }: Opinions): string {
  const digit = largest(full);
  return [
    words.answer(digit, outputOf(full[digit]!)),
    image.label === undefined ? "" : words.truth(image.label),
    votesOf(spread.votes, outputs.length),
  ]
    .filter(Boolean)
    .join(" ");
}

/** No rounding makes it certain. */
export const outputOf = (output: number): string =>
  output >= 0.9995 ? words.nearlyAll : percent(output, 1);

const mostNamed = 3;

function votesOf(votes: number[], all: number): string {
  const ranked = votes
    .map((count, digit) => ({ count, digit }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (ranked.length === 1) return words.unanimous(ranked[0]!.digit);
  const named = ranked
    .slice(0, mostNamed)
    .map(({ count, digit }) => words.voteOf(percent(count / all, 1), digit));
  const rest = ranked.slice(mostNamed).reduce((sum, { count }) => sum + count, 0);
  return words.vote(
    [...named, ...(rest > 0 ? [words.others(percent(rest / all, 1))] : [])].join(", "),
  );
}
