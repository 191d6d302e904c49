import { expect, figure, testOf } from "./page";

const test = testOf("hook");

const drawn = { generator: "torch-intel", seed: 2014, samples: 60 } as const;

test("plays by itself, pauses, and shows the core's masks and outputs", async ({ alone }) => {
  const hook = figure(alone, "hook");
  const count = hook.getByText(/^Mask \d+:/);
  await expect(count).not.toHaveText(/^Mask 1:/);
  await hook.getByRole("button", { name: "Pause" }).click();
  const [, mask, kept] = /^Mask (\d+): (\d)/.exec(await count.innerText())!;
  await alone.waitForTimeout(1500); // more than a mask long, in which nothing may happen
  await expect(count).toHaveText(new RegExp(`^Mask ${mask}:`));

  const computed = await alone.evaluate(
    async ([k, drawn]) => {
      const network = window.dropout.network({
        generator: "torch",
        seed: 9,
        widths: [4, 7, 1],
        hidden_activation: "tanh",
        output_activation: "identity",
        input_p_drop: 0,
        hidden_p_drop: 0.5,
      });
      const input = [1, -0.5, 2, 0.5];
      const run = await window.dropout.monteCarlo(network, input, drawn);
      return {
        kept: window.dropout.keepMasks(network, drawn)[1]![k - 1]!.filter(Boolean).length,
        mean: run.running_mean[k - 1]![0]!,
        full: window.dropout.forward(network, [input]).layers.at(-1)!.activation[0]![0]!,
      };
    },
    [Number(mask), drawn] as const,
  );
  expect(Number(kept)).toBe(computed.kept);
  const legend = hook.getByRole("list");
  await expect(legend).toContainText(`average so far: ${computed.mean.toFixed(2)}`);
  await expect(legend).toContainText(`full network, no mask: ${computed.full.toFixed(2)}`);
});

test("stands still for readers who want little motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./");
  const hook = figure(page, "hook");
  await expect(hook.getByRole("button", { name: "Play" })).toBeVisible();
  await page.waitForTimeout(1500); // more than a mask long, in which nothing may happen
  await expect(hook.getByText("Mask 60:")).toBeVisible();
  expect(new URL(page.url()).search).toBe("");
});

test("going back to a mask that stood still stops the play", async ({ alone }) => {
  const hook = figure(alone, "hook");
  const mask = () => new URL(alone.url()).searchParams.get("hook.mask");
  await hook.getByRole("button", { name: "Pause" }).click();
  await expect.poll(mask).not.toBeNull();
  const paused = mask();
  await hook.getByRole("button", { name: "Play" }).click();
  await expect.poll(mask).toBeNull();
  await alone.goBack();
  await expect(hook.getByText(`Mask ${paused}:`)).toBeVisible();
  await expect(hook.getByRole("button", { name: "Play" })).toBeVisible();
  await alone.waitForTimeout(1500); // more than a mask long, in which nothing may happen
  expect(mask()).toBe(paused);
  await alone.goForward();
  await expect(hook.getByRole("button", { name: "Pause" })).toBeVisible();
});

test("a link shows the mask that was on screen", async ({ watched }) => {
  await watched.goto("./?hook.mask=1");
  await expect(figure(watched, "hook").getByRole("status")).toContainText("Masks: 1. Average");
  await watched.goto("./?hook.mask=12&hook.pDrop=0.2");
  await expect(figure(watched, "hook").getByText("Mask 12:")).toBeVisible();
  await expect(figure(watched, "hook").getByRole("button", { name: "Play" })).toBeVisible();
});
