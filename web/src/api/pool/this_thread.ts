import type { Job } from "./job";
import type { LongCalls } from "./long_calls";
import { yieldToMain } from "./yield_to_main";

/** Computes a job on the thread that calls, with a pause between pieces. */
export async function computeHere(job: Job, core: LongCalls) {
  while (job.hasPiecesLeft) {
    try {
      await job.compute(job.take(), core);
    } catch (error) {
      job.fail(error);
    }
    if (job.hasPiecesLeft) await yieldToMain();
  }
}
