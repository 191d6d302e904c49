import type { Page } from "@playwright/test";
import { expect, figure, testOf } from "./page";

const test = testOf("why");

const why = (page: Page) => figure(page, "why");
const finished = (page: Page) =>
  expect(why(page).getByText("2,000 of 2,000 updates")).toBeVisible();
const errors = (page: Page) => why(page).getByRole("cell").allInnerTexts();

/** The same training through the API: mean squared errors. */
const computed = (page: Page, question: { samples: number; noise: number; seed: number }) =>
  page.evaluate(({ samples, noise, seed }) => {
    const api = window.dropout;
    const generator = "torch";
    const loss = "mean_squared_error";
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const { rolls } = api.dieRolls({ generator, seed, sides: 100, rolls: samples });
    const inputs = rolls.map((_, i) => [-4 + (8 * i) / (samples - 1)]);
    const targets = inputs.map(([x], i) => [x! / 4 + (noise * (rolls[i]! - 50.5)) / 49.5]);
    const shares = api.masks({ generator, seed, p_drop: 0.3, samples: 8, units: samples });
    const grid = Array.from({ length: 33 }, (_, i) => [-4 + i / 4]);
    const line = grid.map(([x]) => [x! / 4]);
    const errorOf = (network: Parameters<typeof api.gradients>[0], batch: object) =>
      mean(api.gradients(network, { loss, ...batch } as never).sample_losses);
    const starts = shares.map((_, k) =>
      api.network({
        generator,
        seed: k,
        widths: [1, 16, 1],
        hidden_activation: "relu",
        output_activation: "identity",
        input_p_drop: 0,
        hidden_p_drop: 0,
      }),
    );
    const descent = { learning_rate: 0.02, updates: 2000 };
    const trained = shares.map((share, k) => {
      const batch = {
        inputs: inputs.filter((_, i) => share[i]),
        targets: targets.filter((_, i) => share[i]),
        loss,
      } as const;
      const network = api.gradientDescent(starts[k]!, batch, descent);
      return { network, own: errorOf(network, batch) };
    });
    const whole = starts.map((start) =>
      api.gradientDescent(start, { inputs, targets, loss }, descent),
    );
    const outputs = trained.map(({ network }) => api.forward(network, grid).layers[1]!.activation);
    // Here without the network that has all units: the mean of the outputs themselves.
    const average = grid.map((_, i) => mean(outputs.map((output) => output[i]![0]!)));
    const offLine = { inputs: grid, targets: line };
    return [
      mean(trained.map(({ own }) => own)),
      mean(trained.map(({ network }) => errorOf(network, offLine))),
      mean(whole.map((network) => errorOf(network, offLine))),
      mean(average.map((y, i) => (y - line[i]![0]!) ** 2)),
    ];
  }, question);

const printed = (errors: number[]) => errors.map((error) => error.toFixed(4));

test("trains by itself once it is seen, and shows the core's errors", async ({ lesson }) => {
  test.slow();
  await why(lesson).scrollIntoViewIfNeeded();
  await finished(lesson);
  const shown = await errors(lesson);
  expect(shown).toEqual(printed(await computed(lesson, { samples: 10, noise: 0.8, seed: 8 })));
  const [, one, whole, average] = shown.map(Number);
  expect(average).toBeLessThan(whole!);
  expect(whole).toBeLessThan(one!);
  // One network's error is the average's plus the spread.
  const formula = lesson
    .locator("section", { has: lesson.locator("#why-question") })
    .locator("details math");
  await expect(formula).toContainText(shown[1]!);
  await expect(formula).toContainText(shown[3]!);
});

test("other samples, other errors: all of them the core's", async ({ alone }) => {
  test.slow();
  await why(alone).getByLabel("Samples", { exact: true }).fill("20");
  await why(alone).getByLabel("Noise", { exact: true }).fill("0.5");
  await why(alone).getByRole("button", { name: "New samples" }).click();
  await why(alone).getByText("Settings").click();
  await expect(why(alone).getByLabel("Seed")).toHaveValue("9");
  await why(alone).scrollIntoViewIfNeeded();
  await finished(alone);
  expect(await errors(alone)).toEqual(
    printed(await computed(alone, { samples: 20, noise: 0.5, seed: 9 })),
  );
});

test("the average mostly beats networks that saw all samples, as the text says", async ({
  alone,
}) => {
  test.slow();
  let better = 0;
  for (let seed = 0; seed < 20; ++seed) {
    const [, one, whole, average] = await computed(alone, { samples: 10, noise: 0.8, seed });
    expect(average).toBeLessThan(one!);
    if (average! < whole!) ++better;
  }
  expect(better).toBeGreaterThanOrEqual(15);
});

