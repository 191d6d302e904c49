import { transferHandlers } from "comlink";

type CoreError = Error & { field?: string };

const classes: Record<string, new (message: string) => Error> = { RangeError, TypeError };

/**
 * Lets the core's errors come out of a worker with their class, and the field of those that have one,
 * which a copy lacks.
 */
transferHandlers.set("error", {
  canHandle: (value): value is CoreError => value instanceof Error,
  serialize: ({ name, message, field }: CoreError) => [{ name, message, field }, []],
  deserialize: ({ name, message, field }: CoreError) =>
    Object.assign(new (classes[name] ?? Error)(message), field === undefined ? {} : { field }),
});
