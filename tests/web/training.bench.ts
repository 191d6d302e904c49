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

const digits =
  "training.data=digits&training.samples=1000&training.noise=0&training.wrongLabels=0.3&training.batchSize=32&training.decay=1&training.epochs=40";

test("training on the digits", async ({ watched }) => {
  test.setTimeout(180_000);
  const browser = watched.context().browser()!;
  const training = figure(watched, "training");
  for (const view of ["picture", "confusion", "activations"]) {
    // At rest until it is told to play.
    await watched.emulateMedia({ reducedMotion: "reduce" });
    await watched.goto(`./?figure=training&${digits}&training.view=${view}`);
    await expect(training).toContainText("Before training");
    await watched.emulateMedia({ reducedMotion: "no-preference" });
    await browser.startTracing(watched, { categories: ["toplevel"] });
    const start = performance.now();
    await training.getByRole("button", { name: "Play the training" }).click();
    await expect(training.getByRole("slider", { name: "epoch", exact: true })).toHaveValue("1000");
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
  }
});
