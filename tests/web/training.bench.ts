// How long the page's main thread works at a stretch while two networks learn the digits as fast as
// possible: npm run bench:page training. A frame at 60 Hz has 16.7 ms. Processor time, so that other
// work on the machine does not count.
import { expect, figure, test } from "./page";

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  args: { name?: string };
  /** Microseconds of processor time. */
  tdur?: number;
}

test("training on the digits", async ({ lesson }) => {
  test.setTimeout(180_000);
  const browser = lesson.context().browser()!;
  const training = figure(lesson, "training");
  const untrained = () => expect(training.getByText("Epoch 0 of 40, update 0")).toBeVisible();
  await training.getByRole("button", { name: "Digits", exact: true }).click();
  await training.getByLabel("Speed").selectOption("fast");
  for (const view of ["picture", "confusion", "activations"]) {
    await training.getByLabel("Picture", { exact: true }).selectOption(view);
    await untrained();
    await browser.startTracing(lesson, { categories: ["toplevel"] });
    const start = performance.now();
    await training.getByRole("button", { name: "Train", exact: true }).click();
    await training.getByRole("button", { name: "Train longer" }).waitFor({ timeout: 60_000 });
    const seconds = (performance.now() - start) / 1000;
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
      traceEvents: TraceEvent[];
    };
    const isMain = new Set(
      traceEvents
        .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
        .map(({ pid, tid }) => `${pid}/${tid}`),
    );
    const tasks = traceEvents
      .filter(({ name, pid, tid }) => name.endsWith("RunTask") && isMain.has(`${pid}/${tid}`))
      .map(({ tdur = 0 }) => tdur / 1000)
      .sort((a, b) => b - a);
    process.stdout.write(
      `${view}: 40 epochs in ${seconds.toFixed(1)} s, ${tasks.filter((task) => task > 16).length} tasks above 16 ms, longest ${tasks[0]!.toFixed(1)} ms\n`,
    );
    await training.getByRole("button", { name: "Start over" }).click();
  }
});
