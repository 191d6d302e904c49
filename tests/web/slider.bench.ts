// How long the page's main thread works for one step of a slider: npm run bench:page
// A frame at 60 Hz has 16.7 ms.
import { figure, test } from "./page";

const figures = [
  "hook",
  "subnetworks",
  "counts",
  "layer",
  "scaling",
  "four-subnetworks",
  "averages",
  "gradients",
  "training",
];

test("one step of p_drop", async ({ lesson }) => {
  await figure(lesson, "averages").getByRole("button", { name: "10 + 10 units" }).click();
  for (const id of figures) {
    const times = await figure(lesson, id).evaluate(async (node) => {
      const slider = node.querySelector<HTMLInputElement>('[aria-label^="p_drop"][type=range]')!;
      const step = (i: number) => {
        slider.value = String(0.2 + 0.05 * (i % 12));
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
      const all: number[] = [];
      for (let i = 0; i < 70; ++i) all.push(await step(i));
      return all.slice(10).sort((a, b) => a - b);
    });
    const at = (share: number) => `${times[Math.floor(share * times.length)]!.toFixed(1)} ms`;
    process.stdout.write(`${id}: median ${at(0.5)}, nine tenths within ${at(0.9)}\n`);
  }
});
