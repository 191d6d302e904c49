// How random subnetworks vote, and how their outputs are spread.
import { expect, test } from "vitest";
import { loadDropout } from "./core";

const dropout = await loadDropout();

const seeded = { generator: "torch", seed: 7 } as const;
const networkWith = (p_drop: number) =>
  dropout.network({
    ...seeded,
    widths: [2, 20, 15, 3],
    hidden_activation: "relu",
    output_activation: "softmax",
    input_p_drop: 0,
    hidden_p_drop: p_drop,
  });
const inputs = [
  [3, -1],
  [-2, 4],
];

test("a spread has the mean, the quantiles and the votes of its rows", () => {
  const outputs = [
    [0.2, 0.7, 0.1],
    [0.4, 0.2, 0.4],
    [0.3, 0.6, 0.1],
  ];
  const { mean, low, high, votes } = dropout.outputSpread(outputs);
  for (const [actual, expected] of [
    [mean, [0.3, 0.5, 0.2]],
    [low, [0.21, 0.24, 0.1]],
    [high, [0.39, 0.69, 0.37]],
  ] as const) {
    actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 14));
  }
  expect(votes).toEqual([1, 2, 0]);
});

test.each([0.2, 0.8])("subnetworks at p_drop %d vote as their outputs say", async (p_drop) => {
  const network = networkWith(p_drop);
  const votes = await dropout.sampledVotes(network, inputs, { ...seeded, subnetworks: 300 });
  const outputs = await dropout.sampledOutputs(network, inputs[0]!, { ...seeded, samples: 300 });
  expect(votes[0]).toEqual(dropout.outputSpread(outputs).votes);
  for (const row of votes) expect(row.reduce((sum, count) => sum + count)).toBe(300);
  // Masks that are drawn anew for the second input.
  expect(votes[1]).not.toEqual(votes[0]);
});

test("without dropout, all agree", async () => {
  const votes = await dropout.sampledVotes(networkWith(0), inputs, { ...seeded, subnetworks: 9 });
  for (const row of votes) expect([...row].sort()).toEqual([0, 0, 9]);
});

test.each([
  [[], "outputs"],
  [[[]], "outputs"],
  [[[1, 2], [3]], "outputs[1]"],
  [[[1, NaN]], "outputs[0][1]"],
  ["many", "outputs"],
])("no spread of %j", (outputs, field) => {
  expect(() => dropout.outputSpread(outputs as number[][])).toThrow(
    expect.objectContaining({ field }),
  );
});

test.each([
  [{ subnetworks: 0 }, "subnetworks"],
  [{ subnetworks: 2.5 }, "subnetworks"],
  [{ seed: 0.5 }, "seed"],
  [{ samples: 3 }, "samples"],
])("no votes with %j", async (wrong, field) => {
  const options = { ...seeded, subnetworks: 3, ...wrong };
  await expect(dropout.sampledVotes(networkWith(0.5), inputs, options)).rejects.toMatchObject({
    name: expect.stringMatching(/RangeError|TypeError/),
    message: expect.stringContaining(field),
  });
});

test("no votes on inputs of another width", async () => {
  const options = { ...seeded, subnetworks: 3 };
  await expect(dropout.sampledVotes(networkWith(0.5), [[1, 2, 3]], options)).rejects.toMatchObject({
    field: "inputs",
  });
});
