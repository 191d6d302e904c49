import { expect, test } from "vitest";
import { trainingStatus } from "../../web/src/figures/shared/training_status";

test("running training is heard of at its start and at each quarter, not more", () => {
  const heard = Array.from({ length: 1000 }, (_, i) => trainingStatus(i / 1000));
  expect([...new Set(heard)]).toEqual([
    "Training has started.",
    "Training: 25% done.",
    "Training: 50% done.",
    "Training: 75% done.",
  ]);
  expect(trainingStatus(undefined)).toBe("Training has started.");
});
