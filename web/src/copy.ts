import type { Average } from "./core/averaging_types";
import type { Given, Network } from "./core/types";

// For jobs that go on after the call: the caller may change the originals meanwhile, and what is no
// plain data, such as a framework's proxy, could not be sent to a worker. The core has checked them.

export const copyOf = ({ input_p_drop, layers }: Given<Network>, input: readonly number[]) => ({
  network: {
    input_p_drop,
    layers: layers.map(({ weight, bias, activation, p_drop }) => ({
      weight: weight.map((row) => [...row]),
      bias: [...bias],
      activation,
      p_drop,
    })),
  },
  input: [...input],
});

export const copyOfAverage = (average: Given<Average>): Average =>
  JSON.parse(JSON.stringify(average));

/** The same of any arguments, before the core has checked them. */
export function plainCopy<T>(value: T): T {
  if (Array.isArray(value)) return Array.from(value, plainCopy) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, plainCopy(member)]),
  ) as T;
}
