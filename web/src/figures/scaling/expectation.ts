import type { Dropout } from "../../api/dropout";
import { probabilityText, short } from "../../text/format";
import { amount, amountOfA } from "../../text/amount";
import type { Rule } from "./rules";

/** A line of the expectation: the formula, and the same with numbers. */
export interface Line {
  name: "test" | "unscaled" | "scaled";
  letters: {
    /** Whether it begins with the probability of keeping, or the factor of that size. */
    isMasked: boolean;
    /** What a kept unit passes on: "a", "scaled" by the rule, HTML, or "unused". */
    kept: string;
    hasDropped: boolean;
    /** "pKeep" is that many a. */
    result: string;
  };
  numbers: { pKeep: string; pDrop: string; kept: string; result: number | undefined };
  /** To test time. */
  relation: "<" | "=" | ">" | "";
}

interface Asked {
  rule: Rule;
  pDrop: number;
  /** Of the unit. */
  value: number;
  /** Of the kept tiles, in a: undefined where the reader has not looked for it yet. */
  height: number | undefined;
  isMet: boolean;
}

/** All numbers are the core's. */
export function expectation(
  dropout: Dropout,
  { rule, pDrop, value, height, isMet }: Asked,
): Line[] {
  const ask = (asked: "none" | Rule, activation: number) =>
    dropout.scaling({
      rule: asked,
      activations: [activation],
      p_drop: pDrop,
      generator: "torch",
      seed: 0,
      samples: 1,
    });
  const isPaper = rule === "paper";
  const paper = ask("paper", value);
  const none = ask("none", value);
  const test = (isPaper ? paper : none).test[0]!;
  const pKeep = amount(paper.test_factor);
  const unscaled = none.expected_training[0]!;
  // A kept value at p_drop 0 is what its rule makes of it: what is asked with that value.
  const byHand = height === undefined ? undefined : ask("none", height);
  const tile = height === undefined ? undefined : height * value;
  const scaled =
    tile === undefined
      ? undefined
      : isMet
        ? ask("inverted", value).expected_training[0]!
        : ask("none", tile).expected_training[0]!;
  const numbers = { pKeep, pDrop: probabilityText(pDrop), kept: short(value) };
  const relationOf = (result: number | undefined) =>
    result === undefined
      ? ""
      : Math.abs(result - test) <= 1e-12 * Math.abs(test)
        ? "="
        : result < test
          ? "<"
          : ">";
  return [
    {
      name: "test",
      letters: {
        isMasked: isPaper,
        kept: "a",
        hasDropped: false,
        result: isPaper ? "pKeep" : "<i>a</i>",
      },
      numbers: { ...numbers, pKeep: isPaper ? pKeep : "", result: test },
      relation: "",
    },
    {
      name: "unscaled",
      letters: { isMasked: true, kept: "a", hasDropped: true, result: "pKeep" },
      numbers: { ...numbers, result: unscaled },
      relation: relationOf(unscaled),
    },
    {
      name: "scaled",
      letters: isPaper
        ? { isMasked: false, kept: "unused", hasDropped: false, result: "" }
        : {
            isMasked: true,
            kept: isMet ? "scaled" : height === undefined ? "?" : amountOfA(height),
            hasDropped: true,
            result: isMet ? "<i>a</i>" : byHand ? amountOfA(byHand.expected_training[0]!) : "?",
          },
      numbers: { ...numbers, kept: tile === undefined ? "?" : short(tile), result: scaled },
      relation: isPaper ? "" : relationOf(scaled),
    },
  ];
}
