import { invalid, refused } from "./refusal";

/**
 * How arguments are read that may be anything at all: each part once, and sizes before contents. An
 * array that is too long to be read is given on as one of the same length with nothing in it, and
 * an object where none belongs as an empty one: the core refuses both, by name.
 */

/** As much as the core allows. What is more is not read. */
export const readable = {
  units: 4096,
  layers: 65,
  rows: 1_000_000,
  /** In one matrix. */
  numbers: 20_000_000,
  /** In all matrices of one argument. */
  all: 40_000_000,
  members: 64,
};

/** No text that the core knows is longer. */
const maxCharacters = 64;

/** Names the error that a getter or a proxy throws. */
function reading<T>(name: string | (() => string), read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const field = typeof name === "string" ? name : name();
    const error = invalid(TypeError, field, " must be readable, but reading it throws an error");
    throw Object.assign(error, { cause });
  }
}

const isArray = (value: unknown, name: string): value is unknown[] =>
  reading(name, () => Array.isArray(value));

const isObject = (value: unknown, name: string): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !isArray(value, name);

function lengthOf(array: unknown[], name: string): number {
  const length: unknown = reading(name, () => array.length);
  if (Number.isInteger(length) && (length as number) >= 0) return length as number;
  throw refused(`${name}.length`, "a whole number", single(length, name));
}

/** An array of that length with nothing in it, for which no memory is set aside. */
function hollow(length: number): unknown[] {
  const array: unknown[] = [];
  array[2 ** 32 - 2] = undefined; // From then on, it is kept as a table of its entries.
  array.length = length;
  return array;
}

/** A copy of what is to be a number or a text: of arrays and objects, only what they are. */
export function single(value: unknown, name: string): unknown {
  if (typeof value === "string") return value.slice(0, maxCharacters);
  if (typeof value !== "object" || value === null) return value;
  return isArray(value, name) ? [] : {};
}

type CopyRow = (array: unknown[], length: number, name: () => string) => unknown;

/** An argument of which only the sizes have been read. */
export interface Measured {
  /** In all of it. */
  numbers: number;
  copy(row: CopyRow): unknown;
}

export type Measure = (value: unknown, name: string) => Measured;

const unread: Measure = (value, name) => ({
  numbers: 0,
  copy: () => (isArray(value, name) ? hollow(lengthOf(value, name)) : single(value, name)),
});

export const numbers: Measure = (value, name) => {
  if (!isArray(value, name)) return unread(value, name);
  const length = lengthOf(value, name);
  if (length > readable.rows) return unread(value, name);
  return { numbers: length, copy: (row) => row(value, length, () => name) };
};

/**
 * Rows of numbers; or numbers, such as the classes of samples: the first entry tells which. Where
 * rows need another number of `columns`, the core refuses them by the first one.
 */
export const rowsOf =
  (columns?: number): Measure =>
  (value, name) => {
    if (!isArray(value, name)) return unread(value, name);
    const length = lengthOf(value, name);
    if (length > readable.rows || length === 0) return unread(value, name);
    const entries: unknown[][] = [];
    const lengths: number[] = [];
    let widest = 0;
    let total = 0;
    while (entries.length < length) {
      const entryName = () => `${name}[${entries.length}]`;
      const entry = reading(entryName, () => value[entries.length]);
      if (entries.length === 0 && typeof entry === "number") return numbers(value, name);
      if (typeof entry !== "object" || !isArray(entry, name)) {
        throw refused(entryName(), "an array of numbers", single(entry, name));
      }
      const size = lengthOf(entry, name);
      if (entries.length === 0 && size !== (columns ?? size)) {
        return { numbers: 0, copy: () => [hollow(size)] };
      }
      entries.push(entry);
      lengths.push(size);
      widest = Math.max(widest, size);
      total += size;
    }
    return {
      numbers: widest > readable.units || total > readable.numbers ? Infinity : total,
      copy: (row) => {
        let copy: unknown;
        return entries.map((entry, i) => {
          // One row handed over many times in a row is read once.
          const isShared = i > 0 && entry === entries[i - 1] && lengths[i] === lengths[i - 1];
          if (!isShared) copy = row(entry, lengths[i]!, () => `${name}[${i}]`);
          return copy;
        });
      },
    };
  };

function copyOfRow(array: unknown[], length: number, name: () => string): number[] {
  const copy: number[] = [];
  try {
    while (copy.length < length) {
      const number = array[copy.length];
      if (typeof number !== "number") break;
      copy.push(number);
    }
  } catch {
    // It throws again below.
  }
  if (copy.length === length) return copy;
  const field = `${name()}[${copy.length}]`;
  throw refused(
    field,
    "a number",
    single(
      reading(field, () => array[copy.length]),
      field,
    ),
  );
}

/** What all the lists of one argument are copied by: nothing is read where the core has no room. */
function copyRow(numbers: number): CopyRow {
  if (numbers <= readable.all) return copyOfRow;
  const hollows = new Map<number, unknown[]>();
  return (_, length) => {
    if (!hollows.has(length)) hollows.set(length, hollow(length));
    return hollows.get(length)!;
  };
}

export const rows = rowsOf();

export type Copy = (value: unknown, name: string) => unknown;

export const copied =
  (measure: Measure): Copy =>
  (value, name) => {
    const measured = measure(value, name);
    return measured.copy(copyRow(measured.numbers));
  };

/** An array with an entry for each layer. */
export const perLayer =
  (measure: Measure): Measure =>
  (value, name) => {
    if (!isArray(value, name)) return unread(value, name);
    const length = lengthOf(value, name);
    if (length > readable.layers) return unread(value, name);
    const entries = Array.from({ length }, (_, l) => {
      const entry = `${name}[${l}]`;
      return measure(
        reading(entry, () => value[l]),
        entry,
      );
    });
    return {
      numbers: entries.reduce((sum, { numbers }) => sum + numbers, 0),
      copy: (row) => entries.map(({ copy }) => copy(row)),
    };
  };

function memberOf(object: Record<string, unknown>, key: string, prefix: string) {
  const name = prefix === "" ? key : `${prefix}.${key}`;
  return { name, value: reading(name, () => object[key]) };
}

/** Only these members: others are none of the core's business. `prefix` is that of their names. */
export const members =
  (known: Record<string, Measure>, prefix?: string): Measure =>
  (value, name) => {
    if (!isObject(value, name)) return unread(value, name);
    const measured = Object.entries(known).map(([key, measure]) => {
      const member = memberOf(value, key, prefix ?? name);
      return [key, measure(member.value, member.name)] as const;
    });
    return {
      numbers: measured.reduce((sum, [, { numbers }]) => sum + numbers, 0),
      copy: (row) => Object.fromEntries(measured.map(([key, { copy }]) => [key, copy(row)])),
    };
  };

export const one: Measure = (value, name) => ({ numbers: 0, copy: () => single(value, name) });

/** All own members: the core refuses those that it does not know, the first ones will do. */
export const options =
  (known: Record<string, Copy>, prefix = ""): Copy =>
  (value, name) => {
    if (!isObject(value, name)) return single(value, name);
    const keys = reading(name, () => Object.keys(value)).slice(0, readable.members);
    return Object.fromEntries(
      keys.map((key) => {
        const member = memberOf(value, key, prefix);
        return [key, (known[key] ?? single)(member.value, member.name)];
      }),
    );
  };
