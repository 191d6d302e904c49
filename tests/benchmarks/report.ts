import type { AveragesTimes, Times } from "./page";

interface NativeTimes {
  benchmarks: { name: string; cpu_time: number }[];
}

/**
 * Of one processor, as the files in build/bench have them: nanoseconds, of training milliseconds;
 * nothing where they were not measured.
 */
export interface OtherTimes {
  native?: NativeTimes;
  pytorch?: { nanoseconds: number };
  nativeTraining?: NativeTimes;
  pytorchTraining?: { milliseconds: number };
}

const nanoseconds = (value: number) => `${value.toPrecision(3)} ns`;
const milliseconds = (value: number) => `${value.toPrecision(3)} ms`;
const ratio = (value: number) => `${value.toPrecision(3)} ×`;

type Row = [work: string, ours: string, comparedWith: string, ratio: string, goal: string];

/** The table of all measurements; a time in ns is that of one subnetwork. */
export function report(browser: Times, others: OtherTimes): string {
  const { native, pytorch, nativeTraining, pytorchTraining } = others;
  const rows: Row[] = [
    ["work", "ours", "compared with", "ratio", "goal"],
    ...ofBrowser(browser.averages),
    ...(native ? ofNative(native, pytorch?.nanoseconds) : []),
    ...ofTraining(browser.training),
    ...(nativeTraining ? ofNativeTraining(nativeTraining, pytorchTraining?.milliseconds) : []),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ") + "\n")
    .join("");
}

function ofBrowser(times: AveragesTimes): Row[] {
  const per = (name: keyof AveragesTimes, units: number) => (times[name] * 1e6) / 2 ** units;
  const one = per("hidden20", 20);
  const against = (name: keyof AveragesTimes, goal: string): Row => [
    "browser, 3-20-1",
    nanoseconds(one),
    `${name} ${nanoseconds(per(name, 20))}`,
    ratio(per(name, 20) / one),
    goal,
  ];
  const slower = (work: string, ns: number, goal: string): Row => [
    `browser, ${work}`,
    nanoseconds(ns),
    "3-20-1",
    ratio(ns / one),
    goal,
  ];
  const workers = (units: 26 | 28): Row => [
    `browser, 3-${units}-1, two workers`,
    milliseconds(times[`3-${units}-1 by 2`]),
    `one worker ${milliseconds(times[`3-${units}-1 by 1`])}`,
    ratio(times[`3-${units}-1 by 1`] / times[`3-${units}-1 by 2`]),
    "1.8 at least",
  ];
  return [
    against("TensorFlow.js", "150 at least"),
    against("TensorFlow.js, two tables", "6 at least"),
    against("JavaScript loop", "60 at least"),
    against("JavaScript, Gray code", "12 at least"),
    ["browser, 3-24-1", milliseconds(times.hidden24), "", "", "16 ms at most"],
    slower("2-10-10-1 sigmoid", per("sigmoid", 20), "1.5 at most"),
    slower("2-10-10-1, cheapest way", per("sigmoidAuto", 20), ""),
    slower("2-10-10-3 softmax", per("softmax", 20), "4 at most"),
    ["browser, 3-1000-1", milliseconds(times.hidden1000), "", "", "2 ms at most"],
    workers(26),
    workers(28),
  ];
}

const medianOf = ({ benchmarks }: NativeTimes, name: string) =>
  benchmarks.find((each) => each.name === `${name}_median`)!.cpu_time;

function ofNative(native: NativeTimes, pytorch?: number): Row[] {
  const time = (name: string) => medianOf(native, `run/${name}`);
  const one = time("hidden20") / 2 ** 20;
  const slower = (work: string, name: string): Row => {
    const ns = time(name) / 2 ** 20;
    return [`native, ${work}`, nanoseconds(ns), "3-20-1", ratio(ns / one), ""];
  };
  const against: Row[] =
    pytorch === undefined
      ? [["native, 3-20-1", nanoseconds(one), "no PyTorch here", "", ""]]
      : [
          [
            "native, 3-20-1",
            nanoseconds(one),
            `PyTorch ${nanoseconds(pytorch)}`,
            ratio(pytorch / one),
            "150 at least",
          ],
        ];
  return [
    ...against,
    slower("2-10-10-1 sigmoid", "sigmoid"),
    slower("2-10-10-3 softmax", "softmax"),
    ["native, 3-1000-1", milliseconds(time("hidden1000") / 1e6), "", "", ""],
  ];
}

/** Ours evaluates the network after the epoch, TensorFlow.js does not. */
function ofTraining({ ours, evaluation, byHand, autodiff }: Times["training"]): Row[] {
  const against = (work: string, time: number, name: string, theirs: number, goal: string): Row => [
    `browser, ${work}`,
    milliseconds(time),
    `${name} ${milliseconds(theirs)}`,
    ratio(theirs / time),
    goal,
  ];
  const alone = "epoch of training alone";
  const together = "epoch of training and evaluation";
  const ofHand = "TensorFlow.js, gradients by hand";
  const ofAutodiff = "TensorFlow.js, autodiff and optimizer";
  return [
    against(alone, ours - evaluation, ofHand, byHand, "8 at least"),
    against(alone, ours - evaluation, ofAutodiff, autodiff, ""),
    against(together, ours, ofHand, byHand, ""),
    against(together, ours, ofAutodiff, autodiff, ""),
  ];
}

function ofNativeTraining(native: NativeTimes, pytorch?: number): Row[] {
  const ours = medianOf(native, "epoch_of_digits/half_dropped");
  const work = "native, epoch of training alone";
  return [
    pytorch === undefined
      ? [work, milliseconds(ours), "no PyTorch here", "", ""]
      : [
          work,
          milliseconds(ours),
          `PyTorch ${milliseconds(pytorch)}`,
          ratio(pytorch / ours),
          "1.5 at least",
        ],
  ];
}
