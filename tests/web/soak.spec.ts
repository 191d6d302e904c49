// A reader who drags sliders for long uses no more memory at the end than at the start.
// An hour of it, at 60 steps a second: npm run soak (takes about as long)
import type { CDPSession } from "@playwright/test";
import { expect, test } from "./page";

declare global {
  interface Window {
    /** Of the core on the page's thread. */
    memory?: WebAssembly.Memory;
  }
}

const steps = Number(process.env.SOAK_STEPS ?? 1500);
/** Lets every cache fill, and every figure reach its largest size. */
const stepsBefore = 600;

interface Use {
  heap: number;
  nodes: number;
  listeners: number;
  wasm: number;
}

/** Moves all of the page's sliders by turns, each from one end to the other and back. */
const drag = (steps: number) => {
  const pause = () => {
    const { port1, port2 } = new MessageChannel();
    return new Promise<void>((resolve) => {
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  };
  return (async () => {
    for (let i = 0; i < steps; ++i) {
      const sliders = document.querySelectorAll<HTMLInputElement>("figure input[type=range]");
      const slider = sliders[i % sliders.length]!;
      const [min, max] = [Number(slider.min), Number(slider.max)];
      const phase = (Math.floor(i / sliders.length) % 40) / 20;
      slider.value = String(min + (max - min) * (phase < 1 ? phase : 2 - phase));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await pause();
    }
    return document.querySelectorAll("figure input[type=range]").length;
  })();
};

test("sliders dragged for long leave memory as it was", async ({ page, lesson }) => {
  test.setTimeout(60_000 + 60 * steps);
  const devtools = await page.context().newCDPSession(page);
  await page.addInitScript(() => {
    const instantiate = WebAssembly.instantiate;
    const remember = (result: WebAssembly.WebAssemblyInstantiatedSource) => {
      window.memory = Object.values(result.instance.exports).find(
        (value) => value instanceof WebAssembly.Memory,
      );
      return result;
    };
    WebAssembly.instantiateStreaming = async (source, imports) =>
      remember(
        (await instantiate(
          await (await source).arrayBuffer(),
          imports!,
        )) as WebAssembly.WebAssemblyInstantiatedSource,
      );
  });
  await page.reload();
  await expect(lesson.getByRole("heading", { level: 1 })).toBeVisible();

  expect(await page.evaluate(drag, stepsBefore)).toBeGreaterThan(10);
  const before = await use(devtools);
  for (let done = 0; done < steps; done += 3600) {
    await page.evaluate(drag, Math.min(3600, steps - done));
    if (steps > 3600) console.log(done, JSON.stringify(await use(devtools)));
  }
  const after = await use(devtools);
  console.log(`${steps} steps: ${JSON.stringify(before)} before, ${JSON.stringify(after)} after`);
  // Jobs that are under way, or were just given up, differ from one moment to the next. However
  // many the steps, that is all.
  expect(after.nodes).toBeLessThan(before.nodes + 200);
  expect(after.listeners).toBeLessThan(before.listeners + 150);
  expect(after.heap).toBeLessThan(before.heap + 5e6);
  expect(after.wasm).toBe(before.wasm);
});

async function use(devtools: CDPSession): Promise<Use> {
  // What was computed and drawn last lives on for a while.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  for (let i = 0; i < 3; ++i) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
  const { result } = await devtools.send("Runtime.evaluate", {
    expression: "memory.buffer.byteLength",
  });
  return { heap: usedSize, nodes, listeners: jsEventListeners, wasm: result.value as number };
}
