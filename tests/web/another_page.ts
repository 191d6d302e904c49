// Another page of the same host, which imports dropout.js, and counts the workers that it starts.
import type { Page } from "@playwright/test";
import type { Dropout, Network } from "../../web/src/api/dropout";

declare global {
  interface Window {
    dropout: Dropout;
    /** All that were started. */
    workers: Worker[];
    /** A network and an input whose 2^units subnetworks only enumeration averages over. */
    enumerated: (units: number) => [Network, number[]];
  }
}

export const strict =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; ";

/** Opens a page with a policy of its own, and loads dropout.js there. */
export async function open(page: Page, workers?: number, policy = `${strict} worker-src 'self'`) {
  await page.route("**/another/page.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "Content-Security-Policy": policy },
      body: "<!doctype html><title>Another page</title>",
    }),
  );
  await page.goto("./another/page.html");
  await page.evaluate(async (workers) => {
    window.workers = [];
    window.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        window.workers.push(this);
      }
    };
    window.enumerated = (units) => [
      {
        input_p_drop: 0.3,
        layers: [
          {
            weight: [Array.from({ length: units }, (_, i) => Math.sin(i))],
            bias: [0.5],
            activation: "relu",
            p_drop: 0,
          },
        ],
      },
      Array<number>(units).fill(1),
    ];
    const address = new URL("../dropout.js", document.baseURI).href;
    const { load } = await import(/* @vite-ignore */ address);
    window.dropout = await load({ workers });
  }, workers);
}

export const startedWorkers = (page: Page) => page.evaluate(() => window.workers.length);

export const longAverage = (page: Page) =>
  page.evaluate(() => window.dropout.average(...window.enumerated(24)));
