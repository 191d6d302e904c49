// How long the page's main thread works for one step of each slider: npm run bench:page
// A frame at 60 Hz has 16.7 ms.
import { figure, test } from "./page";

const frame = 16;

test("one step of each slider", async ({ lesson }) => {
  test.setTimeout(600_000);
  await figure(lesson, "averages")
    .getByRole("radio", { name: "10 + 10 units" })
    .check({ force: true });
  const ids = await lesson.locator("figure").evaluateAll((all) => all.map(({ id }) => id));
  let slow = 0;
  for (const id of ids) {
    const results = await figure(lesson, id).evaluate(async (node) => {
      const step = (slider: HTMLInputElement, i: number) => {
        const [min, max, step] = [slider.min, slider.max, slider.step].map(Number);
        // Over the inner two thirds of its way, there and back.
        const share = (1 + Math.abs((i % 24) - 12) / 3) / 6;
        slider.value = String(min! + Math.round((share * (max! - min!)) / step!) * step!);
        const start = performance.now();
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        // After the microtasks in which the figure is drawn; then the layout that a frame needs.
        // (A timer would add the 4 ms that browsers make nested timers wait.)
        const { port1, port2 } = new MessageChannel();
        return new Promise<number>((resolve) => {
          port1.onmessage = () => {
            document.body.getBoundingClientRect();
            resolve(performance.now() - start);
          };
          port2.postMessage(null);
        });
      };
      const sliders = node.querySelectorAll<HTMLInputElement>("input[type=range]");
      const results: { label: string; times: number[] }[] = [];
      for (const slider of sliders) {
        const usual = slider.value;
        const all: number[] = [];
        for (let i = 0; i < 70; ++i) all.push(await step(slider, i));
        slider.value = usual;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        const times = all.slice(10).sort((a, b) => a - b);
        results.push({ label: slider.ariaLabel!, times });
      }
      return results;
    });
    for (const { label, times } of results) {
      const at = (share: number) => times[Math.floor(share * times.length)]!;
      if (at(0.5) > frame) ++slow;
      const numbers = `median ${at(0.5).toFixed(1)} ms, nine tenths within ${at(0.9).toFixed(1)} ms`;
      process.stdout.write(`${id}, ${label}: ${numbers}\n`);
    }
  }
  process.stdout.write(`${slow} sliders take longer than ${frame} ms (median)\n`);
});
