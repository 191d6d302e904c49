import { translated } from "./translated";

/** The core returns what is wrong instead of throwing it; the API throws it. */
export function unwrap<T>(result: T | Error): T {
  if (result instanceof Error) throw translated(result);
  return result;
}
