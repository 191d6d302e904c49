import { nice, ticks, tickStep } from "d3-array";
import { format, formatSpecifier, precisionFixed, precisionRound } from "d3-format";

type Pair = [number, number];

/** From numbers to pixels, linear or logarithmic. */
export interface Scale {
  (value: number): number;
  /** The number at a place. */
  invert(place: number): number;
  domain(): Pair;
  range(): Pair;
  isLogarithmic: boolean;
  /** From a round number to a round number. */
  nice(): Scale;
  /** What lies outside of the domain is drawn at its end. */
  clamped(): Scale;
  /** The same domain, elsewhere. */
  over(range: Pair): Scale;
}

/** What pixels are in proportion to. */
interface Measure {
  isLogarithmic: boolean;
  of: (value: number) => number;
  inverse: (measured: number) => number;
  nice: (domain: Pair) => Pair;
}

function scaleBy(measure: Measure, domain: Pair, range: Pair, isClamped: boolean): Scale {
  const [low, high] = domain.map(measure.of) as Pair;
  const [from, to] = range;
  const between = (value: number) =>
    isClamped ? Math.max(domain[0], Math.min(domain[1], value)) : value;
  const placeOf = (value: number) => {
    // Where there is only one number, it is in the middle.
    const share = high === low ? 0.5 : (measure.of(between(value)) - low) / (high - low);
    return from * (1 - share) + to * share;
  };
  return Object.assign(placeOf, {
    invert: (place: number) => measure.inverse(low + ((place - from) / (to - from)) * (high - low)),
    domain: () => domain,
    range: () => range,
    isLogarithmic: measure.isLogarithmic,
    nice: () => scaleBy(measure, measure.nice(domain), range, isClamped),
    clamped: () => scaleBy(measure, domain, range, true),
    over: (other: Pair) => scaleBy(measure, domain, other, isClamped),
  });
}

const linear: Measure = {
  isLogarithmic: false,
  of: (value) => value,
  inverse: (value) => value,
  nice: ([low, high]) => nice(low, high, 10),
};

const logarithmic: Measure = {
  isLogarithmic: true,
  of: Math.log10,
  inverse: (power) => 10 ** power,
  nice: ([low, high]) => [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(high))],
};

export const scaleLinear = (domain: Pair, range: Pair): Scale =>
  scaleBy(linear, domain, range, false);
export const scaleLog = (domain: Pair, range: Pair): Scale =>
  scaleBy(logarithmic, domain, range, false);

/** Of ticks: a finer one needs the inverse of a power of ten that float64 does not have. */
export const smallestStep = 1e-290;

interface Tick {
  value: number;
  label: string;
}

/**
 * Ticks at round numbers, about `spacing` pixels apart so that neighbours' labels never touch. Where
 * the scale is linear, labels have the `format` of d3-format's specifiers.
 */
export function ticksOf(scale: Scale, spacing: number, specifier = ",f"): Tick[] {
  const [from, to] = scale.range();
  const wanted = Math.max(2, Math.floor(Math.abs(to - from) / spacing));
  const [low, high] = scale.domain();
  if (high > low && high - low < smallestStep) return [];
  const size = Math.max(Math.abs(low), Math.abs(high));
  const isLarge = size >= 1e5;
  const isTiny = size < 1e-4 && !specifier.includes("%");
  const decades = scale.isLogarithmic ? Math.floor(Math.log10(high / low) + 1e-9) : 0;
  if (decades === 0) {
    const label = labelled(low, high, wanted, isLarge || isTiny ? ".1~e" : specifier);
    return ticks(low, high, wanted).map((value) => ({ value, label: label(value) }));
  }
  const label = format(isLarge ? "~e" : ",");
  return ticks(Math.log10(low), Math.log10(high), Math.min(wanted, decades)).map((power) => ({
    value: 10 ** power,
    label: label(10 ** power),
  }));
}

/** Unless the specifier says how many digits: as many as tell neighbouring ticks apart. */
function labelled(low: number, high: number, count: number, specifier: string) {
  const step = tickStep(low, high, count);
  const parts = formatSpecifier(specifier);
  if (parts.precision === undefined || isNaN(parts.precision)) {
    const digits =
      parts.type === "%"
        ? precisionFixed(step) - 2
        : parts.type === "f"
          ? precisionFixed(step)
          : precisionRound(step, Math.max(Math.abs(low), Math.abs(high)));
    parts.precision = Math.max(0, digits);
  }
  return format(String(parts));
}
