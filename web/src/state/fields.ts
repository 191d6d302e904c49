import type { Seed } from "../api/core/types";
import { isSeed, seedFrom } from "../api/input/seeds";

/** How a reader sets something, among the controls of its figure. */
export type Control = {
  /** The core's name of it in errors, or how that begins. */
  field?: string;
  /** Whether it is among those that are folded away at first. */
  isFolded?: boolean;
} & (
  | { as: "p_drop"; /** Which one, where a figure has several. */ of?: string }
  | { as: "slider"; label: Label; min: number; max: number; step: number }
  | { as: "units" | "count"; label: Label; most: number }
  | { as: "box" | "seed" | "check"; label: Label }
  | { as: "choice"; label: Label; options: Record<string, string> }
);

type Label = string | (() => string);

type Placed = Pick<Control, "field" | "isFolded">;

/** One setting of a figure: what it is at first, in the page's address, and among the controls. */
export interface Field<Value> {
  initial: Value;
  /** Undefined where the value is none that the figure can show, and so is left out. */
  toText: (value: Value) => string | undefined;
  /** Undefined where the text stands for no allowed value. */
  fromText: (text: string) => Value | undefined;
  /** Undefined where it is set on the picture, or with the others of a `tuple`. */
  control?: Control | undefined;
  /** Of a tuple. */
  items?: readonly Field<unknown>[];
}

export type Fields<Values> = { [Name in keyof Values]: Field<Values[Name]> };

export type ValuesOf<Declared> = {
  -readonly [Name in keyof Declared]: Declared[Name] extends Field<infer Value> ? Value : never;
};

export const initialOf = <Values>(fields: Fields<Values>): Values =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, (field as Field<unknown>).initial]),
  ) as Values;

/** Of settings, those that are declared by `fields`: a computation that uses them reads no others. */
export const valuesOf = <Values>(fields: Fields<Values>, settings: NoInfer<Values>): Values =>
  Object.fromEntries(
    Object.keys(fields).map((name) => [name, settings[name as keyof Values]]),
  ) as Values;

interface Range {
  min: number;
  max: number;
}

// No "1e3", " 5" or "0x10": one value has one way to be written, or nearly so.
const numeral = /^-?\d+(\.\d+)?(e[+-]\d+)?$/;

export function number(
  initial: number,
  { min, max }: Range,
  control: Control | undefined = undefined,
): Field<number> {
  const isAllowed = (value: number) => typeof value === "number" && value >= min && value <= max;
  return {
    initial,
    control,
    toText: (value) => (isAllowed(value) ? String(value) : undefined),
    fromText: (text) => {
      const value = numeral.test(text) ? Number(text) : NaN;
      return isAllowed(value) ? value : undefined;
    },
  };
}

export function whole(
  initial: number,
  range: Range,
  control: Control | undefined = undefined,
): Field<number> {
  const { toText, fromText } = number(initial, range);
  const onlyWhole = <T>(value: number | undefined, result: T) =>
    Number.isInteger(value) ? result : undefined;
  return {
    initial,
    control,
    toText: (value) => onlyWhole(value, toText(value)),
    fromText: (text) => {
      const value = fromText(text);
      return onlyWhole(value, value);
    },
  };
}

/** A probability of dropping. */
export const pDrop = (initial: number, placed: Placed & { of?: string } = {}): Field<number> =>
  number(initial, { min: 0, max: 1 }, { as: "p_drop", field: "p_drop", ...placed });

/** As PyTorch takes it. The core checks what NumPy takes. */
export const seed = (initial: Seed, label: string, placed: Placed = {}): Field<Seed> => ({
  initial,
  control: { as: "seed", label, field: "seed", ...placed },
  toText: (value) => (isSeed(value) ? String(value) : undefined),
  fromText: (text) => {
    const value = seedFrom(text);
    return isSeed(value) ? value : undefined;
  },
});

export function choice<Name extends string>(
  initial: Name,
  names: readonly Name[],
  control:
    { label: string; options: Record<Name, string>; isFolded?: boolean } | undefined = undefined,
): Field<Name> {
  return {
    initial,
    control: control && { as: "choice", ...control },
    toText: (value) => value,
    fromText: (text) => names.find((name) => name === text),
  };
}

export function flag(
  initial: boolean,
  control: { label: string; isFolded?: boolean } | undefined = undefined,
): Field<boolean> {
  return {
    initial,
    control: control && { as: "check", ...control },
    toText: (value) => (value ? "1" : "0"),
    fromText: (text) => (text === "1" ? true : text === "0" ? false : undefined),
  };
}

/** As many values as there are fields, each with a control of its own. */
export function tuple<Values extends unknown[]>(
  ...items: { [I in keyof Values]: Field<Values[I]> }
): Field<Values> {
  const fields = items as unknown as Field<unknown>[];
  return {
    initial: fields.map(({ initial }) => initial) as Values,
    items: fields,
    toText: (values) => {
      const texts = fields.map(({ toText }, i) => toText(values[i]));
      return texts.includes(undefined) ? undefined : texts.join(",");
    },
    fromText: (text) => {
      const texts = text.split(",", fields.length + 1);
      const values = texts.map((each, i) => fields[i]?.fromText(each));
      return texts.length === fields.length && !values.includes(undefined)
        ? (values as Values)
        : undefined;
    },
  };
}

/** None at first, or up to `most` of them. */
export function list<Value>(item: Field<Value>, most: number): Field<Value[]> {
  return {
    initial: [],
    toText: (values) => {
      const texts = values.map(item.toText);
      return values.length <= most && !texts.includes(undefined) ? texts.join(",") : undefined;
    },
    fromText: (text) => {
      const values = text === "" ? [] : text.split(",", most + 1).map(item.fromText);
      return values.length <= most && !values.includes(undefined) ? (values as Value[]) : undefined;
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
