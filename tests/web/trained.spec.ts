import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, figure, test } from "./page";

/** Quick to train, and far from perfect. */
const small = { samples: 200, wrongLabels: 0.3, inputPDrop: 0, epochs: 4 };

/** Where another suite runs beside this one, training takes its time. */
const trained = { timeout: 20_000 };

const address = (id: string, settings: Record<string, string | number>) =>
  `./?figure=${id}&${Object.entries({ ...small, ...settings })
    .map(([name, value]) => `${id}.${name}=${value}`)
    .join("&")}`;

test.describe.configure({ timeout: 90_000 });

interface Recipe {
  pDrop: number;
  seed: number;
}

/** What the figures say that they do, through the API: a network, its errors, what they ask of it. */
function throughTheApi(page: Page, { pDrop, seed }: Recipe) {
  return page.evaluate(
    async ({ pDrop, seed, samples, wrongLabels, inputPDrop, epochs }) => {
      const { dropout } = window;
      const generator = "torch" as const;
      const all = await dropout.digits();
      const order = dropout.permutation({ generator, seed: 1, samples: all.inputs.length });
      const inputs = order.map((i) => all.inputs[i]!);
      const labels = order.map((i) => all.targets[i]!);
      const targets = dropout.wrongLabels({
        generator,
        seed: 1,
        labels: labels.slice(0, samples),
        classes: 10,
        fraction: wrongLabels,
      });
      const test = { inputs: inputs.slice(samples), targets: labels.slice(samples) };
      const session = await dropout.train({
        network: dropout.network({
          generator,
          seed,
          widths: [64, 128, 128, 10],
          hidden_activation: "relu",
          output_activation: "softmax",
          input_p_drop: inputPDrop,
          hidden_p_drop: pDrop,
        }),
        loss: "cross_entropy",
        training: { inputs: inputs.slice(0, samples), targets },
        test,
        batch_size: 32,
        learning_rate: 0.05,
        momentum: 0.9,
        learning_rate_decay: 1,
        weight_decay: 0,
        max_norm: null,
        generator,
        seed,
      });
      const state = await session.step(epochs * Math.ceil(samples / 32));
      const { network } = await session.snapshot();
      session.dispose();
      const image = test.inputs[0]!;
      const masks = { generator, seed: 2014 };
      const outputs = await dropout.sampledOutputs(network, image, { ...masks, samples: 500 });
      return {
        training: state.training.error!,
        test: state.test.error!,
        ensemble: await dropout.monteCarloEvaluation(
          network,
          { ...test, loss: "cross_entropy" },
          { ...masks, subnetworks: 20, repeats: 5 },
        ),
        label: test.targets[0]!,
        full: dropout.forward(network, [image]).layers.at(-1)!.activation[0]!,
        spread: dropout.outputSpread(outputs),
      };
    },
    { pDrop, seed, ...small },
  );
}

