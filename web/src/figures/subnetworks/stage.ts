/** What of the story has been told: for each sample its coins, its subnetwork, its pass. */
type Stage = "nothing" | "coins" | "subnetwork" | "pass";

const stages: readonly Stage[] = ["coins", "subnetwork", "pass"];

export const lastStep = (samples: number): number => samples * stages.length;

/** Where step 0 is the start, before any sample. */
export function stageOf(sample: number, step: number): Stage {
  const taken = step - sample * stages.length;
  return taken <= 0 ? "nothing" : (stages[taken - 1] ?? "pass");
}

/** The sample that the step is about, from 0. */
export const sampleOf = (step: number): number => Math.floor((step - 1) / stages.length);
