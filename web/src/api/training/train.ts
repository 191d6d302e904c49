import type { CoreOptions } from "#core";
import type { CoreModule } from "../core/module";
import type { TrainingOptions } from "../core/training_types";
import type { Given } from "../core/types";
import { CoreWorker } from "../pool/core_worker";
import { yieldToMain } from "../pool/yield_to_main";
import { isSendable } from "../input/sendable";
import { unwrap } from "../core/unwrap";
import { type Place, session, type TrainingSession } from "./session";

const sliceMilliseconds = { here: 8, inWorker: 30 };

function here(core: CoreModule, options: Given<TrainingOptions>): Place {
  const training = unwrap(core.train(options));
  return {
    training,
    sliceMilliseconds: sliceMilliseconds.here,
    pause: yieldToMain,
    ended: new Promise(() => {}),
    end: () => training.delete(),
  };
}

/** Nothing where the browser lets no worker start. */
async function inWorker(
  coreOptions: CoreOptions,
  options: Given<TrainingOptions>,
): Promise<Place | undefined> {
  let worker: CoreWorker;
  try {
    worker = new CoreWorker(coreOptions);
  } catch {
    return undefined;
  }
  const end = () => worker.terminate();
  const died = worker.ended.then((reason) => {
    if (worker.hasStarted) throw new Error(`a worker stopped unexpectedly: ${reason}`);
    return "not started" as const;
  });
  died.catch(() => {});
  try {
    const started = worker.ready.then(() => worker.calls.train(options));
    const result = await Promise.race([started, died]);
    if (result === "not started") {
      end();
      return undefined;
    }
    unwrap(result);
  } catch (error) {
    end();
    throw error;
  }
  return {
    training: worker.calls,
    sliceMilliseconds: sliceMilliseconds.inWorker,
    pause: async () => {},
    ended: worker.ended,
    end,
  };
}

/** `own` is a copy, which nobody else changes. */
export async function train(
  core: CoreModule,
  coreOptions: CoreOptions,
  mayHaveWorkers: boolean,
  own: Given<TrainingOptions>,
): Promise<TrainingSession> {
  // What cannot be sent, the core refuses here.
  const isSent = mayHaveWorkers && isSendable(own);
  const place = isSent ? await inWorker(coreOptions, own) : undefined;
  return session(place ?? here(core, own));
}
