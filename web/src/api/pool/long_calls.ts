import type { CoreModule } from "../core/module";

type Awaitable<T> = T | Promise<T>;
export type Anywhere<Call> = Call extends (...given: infer Given) => infer Result
  ? (...given: Given) => Awaitable<Result>
  : never;

/** The calls of the core that can take long. */
export const longCalls = [
  "average",
  "averageChunks",
  "monteCarlo",
  "monteCarloError",
  "distribution",
  "sampledDistribution",
  "droppedUnits",
  "evaluate",
  "outputs",
  "sampledOutputs",
  "sampledVotes",
  "activationHistogram",
  "monteCarloErrors",
] as const;

/** Of the core on this thread, or of a worker's. */
export type LongCalls = { [Name in (typeof longCalls)[number]]: Anywhere<CoreModule[Name]> };

/** One such call. It may be made anywhere, and more than once: nothing else changes with it. */
export type Piece<T> = (core: LongCalls) => Awaitable<T | Error>;
