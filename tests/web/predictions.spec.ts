import { expect, readOn, test } from "./page";

/** In the order of the lesson: which choice is right. */
const right = ["more than half for a single digit"];

test("each prediction is answered by the core, with a reason", async ({ lesson }) => {
  const questions = await lesson.getByRole("group", { name: /Predict first/ }).all();
  expect(questions.length).toBe(right.length);
  for (const [i, question] of questions.entries()) {
    const run = question.getByRole("button", { name: "Run it" });
    await expect(run).toHaveAttribute("aria-disabled", "true");
    await question.getByRole("radio").last().check();
    await run.click();
    const label = question.locator("label", { hasText: /right\s*$/ });
    await expect(label).toHaveCount(1); // it may train a network
    await expect(label).toContainText(right[i]!);
    const answer = question.locator("xpath=..").getByRole("status");
    await expect(answer).toContainText(/^(Yes|No)\./);
    await expect(answer).not.toContainText("undefined");
  }
});

test("a prediction that cannot be run says why, and can be run again", async ({ page }) => {
  const uncaught: string[] = [];
  page.on("pageerror", ({ message }) => uncaught.push(message));
  let answer!: () => void;
  const isAnswered = new Promise<void>((resolve) => (answer = resolve));
  const digits = "**/digits*.bin";
  await page.route(digits, async (route) => {
    await isAnswered;
    await route.fulfill({ status: 404 });
  });
  // A figure that trains by itself may ask before the reader does.
  const asked = page.waitForRequest(digits);
  await page.goto("./");
  await readOn(page);
  const form = page.locator("form", { hasText: "more than half for a single digit" });
  const run = form.getByRole("button", { name: "Run it" });
  await form.getByRole("radio").first().check();
  await run.click();
  await asked;
  await expect(form).toHaveAttribute("aria-busy", "true");
  answer();
  const alert = form.getByRole("alert");
  await expect(alert).toHaveText(
    "It could not be run: the digits could not be fetched: the server answers 404.",
  );
  await expect(form).toHaveAttribute("aria-busy", "false");
  await page.unroute(digits);
  await run.click();
  await expect(form.getByRole("status")).toContainText(/^(Yes|No)\./);
  await expect(alert).toHaveCount(0);
  expect(uncaught).toEqual([]);
});
