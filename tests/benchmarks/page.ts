import { load } from "../../web/src/dropout";
import { everyForwardPass, grayCode } from "./plain_javascript";
import { plain, startTensorflow, twoTables } from "./tensorflow";
import { hiddenUnits, outputUnit, type Work, works } from "./works";

const repetitions = 9;

const mapValues = <From, To>(record: Record<string, From>, map: (value: From) => To) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));

type Run = () => unknown;

/** Milliseconds of one call, of so many calls that the clock's resolution is no matter. */
async function milliseconds(run: Run, calls: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < calls; ++i) await run();
  return (performance.now() - start) / calls;
}

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Interleaved, so that whatever else the machine does befalls all of them. */
async function medians(runs: Record<string, { run: Run; calls: number }>) {
  const times: Record<string, number[]> = {};
  for (let repetition = -1; repetition < repetitions; ++repetition) {
    for (const [name, { run, calls }] of Object.entries(runs)) {
      const time = await milliseconds(run, calls);
      // The first one is the warm-up.
      if (repetition >= 0) (times[name] ??= []).push(time);
    }
  }
  return mapValues(times, median);
}

// So many calls that none is measured for much less than another: where other programs want the
// processor, too, a short spell of work suffers less from them than a long one.
const competitors = {
  "TensorFlow.js": { mean: plain, tolerance: 1e-4, calls: 1 },
  "TensorFlow.js, two tables": { mean: twoTables, tolerance: 1e-4, calls: 4 },
  "JavaScript loop": { mean: everyForwardPass, tolerance: 1e-9, calls: 1 },
  "JavaScript, Gray code": { mean: grayCode, tolerance: 1e-9, calls: 2 },
};

/** Medians in milliseconds. */
export type Times = Record<
  keyof ReturnType<typeof works> | keyof typeof competitors | `3-${26 | 28}-1 by ${1 | 2}`,
  number
>;

async function benchmark(): Promise<Times> {
  const dropout = await load({ workers: 0 });
  await startTensorflow();

  const ours = works(dropout);
  const average = ({ network, input, options }: Work) => dropout.average(network, input, options);
  const unit = outputUnit(dropout, ours.hidden20);
  const exact = (await average(ours.hidden20)).arithmetic_mean[0]!;
  for (const [name, { mean, tolerance }] of Object.entries(competitors)) {
    const error = Math.abs(mean(unit) - exact);
    if (!(error <= tolerance)) throw new Error(`${name} is off by ${error}`);
  }

  const ofOneThread = await medians({
    ...mapValues(ours, (work) => ({
      run: () => average(work),
      calls: work === ours.hidden24 ? 2 : 20,
    })),
    ...mapValues(competitors, ({ mean, calls }) => ({ run: () => mean(unit), calls })),
  });

  // A pool of another size starts its workers anew.
  const ofPools: Record<string, number[]> = {};
  for (let repetition = 0; repetition < repetitions; ++repetition) {
    for (const workers of [1, 2]) {
      await load({ workers });
      await average(hiddenUnits(dropout, 26));
      for (const units of [26, 28]) {
        const work = hiddenUnits(dropout, units);
        const time = await milliseconds(() => average(work), 1);
        (ofPools[`3-${units}-1 by ${workers}`] ??= []).push(time);
      }
    }
  }
  return { ...ofOneThread, ...mapValues(ofPools, median) } as Times;
}

declare global {
  interface Window {
    benchmark: typeof benchmark;
  }
}
window.benchmark = benchmark;
