import { translated } from "../core/translated";

/** Errors in the core's words, for what is refused before the core is asked. */

export function invalid(
  type: typeof RangeError | typeof TypeError,
  field: string,
  problem: string,
) {
  return translated(Object.assign(new type(field + problem), { field }));
}

const maxQuoted = 40;

/** The text between quotation marks, cut after some 40 characters. */
export function inQuotes(text: string): string {
  if (text.length <= maxQuoted) return `"${text}"`;
  // Not between the two halves of one character.
  const end = /[\uD800-\uDBFF]/.test(text[maxQuoted - 1]!) ? maxQuoted - 1 : maxQuoted;
  return `"${text.slice(0, end)}…"`;
}

/** A number as it is; what was typed instead of one, in quotes. */
export const numberOrQuoted = (value: unknown) =>
  typeof value === "string" ? inQuotes(value) : String(value);

function isArray(value: unknown): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false; // a proxy that has been revoked
  }
}

function described(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return inQuotes(value);
  if (typeof value === "object") return isArray(value) ? "an array" : "an object";
  return `a ${typeof value}`;
}

export const refused = (field: string, needed: string, value: unknown) =>
  invalid(TypeError, field, ` must be ${needed}, got ${described(value)}`);

export function checkCount(field: string, value: unknown, lowest: number, highest: number) {
  if (typeof value !== "number") throw refused(field, "a number", value);
  if (!Number.isInteger(value) || value < lowest || value > highest) {
    const problem = ` must be a whole number from ${lowest} to ${highest}, got ${value}`;
    throw invalid(RangeError, field, problem);
  }
}
