// A reader who drags sliders for long uses no more memory at the end than at the start.
// An hour of it, at 60 steps a second: npm run soak
import type { CDPSession } from "@playwright/test";
import { expect, readOn, test } from "./page";

declare global {
  interface Window {
    /** Of the core on the page's thread. */
    memory?: WebAssembly.Memory;
  }
}

/** More than a turn of all sliders, after which what was asked for last is computed at leisure. */
const round = 3600;
const rounds = Math.ceil(Number(process.env.SOAK_STEPS ?? 1) / round);

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
  test.setTimeout(60_000 + 60 * round * (1 + rounds));
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
  await readOn(lesson);

  // In the first round every cache fills, and every figure reaches its largest size.
  expect(await page.evaluate(drag, round)).toBeGreaterThan(10);
  let before = await use(devtools);
  await expect(async () => {
    const last = before;
    before = await use(devtools);
    expect(before.nodes).toBe(last.nodes);
  }).toPass();
  for (let done = 0; done < rounds; ++done) {
    await page.evaluate(drag, round);
    console.log(`${round * (done + 1)} steps: ${JSON.stringify(await use(devtools))}`);
  }
  // Jobs that are under way, or were just given up, hold on to what they need: for a while, and
  // longer on a busy machine. What is still there after that stays for good.
  await expect(async () => {
    const after = await use(devtools);
    expect(after.nodes).toBeLessThan(before.nodes + 200);
    expect(after.listeners).toBeLessThan(before.listeners + 150);
    expect(after.heap).toBeLessThan(before.heap + 5e6);
    expect(after.wasm).toBe(before.wasm);
  }).toPass();
});

async function use(devtools: CDPSession): Promise<Use> {
  // What was computed and drawn last lives on for a while: readings too close to each other agree.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  for (let i = 0; i < 3; ++i) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
  const { result } = await devtools.send("Runtime.evaluate", {
    expression: "memory.buffer.byteLength",
  });
  return { heap: usedSize, nodes, listeners: jsEventListeners, wasm: result.value as number };
}
