// Browsers that lack something: the lesson says what, or does without it.
import { type Browser, expect, type Page } from "@playwright/test";
import { test as base } from "./inputs";
import { figure, readOn, setInRail } from "./page";

/** A page of a browser whose JavaScript engine is started with these flags. */
const test = base.extend<{ withFlags: (flags: string) => Promise<Page> }>({
  withFlags: async ({ playwright, launchOptions, baseURL }, use) => {
    let browser: Browser | undefined;
    await use(async (flags) => {
      const args = [...launchOptions.args!, `--js-flags=${flags}`];
      browser = await playwright.chromium.launch({ ...launchOptions, args });
      return browser.newPage({ baseURL: baseURL! });
    });
    await browser?.close();
  },
});

// Other browsers than the usual one are not listened to.
test.use({ dependsOn: "the site" });

/** The page's errors are for its readers, in words: nothing is thrown past them. */
function uncaught(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  return errors;
}

const needs = "It needs Chrome 98, Firefox 114, Safari 16.4 or a newer one";

for (const [lack, flags, words] of [
  ["WebAssembly", "--jitless", "WebAssembly is missing or switched off here"],
  ["SIMD", "--no-enable-sse4-1", "the WebAssembly of this browser, or on this processor, has no"],
  // Of 64 kB each: fewer than the core starts with.
  ["the memory to start", "--wasm-max-mem-pages=100", "Out of memory"],
] as const) {
  test(`without ${lack}, the lesson says so`, async ({ withFlags }) => {
    const page = await withFlags(flags);
    const errors = uncaught(page);
    await page.goto("./");
    const message = page.getByRole("alert");
    await expect(message).toContainText(words);
    await expect(message).toContainText(needs);
    await expect(message).not.toContainText("Aborted");
    expect(errors).toEqual([]);
  });
}

test("the lesson uses no method that is newer than the browsers it asks for", async ({ page }) => {
  const errors = uncaught(page);
  await page.addInitScript(() => {
    const newer: [object, string[]][] = [
      [Array, ["fromAsync"]],
      [Array.prototype, ["toReversed", "toSorted", "toSpliced", "with"]],
      [Float64Array.prototype, ["toReversed", "toSorted", "with"]],
      [Object, ["groupBy"]],
      [Map, ["groupBy"]],
      [Promise, ["withResolvers", "try"]],
      [AbortSignal, ["any"]],
      [Set.prototype, ["union", "intersection", "difference", "isSubsetOf"]],
      [String.prototype, ["isWellFormed", "toWellFormed"]],
      // Also those that all iterators have from it.
      [
        Object.getPrototypeOf(Object.getPrototypeOf([].values())),
        [
          "map",
          "filter",
          "take",
          "drop",
          "flatMap",
          "reduce",
          "toArray",
          "forEach",
          "some",
          "find",
        ],
      ],
    ];
    for (const [owner, names] of newer) {
      for (const name of names) Reflect.deleteProperty(owner, name);
    }
  });
  await page.goto("./");
  await readOn(page);
  await expect(figure(page, "hook").locator("circle").first()).toBeVisible();
  await figure(page, "training").scrollIntoViewIfNeeded();
  await expect(
    figure(page, "training").getByRole("region", { name: "With dropout" }),
  ).toBeVisible();
  await expect(page.locator(".refused")).toHaveCount(0);
  expect(errors).toEqual([]);
});

test("what needs more memory than there is says so, and all else goes on", async ({
  withFlags,
}) => {
  const page = await withFlags("--wasm-max-mem-pages=300");
  const errors = uncaught(page);
  await page.goto("./");
  await readOn(page);
  await expect(figure(page, "hook")).toBeVisible();
  const [refused, allowed] = await page.evaluate(async () => {
    const seeded = { generator: "torch", seed: 1 } as const;
    const refused: string[] = [];
    const refuse = async (call: () => unknown) => {
      try {
        await call();
        refused.push("nothing");
      } catch (error) {
        refused.push(String(error));
      }
    };
    const units = 20;
    const network = {
      input_p_drop: 0.5,
      layers: [
        {
          weight: Array.from({ length: units }, () => Array<number>(units).fill(0.1)),
          bias: Array<number>(units).fill(0),
          activation: "relu" as const,
          p_drop: 0,
        },
      ],
    };
    const input = Array<number>(units).fill(1);
    const large = { ...seeded, samples: 200_000 };
    for (let i = 0; i < 20; ++i) {
      await refuse(() => window.dropout.masks({ ...large, p_drop: 0.2, units: 100 }));
      // In a worker.
      await refuse(() => window.dropout.monteCarlo(network, input, large));
    }
    const mask = window.dropout.masks({ ...seeded, p_drop: 0.2, samples: 2, units: 3 });
    return [refused, mask] as const;
  });
  const words = "RangeError: out of memory: use fewer samples or units";
  expect(new Set(refused)).toEqual(new Set([words]));
  expect(allowed).toHaveLength(2);
  expect(errors).toEqual([]);
});

test("without workers, long averages are computed on the page's own thread", async ({ page }) => {
  const errors = uncaught(page);
  await page.addInitScript(() => Reflect.deleteProperty(window, "Worker"));
  await page.goto("./");
  await readOn(page);
  const reported = await page.evaluate(async () => {
    const units = 24;
    const layer = {
      weight: [Array.from({ length: units }, (_, i) => Math.sin(i))],
      bias: [0.5],
      activation: "relu" as const,
      p_drop: 0,
    };
    let reported = 0;
    await window.dropout.average(
      { input_p_drop: 0.3, layers: [layer] },
      Array<number>(units).fill(1),
      { onProgress: () => ++reported },
    );
    return reported;
  });
  expect(reported).toBeGreaterThan(1);
  expect(errors).toEqual([]);
});

test("where storage is blocked, the lesson opens, and colours can be chosen", async ({ page }) => {
  const errors = uncaught(page);
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("blocked", "SecurityError");
        },
      });
    }
  });
  await page.goto("./");
  await readOn(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await setInRail(page, "Colours", "dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(errors).toEqual([]);
});
