import { expect, test } from "./page";

/** In the order of the lesson: which choice is right. */
const right = [
  "less far",
  "16",
  "about 35",
  "1.25",
  "0.8",
  "4",
  "exactly, whatever the weights are",
  "G and S",
  "some 50",
  "only sample 2",
  "with dropout on new ones",
  "the one with p_drop 0.9",
  "more often",
  "more than half for a single digit",
];

test("each prediction is answered by the core, with a reason", async ({ lesson }) => {
  test.setTimeout(90_000);
  const questions = await lesson.getByRole("group", { name: /Predict first/ }).all();
  expect(questions.length).toBe(right.length);
  for (const [i, question] of questions.entries()) {
    const run = question.getByRole("button", { name: "Run it" });
    await expect(run).toHaveAttribute("aria-disabled", "true");
    await question.getByRole("radio").last().check();
    await run.click();
    const label = question.locator("label", { hasText: /right\s*$/ });
    await expect(label).toHaveCount(1, { timeout: 20_000 }); // some train networks
    await expect(label).toContainText(right[i]!);
    const answer = question.locator("xpath=..").getByRole("status");
    await expect(answer).toContainText(/^(Yes|No)\./);
    await expect(answer).not.toContainText("undefined");
  }
});
