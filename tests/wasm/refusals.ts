// What the tests of bad input share.
import { expect, test } from "vitest";
import type { Dropout, Network } from "../../web/src/api/dropout";
import { loadDropout } from "./core";

export const dropout = await loadDropout();

export const network: Network = {
  input_p_drop: 0.2,
  layers: [
    { weight: [[1, 2]], bias: [0], activation: "relu", p_drop: 0.8 },
    { weight: [[3]], bias: [1], activation: "sigmoid", p_drop: 0 },
  ],
};

// Anything at all may come in from other people's pages.
type Anything = Parameters<(...values: never[]) => void>[number];
export const any = (value: unknown) => value as Anything;

/** The network with something else in one of its layers. */
export const withLayer = (index: number, change: object) =>
  any({
    ...network,
    layers: network.layers.map((old, l) => (l === index ? { ...old, ...change } : old)),
  });

/** What is wrong, a call with it, and the error that says so. */
export type Refusal = [
  string,
  (api: Dropout) => unknown,
  typeof RangeError | typeof TypeError,
  string,
];

export function expectThrown(refusals: Refusal[]) {
  test.each(refusals)("%s", (_, call, type, message) => {
    let error: unknown;
    try {
      call(dropout);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(type);
    expect((error as Error).message).toBe(message);
    expect(message.startsWith((error as { field: string } & Error).field)).toBe(true);
    // What was right before still is.
    expect(
      dropout.masks({ generator: "torch", seed: 1, p_drop: 0.2, samples: 2, units: 3 }),
    ).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });
}

export function expectRejected(refusals: Refusal[]) {
  test.each(refusals)("%s rejects, and does not throw", async (_, call, type, message) => {
    const error = await (call(dropout) as Promise<unknown>).then(
      () => undefined,
      (reason: Error & { field: string }) => reason,
    );
    expect(error).toBeInstanceOf(type);
    expect(error!.message).toBe(message);
    expect(message.startsWith(error!.field)).toBe(true);
    await expect(dropout.average(network, [1, 2])).resolves.toHaveProperty("subnetworks", 8);
  });
}
