// The digits, which are fetched when they are needed, may not come; then they can be asked for again.
import type { Page } from "@playwright/test";
import { expect, figure, test } from "./page";

type Fault = {
  name: string;
  spoil: (page: Page) => Promise<unknown>;
  reason: string;
};

const digits = "**/digits*.bin";
const answered = (answer: { status?: number; body: string | Buffer }) => (page: Page) =>
  page.route(digits, (route) => route.fulfill(answer));

const faults: Fault[] = [
  {
    name: "no network",
    spoil: (page) => page.route(digits, (route) => route.abort("internetdisconnected")),
    reason: "Failed to fetch",
  },
  {
    name: "no such file",
    spoil: answered({ status: 404, body: "Not found" }),
    reason: "the server answers 404",
  },
  {
    name: "another page in its place",
    spoil: answered({ body: "<!doctype html><title>Log in</title>" }),
    reason: "got 36 bytes, not 73677",
  },
  {
    name: "half of it",
    spoil: answered({ body: Buffer.alloc(41 * 898) }),
    reason: "got 36818 bytes, not 73677",
  },
  {
    name: "damaged bytes",
    spoil: answered({ body: Buffer.alloc(73_677, 0xff) }),
    reason: "digits[0]: a pixel must be a whole number from 0 to 16, got 31",
  },
];

/** Opens a figure whose digits do not come. */
async function open(page: Page, address: string, { spoil }: Fault) {
  await spoil(page);
  await page.goto(address);
  await expect(page.getByRole("figure").first()).toBeVisible();
}

for (const fault of faults) {
  const message = `the digits could not be fetched: ${fault.reason}`;

  test(`with ${fault.name}, the API says so, and gives them later`, async ({ page }) => {
    await open(page, "./?figure=hook", fault);
    const problem = await page.evaluate(() => window.dropout.digits().catch(String));
    expect(problem).toBe(`Error: ${message}`);
    await page.unroute(digits);
    const counts = await page.evaluate(async () => {
      const [first, second] = await Promise.all([window.dropout.digits(), window.dropout.digits()]);
      return [first.inputs.length, second.targets.length];
    });
    expect(counts).toEqual([1797, 1797]);
  });

  test(`with ${fault.name}, the training figure says so, and tries again`, async ({ page }) => {
    await open(page, "./?figure=training&training.data=digits&training.samples=50", fault);
    const training = figure(page, "training");
    await expect(training.getByRole("alert").filter({ hasText: message })).toBeVisible();
    const again = training.getByRole("button", { name: "Try again" });
    await again.click();
    await expect(again).toBeVisible();
    await page.unroute(digits);
    await again.click();
    await expect(training.getByRole("region", { name: "With dropout" })).toBeVisible();
    await expect(training.getByText(message)).toHaveCount(0);
    await expect(again).toHaveCount(0);
  });
}

test("without the digits, other data can be trained on", async ({ page }) => {
  await open(page, "./?figure=training&training.data=digits&training.samples=50", faults[0]!);
  const training = figure(page, "training");
  await expect(training.getByRole("button", { name: "Try again" })).toBeVisible();
  await training.getByText("Settings", { exact: true }).click();
  await training.getByLabel("Data", { exact: true }).selectOption("moons");
  await expect(training.getByRole("region", { name: "With dropout" })).toBeVisible();
  await expect(training.getByRole("button", { name: "Try again" })).toHaveCount(0);
});

test("a figure of trained digits says that they are missing, and trains later", async ({
  page,
}) => {
  const address = "./?figure=uncertainty&uncertainty.samples=100&uncertainty.epochs=1";
  await open(page, address, faults[1]!);
  const uncertainty = figure(page, "uncertainty");
  const train = uncertainty.getByRole("button", { name: /^Train/ });
  await train.click();
  await expect(uncertainty.getByRole("alert").first()).toHaveText(
    `the digits could not be fetched: ${faults[1]!.reason}`,
  );
  await page.unroute(digits);
  await train.click();
  await expect(uncertainty.getByRole("table").first()).toBeVisible();
  await expect(uncertainty.getByText("could not be fetched")).toHaveCount(0);
});
