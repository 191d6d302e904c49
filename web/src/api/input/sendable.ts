import { readable } from "./reading";

/**
 * Whether a copy of arguments can be sent to a worker: symbols and functions cannot. The copying
 * leaves neither in rows of numbers, which alone are longer than lists of layers.
 */
export function isSendable(value: unknown): boolean {
  if (typeof value === "symbol" || typeof value === "function") return false;
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value) && value.length > readable.layers) return true;
  return Object.values(value).every(isSendable);
}
