// The site's policy forbids nothing that the lesson needs, and much that it does not.
import type { Page } from "@playwright/test";
import { expect, test } from "./page";

const watchViolations = (page: Page) =>
  page.evaluate(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      violations.push(`${violatedDirective}: ${blockedURI}`),
    );
  });
const violationsOf = (page: Page) =>
  page.evaluate(() => Reflect.get(window, "violations") as string[]);

async function unfoldAll(page: Page) {
  const folded = page.locator("main details:not([open]) > summary:visible");
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Presses, opens and changes whatever a figure has. */
async function useAll(page: Page) {
  await unfoldAll(page);
  for (const select of await page.locator("main select:visible").all()) {
    const options = await select.locator("option").all();
    await select.selectOption({ index: options.length - 1 });
  }
  for (const slider of await page.locator("main input[type=range]").all()) {
    await slider.press("ArrowRight");
  }
  // One may take others away. Not by hand: what is trained may move them.
  const pressed = page.locator("main input[type=radio], main button:visible:not(.share)");
  for (const each of await pressed.elementHandles()) {
    if ((await each.isVisible()) && (await each.isEnabled())) await each.dispatchEvent("click");
  }
}

test("the policy is not violated by anything that the lesson does", async ({ lesson }) => {
  await watchViolations(lesson);
  await useAll(lesson);
  // And in workers.
  await lesson.evaluate(() => {
    const layer = { weight: [Array<number>(26).fill(1)], bias: [0], activation: "relu", p_drop: 0 };
    const network = { input_p_drop: 0.2, layers: [layer] };
    return window.dropout.average(network as never, Array<number>(26).fill(1));
  });
  expect(await violationsOf(lesson)).toEqual([]);
});

test("nor by what is shared and saved", async ({ lesson }) => {
  await watchViolations(lesson);
  await unfoldAll(lesson);
  for (const share of await lesson.locator("main .share").all()) {
    await share.click();
    const dialog = lesson.getByRole("dialog");
    await expect(dialog).toBeVisible();
    for (const button of await dialog.locator("button:not(header button)").all()) {
      await button.click();
    }
    await lesson.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
  expect(await violationsOf(lesson)).toEqual([]);
});

const attempts: [string, () => unknown][] = [
  ["code from strings", () => (0, eval)("1 + 1")],
  ["functions from strings", () => new Function("return 2")()],
  [
    "inline scripts",
    () => {
      const script = document.createElement("script");
      script.textContent = "window.hasRun = true";
      document.head.append(script);
      if (!("hasRun" in window)) throw new Error("refused");
    },
  ],
  [
    "inline handlers",
    async () => {
      document.body.insertAdjacentHTML(
        "beforeend",
        '<img src="data:," onerror="window.hasRun = true">',
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
      if (!("hasRun" in window)) throw new Error("refused");
    },
  ],
  ["requests to other origins", () => fetch("http://localhost:9/")],
  [
    "pictures of other origins",
    async () => {
      const image = new Image();
      image.src = "http://localhost:9/x.png";
      await image.decode();
    },
  ],
  [
    "pictures made of whatever a script has",
    async () => {
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
      await image.decode();
    },
  ],
];

for (const [name, attempt] of attempts) {
  test(`the policy forbids ${name}`, async ({ page }) => {
    await page.goto("./");
    await expect(page.getByRole("figure").first()).toBeVisible();
    await watchViolations(page);
    // What is evaluated at once, and not later, has the privileges of developer tools.
    const outcome = await page
      .evaluate(`new Promise((settle) => setTimeout(settle)).then(${attempt})`)
      .then(
        () => "allowed",
        () => "refused",
      );
    expect(outcome).toBe("refused");
    expect(await violationsOf(page)).toHaveLength(1);
  });
}

test("the same policy holds as a header, as README has it", async ({ page, baseURL }) => {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto("./");
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute("content");
  await page.route(baseURL!, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), "Content-Security-Policy": policy! },
    });
  });
  await page.goto("./");
  await expect(page.getByRole("figure").first()).toBeVisible();
  expect(problems.filter((text) => !text.startsWith("Service Worker"))).toEqual([]);
});
