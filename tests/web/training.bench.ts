// How long the page's main thread is busy at a stretch while two networks learn the digits as fast
// as possible: npm run bench:page training. A frame at 60 Hz has 16.7 ms.
import { expect, figure, test } from "./page";

test("training on the digits", async ({ lesson }) => {
  test.setTimeout(180_000);
  const training = figure(lesson, "training");
  await training.getByRole("button", { name: "Digits", exact: true }).click();
  await training.getByLabel("Speed").selectOption("fast");
  await expect(training.locator(".outdated")).toHaveCount(0);
  for (const view of ["picture", "confusion", "activations"]) {
    await training.getByLabel("Picture", { exact: true }).selectOption(view);
    const again = training.getByRole("button", { name: "Start over" });
    if ((await again.getAttribute("aria-disabled")) === "false") await again.click();
    await expect(training.getByText("Epoch 0 of 40")).toBeVisible();
    await training.scrollIntoViewIfNeeded();
    // Messages to oneself come back at once, unless the thread is busy.
    await lesson.evaluate(() => {
      const gaps: number[] = [];
      const { port1, port2 } = new MessageChannel();
      let last = performance.now();
      port1.onmessage = () => {
        const now = performance.now();
        gaps.push(now - last);
        last = now;
        port2.postMessage(null);
      };
      port2.postMessage(null);
      Object.assign(window, { gaps, stop: () => port1.close() });
    });
    await training.getByRole("button", { name: "Train", exact: true }).click();
    await expect(training.getByRole("button", { name: "Train longer" })).toBeVisible({
      timeout: 60_000,
    });
    const { longest, over, seconds } = await lesson.evaluate(() => {
      const { gaps, stop } = window as unknown as { gaps: number[]; stop: () => void };
      stop();
      const sorted = gaps.sort((a, b) => b - a);
      return {
        longest: sorted.slice(0, 5).map((gap) => gap.toFixed(1)),
        over: sorted.filter((gap) => gap > 16).length,
        seconds: sorted.reduce((sum, gap) => sum + gap, 0) / 1000,
      };
    });
    process.stdout.write(
      `${view}: ${seconds.toFixed(1)} s; busy for more than 16 ms ${over} times; longest ${longest.join(", ")} ms\n`,
    );
  }
});