async function csvOf(page: Page, id: string, table: string): Promise<string[][]> {
  await figure(page, id).getByRole("button", { name: "Share, save" }).click();
  const row = page.getByRole("dialog").getByRole("listitem").filter({ hasText: table });
  const download = page.waitForEvent("download");
  await row.getByRole("button", { name: "CSV" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  return text
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
}

const button = (page: Page, id: string, name: string | RegExp) =>
  figure(page, id).getByRole("button", { name });

async function violations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).include("figure").analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

test.describe("the sweep over p_drop", () => {
  test("trains a network for every p_drop and seed, as the API does", async ({ lesson }) => {
    await lesson.goto(address("sweep", { repeats: 2 }));
    await button(lesson, "sweep", "Train 20 networks").click();
    await expect(figure(lesson, "sweep")).toContainText("The least mean test error is", trained);
    const [header, ...rows] = await csvOf(lesson, "sweep", "sweep");
    expect(header).toEqual(["p_drop", "seed", "training", "test", "diverged"]);
    expect(rows.length).toBe(20);
    for (const recipe of [
      { pDrop: 0.2, seed: 2 },
      { pDrop: 0.8, seed: 1 },
    ]) {
      const row = rows.find(
        ([pDrop, seed]) => Number(pDrop) === recipe.pDrop && Number(seed) === recipe.seed,
      )!;
      const expected = await throughTheApi(lesson, recipe);
      expect(row.slice(2).map(Number)).toEqual([expected.training, expected.test, 0]);
    }
  });

  test("stops when asked to, keeps what it has, and goes on from there", async ({ lesson }) => {
    await lesson.goto(address("sweep", { repeats: 2, epochs: 20 }));
    await button(lesson, "sweep", "Train 20 networks").click();
    await expect(figure(lesson, "sweep")).toContainText(/[1-9]\d* of 20 networks trained/);
    await button(lesson, "sweep", "Stop").click();
    const resume = button(lesson, "sweep", /Train the \d+ that are left/);
    await expect(resume).toBeVisible();
    const left = Number((await resume.innerText()).match(/\d+/)![0]);
    expect(left).toBeLessThan(20);
    await resume.click();
    await expect(figure(lesson, "sweep")).toContainText("The least mean test error is", trained);
    const rows = await csvOf(lesson, "sweep", "sweep");
    expect(rows.length).toBe(21);
  });

  test("a link starts it again, other settings do not", async ({ lesson }) => {
    await lesson.goto(address("sweep", { repeats: 1, isStarted: 1 }));
    await expect(figure(lesson, "sweep")).toContainText("The least mean test error is", trained);
    await figure(lesson, "sweep").getByLabel("Training samples").fill("150");
    await expect(button(lesson, "sweep", "Train 10 networks")).toBeVisible();
    await expect.poll(() => lesson.url()).not.toContain("isStarted");
    await lesson.goBack();
    await expect(figure(lesson, "sweep")).toContainText("The least mean test error is", trained);
  });

  test("a learning rate that is too large is no reason to stop", async ({ lesson }) => {
    await lesson.goto(address("sweep", { repeats: 1, learningRate: 900 }));
    await button(lesson, "sweep", "Train 10 networks").click();
    await expect(figure(lesson, "sweep")).toContainText("diverged and are left out");
  });

  test("what the core refuses is said beside its control", async ({ lesson }) => {
    await lesson.goto(address("sweep", { repeats: 1 }));
    await figure(lesson, "sweep").getByLabel("Training samples").fill("1797");
    await button(lesson, "sweep", /Train \d+ networks/).click();
    await expect(
      figure(lesson, "sweep").getByLabel("Training samples"),
    ).toHaveAccessibleDescription(
      "Training samples must be a whole number from 1 to 1796, got 1797",
    );
    await figure(lesson, "sweep").getByLabel("Training samples").fill("100");
    await button(lesson, "sweep", /Train \d+ networks/).click();
    await expect(figure(lesson, "sweep")).toContainText("The least mean test error is", trained);
  });
});

test.describe("averages of a trained network", () => {
  const id = "trained-averages";

  test("are those of the API, for every k", async ({ lesson }) => {
    await lesson.goto(address(id, { pDrop: 0.4, subnetworks: 20 }));
    await expect(figure(lesson, id)).toContainText("There is no trained network yet");
    await button(lesson, id, "Train the network").click();
    await expect(figure(lesson, id).locator("svg[data-picture]")).toBeVisible(trained);
    const expected = await throughTheApi(lesson, { pDrop: 0.4, seed: 1 });
    const { mean_error, error, scaling_error } = expected.ensemble;
    expect(scaling_error).toBe(expected.test);
    const [, ...rows] = await csvOf(lesson, id, "monte-carlo");
    expect(rows.map((row) => Number(row[1]))).toEqual(mean_error);
    expect(rows.map((row) => Number(row[4]))).toEqual(error[1]);
    expect(rows.map((row) => Number(row[8]))).toEqual(mean_error.map(() => scaling_error));
    const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
    await expect(figure(lesson, id)).toContainText(`it gets ${percent(expected.test)} of the test`);
    await expect(figure(lesson, id)).toContainText(`one pass: ${percent(scaling_error)}`);
    await expect(figure(lesson, id)).toContainText(
      `A single random subnetwork gets ${percent(mean_error[0]!)}`,
    );
  });

  test("without dropout, every subnetwork is the network", async ({ lesson }) => {
    await lesson.goto(address(id, { pDrop: 0, subnetworks: 10, isTrained: 1 }));
    await expect(figure(lesson, id)).toContainText("Every number of subnetworks does as well");
  });

  test("training can be cancelled, and taken up again", async ({ lesson }) => {
    await lesson.goto(address(id, { samples: 1000, epochs: 2000, subnetworks: 10 }));
    await button(lesson, id, "Train the network").click();
    await button(lesson, id, "Cancel").click();
    await expect(button(lesson, id, "Train the network")).toBeVisible();
    await figure(lesson, id).getByLabel("Epochs").fill("1");
    await expect(figure(lesson, id).locator("svg[data-picture]")).toBeVisible(trained);
  });

  test("bad input is refused beside its control, and nothing is lost", async ({ lesson }) => {
    await lesson.goto(address(id, { subnetworks: 10, isTrained: 1 }));
    await expect(figure(lesson, id).locator("svg[data-picture]")).toBeVisible(trained);
    const field = (label: string) => figure(lesson, id).getByLabel(label, { exact: true });
    for (const [label, wrong, message] of [
      ["p_drop", "1", /p_drop must be in \[0, 1\), got 1/],
      ["Wrong labels", "2", /Wrong labels must be in \[0, 1\], got 2/],
      ["Epochs", "many", /Epochs must be a number from 0 to 2000, got "many"/],
      ["Seed", "-1", /Seed must be a whole number/],
      ["Largest k", "0", /Largest k must be a whole number from 1/],
    ] as const) {
      const before = await field(label).inputValue();
      await field(label).fill(wrong);
      await expect(field(label)).toHaveAccessibleDescription(message);
      await expect(figure(lesson, id).locator("svg[data-picture]")).toBeVisible(trained);
      await field(label).fill(before);
      await expect(field(label)).toHaveAccessibleDescription("");
    }
  });
});

test.describe("the spread of predictions", () => {
  const id = "uncertainty";
  const open = async (page: Page, settings: Record<string, string | number> = {}) => {
    await page.goto(address(id, { isTrained: 1, subnetworks: 500, ...settings }));
    await expect(figure(page, id).locator("svg[data-picture]").last()).toBeVisible(trained);
  };
  const pad = (page: Page) => figure(page, id).getByRole("application", { name: "Drawing pad" });
  const seen = (page: Page) => figure(page, id).getByRole("img", { name: "What the network sees" });
  const inkIn = (page: Page) =>
    seen(page).evaluate((svg) =>
      [...svg.querySelectorAll("rect:not(.paper)")].map((rect) => [
        Number(rect.getAttribute("x")),
        Number(rect.getAttribute("y")),
        Number(rect.getAttribute("fill-opacity")),
      ]),
    );

  test("is that of the API", async ({ lesson }) => {
    await open(lesson);
    const { spread, full, label } = await throughTheApi(lesson, { pDrop: 0.5, seed: 1 });
    const [, ...rows] = await csvOf(lesson, id, "spread");
    expect(rows.map((row) => row.map(Number))).toEqual(
      full.map((output, digit) => [
        digit,
        output,
        spread.mean[digit],
        spread.low[digit],
        spread.high[digit],
        spread.votes[digit],
      ]),
    );
    expect(spread.votes.reduce((sum, votes) => sum + votes)).toBe(500);
    const answer = full.indexOf(Math.max(...full));
    await expect(figure(lesson, id).locator(".answer")).toContainText(
      `the network says ${answer}, with ${(100 * full[answer]!).toFixed(1)}%. It is a ${label}.`,
    );
  });

  test("digits are chosen by keyboard, those it misreads among them", async ({ lesson }) => {
    await open(lesson);
    const first = figure(lesson, id).getByRole("radio").first();
    await expect(first).toBeChecked();
    const answer = figure(lesson, id).locator(".answer");
    const before = await answer.innerText();
    await first.focus();
    await lesson.keyboard.press("ArrowRight");
    await expect(answer).not.toHaveText(before);
    await expect.poll(() => lesson.url()).toContain("uncertainty.digit=1");
    await button(lesson, id, "Next").click();
    await expect(figure(lesson, id)).toContainText("11 to 20 of 1,597");

    await figure(lesson, id).getByLabel("Which digits").selectOption("those it misreads");
    for (const digit of await figure(lesson, id).getByRole("radio").all()) {
      await digit.check({ force: true }); // it is the picture that is seen
      await expect(figure(lesson, id).locator(".parts")).toHaveAttribute("aria-busy", "false");
      const [, said, is] = (await answer.innerText()).match(/says (\d), with .* It is a (\d)\./)!;
      expect(said).not.toBe(is);
    }
  });

  test("a digit is drawn with the keyboard alone", async ({ lesson }) => {
    await open(lesson, { source: "drawing", fits: 0 });
    await button(lesson, id, "Clear").click();
    expect(await inkIn(lesson)).toEqual([]);
    await pad(lesson).focus();
    await lesson.keyboard.press("ArrowUp");
    expect(await inkIn(lesson)).toEqual([]); // the pen is up
    await lesson.keyboard.press("Space");
    for (let i = 0; i < 4; ++i) await lesson.keyboard.press("ArrowDown");
    const stroke = await inkIn(lesson);
    // From (16, 14) to (16, 22), and the width of the pen around it: pixels 14 to 17, 12 to 23.
    expect(new Set(stroke.map(([x]) => x))).toEqual(new Set([3, 4]));
    expect(Math.min(...stroke.map(([, y]) => y!))).toBe(3);
    expect(Math.max(...stroke.map(([, y]) => y!))).toBe(5);
    await expect(figure(lesson, id).getByText("Row 6, column 5, drawing")).toBeAttached();

    await lesson.keyboard.press("Space");
    await lesson.keyboard.press("ArrowLeft");
    await lesson.keyboard.press("ArrowLeft");
    expect(await inkIn(lesson)).toEqual(stroke);
    await expect.poll(() => lesson.url()).toContain("uncertainty.drawing=");
    // An earlier drawing may be there already: the address follows when the hand rests.
    await expect(async () => {
      const address = lesson.url();
      await lesson.waitForTimeout(1000);
      expect(lesson.url()).toBe(address);
    }).toPass();
    await lesson.reload();
    await expect(seen(lesson)).toBeVisible();
    await expect.poll(() => inkIn(lesson)).toEqual(stroke);
  });

  test("drawn with the mouse, and erased", async ({ lesson }) => {
    await lesson.emulateMedia({ reducedMotion: "reduce" }); // the page must not glide meanwhile
    await open(lesson, { source: "drawing", fits: 0 });
    await button(lesson, id, "Clear").click();
    const drag = async () => {
      await pad(lesson).scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await pad(lesson).boundingBox())!;
      await lesson.mouse.move(x + width / 4, y + height / 2);
      await lesson.mouse.down();
      await lesson.mouse.move(x + (3 * width) / 4, y + height / 2, { steps: 5 });
      await lesson.mouse.up();
      await lesson.mouse.move(x + 5, y + 5); // the button is up: nothing is drawn
    };
    await drag();
    const drawn = await inkIn(lesson);
    expect(new Set(drawn.map(([x]) => x))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    expect(new Set(drawn.map(([, y]) => y))).toEqual(new Set([3, 4]));
    await figure(lesson, id).getByLabel("Pen").selectOption("erases");
    await drag();
    expect(await inkIn(lesson)).toEqual([]);
  });

  test("a stroke is taken back by going back", async ({ lesson }) => {
    await open(lesson, { source: "drawing" });
    await button(lesson, id, "Clear").click();
    await expect.poll(() => lesson.url()).toContain("uncertainty.drawing=");
    const cleared = lesson.url();
    await pad(lesson).click();
    await expect.poll(() => lesson.url()).not.toBe(cleared);
    const dot = await inkIn(lesson);
    expect(dot.length).toBeGreaterThan(0);
    await lesson.goBack();
    await expect.poll(() => inkIn(lesson)).toEqual([]);
    await lesson.goForward();
    await expect.poll(() => inkIn(lesson)).toEqual(dot);
  });

  test("fitting makes a drawing as high as the digits of the data", async ({ lesson }) => {
    await open(lesson, { source: "drawing" });
    await button(lesson, id, "a cross").click();
    const rows = async () => new Set((await inkIn(lesson)).map(([, y]) => y));
    expect((await rows()).size).toBe(8);
    await figure(lesson, id)
      .getByLabel(/Fit it to the frame/)
      .uncheck();
    expect((await rows()).size).toBeLessThan(8);
  });

  test("where there are few subnetworks, their mean is exact", async ({ lesson }) => {
    await open(lesson, { hiddenLayers: "one", units: "12,1" });
    await expect(figure(lesson, id)).toContainText("exact mean of all 212 subnetworks");
    const [, ...rows] = await csvOf(lesson, id, "spread");
    const sum = rows.reduce((total, row) => total + Number(row[2]), 0);
    expect(sum).toBeCloseTo(1, 12);
  });
});

test("the training figure's network is taken over, as far as it has come", async ({ lesson }) => {
  await lesson.goto("./?training.data=digits&training.samples=200&training.updates=13");
  await expect(figure(lesson, "training")).toContainText(/update 13\b/, trained);
  await button(lesson, "uncertainty", "Use the network trained above").click();
  // 10 updates an epoch.
  await expect(figure(lesson, "uncertainty").getByLabel("Epochs")).toHaveValue("1.3");
  await expect(figure(lesson, "uncertainty").getByLabel("Training samples")).toHaveValue("200");
  await expect(figure(lesson, "uncertainty").locator("svg[data-picture]").last()).toBeVisible(
    trained,
  );
  // A link trains it again, to the same.
  const shown = await csvOf(lesson, "uncertainty", "spread");
  await expect.poll(() => lesson.url()).toContain("uncertainty.isTrained=1");
  const link = new URL(lesson.url());
  for (const name of [...link.searchParams.keys()]) {
    if (name.startsWith("training.")) link.searchParams.delete(name);
  }
  link.searchParams.set("figure", "uncertainty");
  await lesson.goto(link.href);
  await expect(figure(lesson, "uncertainty").locator("svg[data-picture]").last()).toBeVisible(
    trained,
  );
  expect(await csvOf(lesson, "uncertainty", "spread")).toEqual(shown);
});

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing in trained figures, ${theme}`, async ({ lesson }) => {
    const open = async (id: string, settings: Record<string, string | number>) => {
      await lesson.goto(`${address(id, settings)}&theme=${theme}`);
      await expect(figure(lesson, id).locator("svg[data-picture]").last()).toBeVisible(trained);
      await lesson.waitForTimeout(300); // results that are outdated are pale
    };
    await open("sweep", { repeats: 1, isStarted: 1 });
    await expect(figure(lesson, "sweep")).toContainText("The least mean test error is", trained);
    expect(await violations(lesson)).toEqual([]);
    await open("trained-averages", { subnetworks: 10, isTrained: 1 });
    expect(await violations(lesson)).toEqual([]);
    await open("uncertainty", { isTrained: 1 });
    await figure(lesson, "uncertainty").getByText("The numbers").click();
    expect(await violations(lesson)).toEqual([]);
    await open("uncertainty", { isTrained: 1, source: "drawing" });
    await figure(lesson, "uncertainty").getByLabel("p_drop", { exact: true }).fill("2");
    expect(await violations(lesson)).toEqual([]);
  });
}

for (const width of [320, 375, 768]) {
  test(`trained figures fit into ${width} pixels`, async ({ lesson }) => {
    await lesson.setViewportSize({ width, height: 800 });
    for (const [id, settings] of [
      ["sweep", { repeats: 1, isStarted: 1 }],
      ["trained-averages", { subnetworks: 10, isTrained: 1 }],
      ["uncertainty", { isTrained: 1 }],
      ["uncertainty", { isTrained: 1, source: "drawing" }],
    ] as const) {
      await lesson.goto(address(id, settings));
      await expect(figure(lesson, id).locator("svg[data-picture]").last()).toBeVisible(trained);
      const widest = await lesson.evaluate(() => document.documentElement.scrollWidth);
      expect(widest).toBeLessThanOrEqual(width);
    }
  });
}
