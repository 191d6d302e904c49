import InnerWorker from "./worker?worker&inline";

/** start_worker.ts of the page in one file, which has the worker's script inside. */
export const startWorker = (): Worker => new InnerWorker();
