import { describe, expect, test } from "vitest";
import type { Trained } from "../../web/src/figures/networks/trained";
import { asWanted, positionOf, targetOf } from "../../web/src/figures/networks/position";

/** Networks that have had so many updates, five an epoch. */
function trainedFor(
  updates: number,
  { diverged = false, pace = undefined as Trained["pace"] } = {},
) {
  const states = [0, updates].map((updates) => ({ updates, updates_per_epoch: 5, diverged }));
  const runs = { without: { network: "w", states }, with: { network: "d", states } };
  const task = { networks: { without: "untrained w", with: "untrained d" } };
  return { task, updates, pace, runs } as unknown as Trained;
}

const at = (trained: Trained, wanted: { epochs: number; updates: number }) =>
  positionOf(asWanted(trained, wanted), wanted);

test("networks that have had more updates than is wanted are untrained at once", () => {
  const trained = trainedFor(1500, {
    pace: { from: { done: 1, time: 1 }, to: { done: 2, time: 2 } },
  });
  for (const wanted of [
    { epochs: 300, updates: Infinity },
    { epochs: 300, updates: 1500 },
    { epochs: 2000, updates: Infinity },
  ]) {
    expect(asWanted(trained, wanted)).toBe(trained);
  }
  for (const wanted of [
    { epochs: 40, updates: Infinity },
    { epochs: 300, updates: 1499 },
    { epochs: 300, updates: 0 },
  ]) {
    expect(asWanted(trained, wanted)).toEqual({
      task: trained.task,
      updates: 0,
      pace: undefined,
      runs: {
        without: { network: "untrained w", states: trained.runs.without.states.slice(0, 1) },
        with: { network: "untrained d", states: trained.runs.with.states.slice(0, 1) },
      },
    });
  }
});

test("how many updates networks are to have follows from the length of the run", () => {
  expect(targetOf({ epochs: 40, updates: Infinity }, 5)).toBe(200);
  expect(targetOf({ epochs: 40, updates: 7 }, 5)).toBe(7);
  expect(targetOf({ epochs: 40, updates: 1000 }, 5)).toBe(200);
});

describe("where a run is", () => {
  const pace = { from: { done: 1000, time: 0 }, to: { done: 1010, time: 1000 } };

  test.each([
    ["at the start", 0, 300, 0, { epochs: 0, fraction: 0, isOver: false, isPlaying: false }],
    ["under way", 12, 300, Infinity, { epochs: 2, fraction: 12 / 1500, isPlaying: true }],
    ["paused", 12, 300, 12, { epochs: 2, isOver: false, isPlaying: false }],
    ["at the end", 1500, 300, Infinity, { epochs: 300, fraction: 1, isOver: true }],
    ["of a longer run", 1500, 600, Infinity, { fraction: 0.5, isOver: false, isPlaying: true }],
    ["of a shorter run", 1500, 400, Infinity, { isOver: false, isPlaying: true }],
    ["of one that is too short", 1500, 40, Infinity, { epochs: 0, fraction: 0, isPlaying: true }],
    ["of fewer updates", 1500, 300, 7, { updates: 0, isPlaying: true }],
    ["of one that ends just here", 200, 40, Infinity, { epochs: 40, isOver: true }],
    ["of a single epoch", 5, 1, Infinity, { epochs: 1, fraction: 1, isOver: true }],
  ])("%s", (_, made, epochs, updates, expected) => {
    expect(at(trainedFor(made), { epochs, updates })).toMatchObject(expected);
  });

  test("before there are networks", () => {
    const position = positionOf(undefined, { epochs: 300, updates: Infinity });
    expect(position).toMatchObject({ updates: 0, isPlaying: true });
  });

  test("where both networks have diverged", () => {
    const trained = trainedFor(12, { diverged: true });
    const position = positionOf(trained, { epochs: 300, updates: Infinity });
    expect(position).toMatchObject({ isOver: true, isPlaying: false });
  });

  test("the time left is that of the run as it is now", () => {
    const left = (epochs: number) =>
      at(trainedFor(1010, { pace }), { epochs, updates: Infinity }).secondsLeft;
    expect(left(300)).toBe(49);
    expect(left(204)).toBe(1);
    expect(left(40)).toBeUndefined();
    expect(positionOf(trainedFor(5), { epochs: 300, updates: 5 }).secondsLeft).toBeUndefined();
  });
});
