// What another site makes of the package: served, and opened in Chromium.
import { chromium } from "@playwright/test";
import type { Dropout } from "../../web/src/api/dropout";
import { host } from "../web/host";
import { executablePath } from "./project";

/** A page's body with an element on it, and the script that defines it. */
export const pageWith = (script: string) =>
  `<!doctype html><title>Bundled</title><link rel="icon" href="data:,">
   <dropout-figure figure="layer" seed="7"></dropout-figure>
   <script type="module" src="${script}"></script>`;

/** That script: the API and the element of these entries, the former to be loaded by `load`. */
export const scriptOf = (api: string, figure: string) =>
  `import { load } from "${api}";
   import "${figure}";
   window.load = load;`;

/** What shows that a bundle has everything: styles, the core, workers. */
export const complete = {
  padding: "16px",
  average: { subnetworks: 2 ** 26, hasWorker: true },
  missing: [],
};

/** The folder's page, under `path`: the element’s padding, an average, and what was not there. */
export async function served(folder: string, path = "/") {
  const site = await host(folder, { path });
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    await page.goto(site.address);
    const panel = page.locator("dropout-figure").getByRole("figure");
    await panel.waitFor();
    const padding = await panel.evaluate((figure) => getComputedStyle(figure).paddingTop);
    const average = await page.evaluate(async () => {
      let hasWorker = false;
      window.Worker = class extends Worker {
        constructor(script: string | URL, options?: WorkerOptions) {
          super(script, options);
          this.addEventListener("message", () => (hasWorker = true));
        }
      };
      const dropout: Dropout = await Reflect.get(window, "load")({ workers: 1 });
      const weight = [Array<number>(26).fill(1)];
      const layer = { weight, bias: [0], activation: "relu", p_drop: 0 } as const;
      const network = { input_p_drop: 0.2, layers: [layer] };
      const { subnetworks } = await dropout.average(network, weight[0]!);
      return { subnetworks, hasWorker };
    });
    return { padding, average, missing: site.missing };
  } finally {
    await browser.close();
    await site.close();
  }
}
