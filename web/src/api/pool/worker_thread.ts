import type { CoreOptions } from "#core";
import { CoreWorker } from "./core_worker";
import type { Job } from "./job";

export interface Task {
  job: Job;
  piece: number;
}

/** A worker that computes pieces of jobs. */
export class WorkerThread {
  readonly worker: CoreWorker;
  /** What it has been given and not finished, in the order in which it computes. */
  readonly tasks = new Set<Task>();

  /** Throws where the browser allows no worker. */
  constructor(options: CoreOptions) {
    this.worker = new CoreWorker(options);
  }

  /** How long its tasks take, estimated. */
  get milliseconds(): number {
    return [...this.tasks].reduce((sum, { job }) => sum + job.milliseconds, 0);
  }

  async compute(task: Task) {
    this.tasks.add(task);
    try {
      await this.worker.ready;
      await task.job.compute(task.piece, this.worker.calls);
      this.tasks.delete(task);
    } catch (error) {
      // The core returns what is wrong with a task. What comes out of it by other ways ends it.
      this.worker.end((error as Error).message);
    }
  }
}
