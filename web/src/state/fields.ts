import type { Seed } from "../api/core/types";
import { isSeed, seedFrom } from "../api/input/seeds";

/** One setting of a figure, as it stands in the page's address. */
export interface Field<Value> {
  initial: Value;
  /** Undefined where the value is none that the figure can show, and so is left out. */
  toText: (value: Value) => string | undefined;
  /** Undefined where the text stands for no allowed value. */
  fromText: (text: string) => Value | undefined;
}

export type Fields<Values> = { [Name in keyof Values]: Field<Values[Name]> };

interface Range {
  min: number;
  max: number;
}

// No "1e3", " 5" or "0x10": one value has one way to be written, or nearly so.
const numeral = /^-?\d+(\.\d+)?(e[+-]\d+)?$/;

export function number(initial: number, { min, max }: Range): Field<number> {
  const isAllowed = (value: number) => typeof value === "number" && value >= min && value <= max;
  return {
    initial,
    toText: (value) => (isAllowed(value) ? String(value) : undefined),
    fromText: (text) => {
      const value = numeral.test(text) ? Number(text) : NaN;
      return isAllowed(value) ? value : undefined;
    },
  };
}

export function whole(initial: number, range: Range): Field<number> {
  const { toText, fromText } = number(initial, range);
  const onlyWhole = <T>(value: number | undefined, result: T) =>
    Number.isInteger(value) ? result : undefined;
  return {
    initial,
    toText: (value) => onlyWhole(value, toText(value)),
    fromText: (text) => {
      const value = fromText(text);
      return onlyWhole(value, value);
    },
  };
}

/** A probability of dropping. */
export const pDrop = (initial: number): Field<number> => number(initial, { min: 0, max: 1 });

/** As PyTorch takes it. The core checks what NumPy takes. */
export const seed = (initial: Seed): Field<Seed> => ({
  initial,
  toText: (value) => (isSeed(value) ? String(value) : undefined),
  fromText: (text) => {
    const value = seedFrom(text);
    return isSeed(value) ? value : undefined;
  },
});

export function choice<Name extends string>(initial: Name, names: readonly Name[]): Field<Name> {
  return {
    initial,
    toText: (value) => value,
    fromText: (text) => names.find((name) => name === text),
  };
}

export function flag(initial: boolean): Field<boolean> {
  return {
    initial,
    toText: (value) => (value ? "1" : "0"),
    fromText: (text) => (text === "1" ? true : text === "0" ? false : undefined),
  };
}

/** As many values as there are at first, or up to `most` of them where that is given. */
export function list<Value>(
  initial: Value[],
  item: Field<Value>,
  most: number | undefined = undefined,
): Field<Value[]> {
  const isAllowed = (length: number) =>
    most === undefined ? length === initial.length : length <= most;
  return {
    initial,
    toText: (values) => {
      const texts = values.map(item.toText);
      return isAllowed(values.length) && !texts.includes(undefined) ? texts.join(",") : undefined;
    },
    fromText: (text) => {
      const values =
        text === "" ? [] : text.split(",", (most ?? initial.length) + 1).map(item.fromText);
      return isAllowed(values.length) && !values.includes(undefined)
        ? (values as Value[])
        : undefined;
    },
  };
}

/** JSON of something that `isValid`, up to a length that addresses can carry. */
export function json<Value>(
  initial: Value,
  isValid: (value: unknown) => boolean,
  mostCharacters: number,
): Field<Value> {
  return {
    initial,
    toText: (value) => {
      const text = JSON.stringify(value);
      return text.length <= mostCharacters ? text : undefined;
    },
    fromText: (text) => {
      if (text.length > mostCharacters) return undefined;
      try {
        const value: unknown = JSON.parse(text);
        return isValid(value) ? (value as Value) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
