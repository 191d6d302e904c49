import type { Job } from "./job";
import type { LongCalls } from "./long_calls";

/** Lets everything else that waits have its turn. (Timers would be slow in background tabs.) */
export function pause(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Computes a job on the thread that calls, with a pause between pieces. */
export async function computeHere(job: Job, core: LongCalls) {
  while (job.hasPiecesLeft) {
    try {
      await job.compute(job.take(), core);
    } catch (error) {
      job.fail(error);
    }
    if (job.hasPiecesLeft) await pause();
  }
}
