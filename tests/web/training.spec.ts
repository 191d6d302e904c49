// What the figure about training computes, beside the API.
import { readFile } from "node:fs/promises";
import type { Network } from "../../web/src/api/dropout";
import { expect, test } from "./page";
import {
  arm,
  arms,
  button,
  computed,
  field,
  finished,
  giveTraining,
  open,
  openSettings,
  percent,
  shownErrors,
  small,
  timeline,
  training,
} from "./training_figure";

test("the curves, with all their digits, are the API's", async ({ watched }) => {
  await open(watched, `${small}&training.updates=all`);
  await finished(watched);
  const all = Array.from({ length: 31 }, (_, epoch) => 2 * epoch);
  const states = await computed(watched, all);
  for (const [i, name] of arms.entries()) {
    const last = states[i]!.at(-1)!;
    expect(await shownErrors(watched, name)).toEqual([
      percent(last.training.error!),
      percent(last.test.error!),
    ]);
  }
  await button(watched, "Share, save").click();
  for (const [i, name] of ["without", "with"].entries()) {
    const download = watched.waitForEvent("download");
    await watched
      .getByRole("dialog")
      .getByRole("listitem")
      .filter({ hasText: `${name}-dropout-curves` })
      .getByRole("button", { name: "CSV" })
      .click();
    const text = await readFile(await (await download).path(), "utf8");
    const rows = text.trim().split("\r\n").slice(1);
    expect(rows.map((row) => row.split(",").map(Number).slice(0, 7))).toEqual(
      states[i]!.map((state) => [
        state.updates,
        state.updates / 2,
        state.learning_rate,
        state.training.loss,
        state.test.loss,
        state.training.error,
        state.test.error,
      ]),
    );
  }
});

test("the error with masks on is that of random subnetworks", async ({ watched }) => {
  await open(watched, `${small}&training.updates=all`);
  await finished(watched);
  await giveTraining(watched);
  const expected = await watched.evaluate(async () => {
    const { session, inputs, targets } = await window.sameTraining(0.2);
    await session.step(60);
    const { network } = await session.snapshot();
    session.dispose();
    const samples = { inputs, targets, loss: "cross_entropy" as const };
    const { mean_error } = await window.dropout.monteCarloEvaluation(network, samples, {
      subnetworks: 1,
      repeats: 10,
      generator: "torch",
      seed: 2014,
    });
    return mean_error[0]!;
  });
  const shown = training(watched).locator('tr[data-kind="masked"] td').last();
  expect(await shown.innerText()).toBe(percent(expected));
  await expect(training(watched).locator("svg text.label", { hasText: "masks on" })).toContainText(
    percent(expected),
  );
});

test("both networks can be saved, and each name says which it is", async ({ watched }) => {
  await open(watched, `${small}&training.updates=4`);
  await button(watched, "Share, save").click();
  for (const [label, p_drop] of [
    ["the network without dropout", 0],
    ["the network with dropout", 0.2],
  ] as const) {
    const download = watched.waitForEvent("download");
    await watched
      .getByRole("dialog")
      .getByRole("listitem")
      .filter({ hasText: label })
      .getByRole("button", { name: "JSON" })
      .click();
    const file = await download;
    const name = p_drop === 0 ? "without" : "with";
    expect(file.suggestedFilename()).toBe(`training-${name}-dropout-network.json`);
    const saved: Network = JSON.parse(await readFile(await file.path(), "utf8"));
    expect(saved.layers.map((layer) => layer.p_drop)).toEqual([p_drop, p_drop, 0]);
    const states = await computed(watched, [4]);
    const error = await watched.evaluate(async (network) => {
      const { session, test } = await window.sameTraining(0);
      session.dispose();
      return (await window.dropout.evaluate(network, { ...test, loss: "cross_entropy" })).error;
    }, saved);
    expect(error).toBe(states[p_drop === 0 ? 0 : 1]![0]!.test.error);
  }
});

test("one update shows its own masks and gradients", async ({ watched }) => {
  await open(watched, `${small}&training.updates=3`);
  await training(watched).getByText("One update by itself").click();
  await button(watched, "One update on").click();
  const update = training(watched).getByRole("region", { name: "Update 4, by itself" });
  await expect(update).toBeVisible();
  await giveTraining(watched);
  const expected = await watched.evaluate(async () => {
    const { dropout } = window;
    const { session, inputs, targets } = await window.sameTraining(0.2);
    await session.step(3);
    const { samples, keep_masks } = await session.nextBatch();
    const { network } = await session.snapshot();
    session.dispose();
    const { sample_bias_gradients } = dropout.gradients(network, {
      inputs: samples.map((sample) => inputs[sample]!),
      targets: samples.map((sample) => targets[sample]!),
      loss: "cross_entropy",
      keep_masks,
    });
    return [0, 1].map((layer) => {
      const mask = keep_masks[layer + 1]!;
      const dropped = mask.flat().filter((keep) => keep === 0).length;
      const zero = sample_bias_gradients.flatMap((biases, s) =>
        biases[layer]!.filter((gradient, u) => gradient === 0 && mask[s]![u] === 1),
      ).length;
      return { all: mask.flat().length, dropped, zero };
    });
  });
  const cells = (all: number, dropped: number, zero: number) =>
    `Of ${all} cells, ${dropped} dropped, ${zero} with gradient 0, ${all - dropped - zero} that learn.`;
  for (const { all, dropped, zero } of expected) {
    expect(dropped).toBeGreaterThan(0);
    await expect(update).toContainText(cells(all, dropped, zero));
  }
  // Without dropout, nothing is dropped.
  await expect(update.getByText(/, 0 dropped, /)).toHaveCount(2);
});

test("the digits are fetched when they are needed, and classified as the API does", async ({
  watched,
}) => {
  const requests: string[] = [];
  watched.on("request", (request) => requests.push(request.url()));
  const fetched = () => requests.filter((url) => /digits.*\.bin$/.test(url));
  await open(watched, "training.epochs=3&training.updates=all");
  await finished(watched);
  expect(fetched()).toEqual([]);
  await openSettings(watched);
  await field(watched, "Data").selectOption("digits");
  await expect(arm(watched, "with dropout").getByRole("img", { name: /48 of 128/ })).toBeVisible();
  expect(fetched()).toHaveLength(1);
  await finished(watched);
  await expect(timeline(watched)).toHaveAttribute("aria-valuetext", "epoch 3");
  await field(watched, "Picture").selectOption("confusion");
  const table = arm(watched, "with dropout").getByRole("table");
  const counts = (await table.locator("tbody td").allInnerTexts()).map(Number);
  expect(counts).toHaveLength(100);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1697);
  const right = counts.filter((_, i) => i % 11 === 0).reduce((sum, count) => sum + count, 0);
  expect((await shownErrors(watched, "with dropout"))[1]).toBe(percent(1 - right / 1697));
  await field(watched, "Picture").selectOption("activations");
  await expect(arm(watched, "with dropout")).toContainText("of all activations are 0");
});