test("no curve leaves the picture, even before they learn", async ({ watched }) => {
  for (const query of ["why.updates=0", "why.updates=30&why.samples=5&why.noise=2"]) {
    await watched.goto(`./?figure=why&${query}`);
    const curves = why(watched).locator("svg[data-picture] path.network");
    await expect(curves).toHaveCount(8);
    await expect(why(watched)).toContainText(
      `${query.split("=")[1]!.split("&")[0]} of 2,000 updates`,
    );
    const heights = await curves.evaluateAll((paths) =>
      paths.flatMap((path) => {
        const { y, height } = (path as SVGGraphicsElement).getBBox();
        return [y, y + height];
      }),
    );
    // The picture's top and bottom.
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
    expect(Math.max(...heights)).toBeLessThanOrEqual(300);
    // Curves that are cut off would be flat there.
    const flat = await curves.evaluateAll((paths) =>
      paths.filter((path) => /,(24|300)L[^L]*,\1(?=L|$)/.test(path.getAttribute("d")!)),
    );
    expect(flat).toEqual([]);
  }
});

test("pauses, goes on, and a link comes back to the same update", async ({ watched }) => {
  test.slow();
  await watched.goto("./?figure=why&why.updates=7");
  await why(watched).scrollIntoViewIfNeeded();
  await expect(why(watched).getByText("7 of 2,000 updates")).toBeVisible();
  const shown = await errors(watched);
  await why(watched).getByRole("button", { name: "Go on" }).click();
  await why(watched).getByRole("button", { name: "Pause" }).click();
  const paused = await why(watched)
    .getByText(/of 2,000 updates/)
    .innerText();
  const updates = () => new URL(watched.url()).searchParams.get("why.updates");
  await expect.poll(updates).toBe(paused.split(" ")[0]);
  expect(
    await why(watched)
      .getByText(/of 2,000 updates/)
      .innerText(),
  ).toBe(paused);
  // Back to fewer updates than are done.
  await watched.evaluate(() => {
    history.pushState(null, "", "?figure=why&why.updates=7");
    history.pushState(null, "", "?figure=why");
    history.back();
  });
  await expect(why(watched).getByText("7 of 2,000 updates")).toBeVisible();
  expect(await errors(watched)).toEqual(shown);
});

test("bad input is said beside its control, and the picture stays", async ({ alone }) => {
  for (const [label, typed, message] of [
    ["Samples", "4", "Samples must be a whole number from 5 to 40, got 4"],
    ["Samples", "7.5", "Samples must be a whole number from 5 to 40, got 7.5"],
    ["Noise", "-1", "Noise must be a number from 0 to 2, got -1"],
    ["Noise", "much", 'Noise must be a number from 0 to 2, got "much"'],
  ] as const) {
    const box = why(alone).getByLabel(label, { exact: true });
    const good = await box.inputValue();
    await box.fill(typed);
    await expect(box).toHaveAccessibleDescription(message);
    await expect(why(alone).locator("svg").first()).toBeVisible();
    await box.fill(good);
    await expect(box).toHaveAccessibleDescription("");
  }
});

test("the button that pauses and goes on keeps the focus", async ({ watched }) => {
  await watched.goto("./?figure=why");
  const button = why(watched).getByRole("button", { name: /^(Pause|Go on)$/ });
  await button.focus();
  for (const next of ["Go on", "Pause", "Go on"]) {
    await watched.keyboard.press("Enter");
    await expect(button).toHaveText(next);
    await expect(button).toBeFocused();
  }
});

test("where little motion is wanted, a pause keeps what is learned", async ({ lesson }) => {
  await lesson.emulateMedia({ reducedMotion: "reduce" });
  await lesson.evaluate(() => {
    const { gradientDescent } = window.dropout;
    Object.assign(window, { calls: 0 });
    window.dropout.gradientDescent = (...given) => {
      ++(window as unknown as { calls: number }).calls;
      return gradientDescent(...given);
    };
  });
  const calls = () => lesson.evaluate(() => (window as unknown as { calls: number }).calls);
  await why(lesson).scrollIntoViewIfNeeded();
  await expect.poll(calls).toBeGreaterThan(64);
  await why(lesson).getByRole("button", { name: "Pause" }).click();
  await expect(why(lesson).getByText(/^[1-9][\d,]* of 2,000 updates$/)).toBeVisible();
  await expect(why(lesson).getByRole("button", { name: "Go on" })).toBeVisible();
});

test("training that fails is said, and can be tried again", async ({ lesson }) => {
  test.slow();
  await lesson.evaluate(() => {
    const { gradientDescent } = window.dropout;
    let calls = 0;
    window.dropout.gradientDescent = (...given) => {
      if (++calls === 40) throw new RangeError("the weights grew too large");
      return gradientDescent(...given);
    };
  });
  await why(lesson).scrollIntoViewIfNeeded();
  await expect(why(lesson).getByRole("alert")).toHaveText("the weights grew too large");
  await expect(why(lesson).getByText("20 of 2,000 updates")).toBeVisible();
  await why(lesson).getByRole("button", { name: "Go on" }).click();
  await expect(why(lesson).getByRole("alert")).toHaveText("");
  await finished(lesson);
});
