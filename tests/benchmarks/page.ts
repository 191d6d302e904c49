import { load } from "../../web/src/api/dropout";
import { everyForwardPass, grayCode } from "./plain_javascript";
import { plain, startTensorflow, twoTables } from "./tensorflow";
import { mapValues, median, medians, milliseconds, repetitions } from "./timing";
import { trainingTimes } from "./training";
import { hiddenUnits, outputUnit, type Work, works } from "./works";

// So many calls that none is measured for much less than another: where other programs want the
// processor, too, a short spell of work suffers less from them than a long one.
const competitors = {
  "TensorFlow.js": { mean: plain, tolerance: 1e-4, calls: 1 },
  "TensorFlow.js, two tables": { mean: twoTables, tolerance: 1e-4, calls: 4 },
  "JavaScript loop": { mean: everyForwardPass, tolerance: 1e-9, calls: 1 },
  "JavaScript, Gray code": { mean: grayCode, tolerance: 1e-9, calls: 2 },
};

/** Medians in milliseconds. */
export type AveragesTimes = Record<
  keyof ReturnType<typeof works> | keyof typeof competitors | `3-${26 | 28}-1 by ${1 | 2}`,
  number
>;

async function averagesTimes(): Promise<AveragesTimes> {
  const dropout = await load({ workers: 0 });
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

  // A pool of another size starts its workers anew, which then compile for a while.
  const ofPools: Record<string, number[]> = {};
  for (const workers of [1, 2, 1, 2, 1, 2]) {
    await load({ workers });
    for (let warmUp = 0; warmUp < 5; ++warmUp) await average(hiddenUnits(dropout, 28));
    for (const units of [26, 28]) {
      const work = hiddenUnits(dropout, units);
      const times = (ofPools[`3-${units}-1 by ${workers}`] ??= []);
      for (let repetition = 0; repetition < repetitions; ++repetition) {
        times.push(await milliseconds(() => average(work), 1));
      }
    }
  }
  return { ...ofOneThread, ...mapValues(ofPools, median) } as AveragesTimes;
}

async function benchmark() {
  await startTensorflow();
  return { averages: await averagesTimes(), training: await trainingTimes() };
}

export type Times = Awaited<ReturnType<typeof benchmark>>;

declare global {
  interface Window {
    benchmark: typeof benchmark;
  }
}
window.benchmark = benchmark;
