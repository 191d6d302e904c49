import type { Fields } from "./fields";

/**
 * Settings in the page's address: one parameter for each that differs from its initial value, named
 * "figure.setting".
 */
interface Read<Values> {
  values: Values;
  /** What is initial stands in for them. */
  ignored: Ignored[];
}

/** A parameter that stands for no allowed value, or no setting. */
export interface Ignored {
  name: string;
  text: string;
  /** It stands there more than once, and not first. */
  isRepeated?: boolean;
}

/** `isForeign`: names that are others' business, unless they are settings. */
export function read<Values extends object>(
  figure: string,
  fields: Fields<Values>,
  parameters: URLSearchParams,
  isForeign: (setting: string) => boolean = () => false,
): Read<Values> {
  const names = Object.keys(fields) as (keyof Values & string)[];
  const ignored: Ignored[] = [];
  for (const [name, text] of parameters) {
    // Links can be long, and nearly all of one may be for other figures.
    if (!name.startsWith(figure)) continue;
    const [owner, setting, ...rest] = name.split(".");
    if (owner !== figure) continue;
    const isKnown = rest.length === 0 && names.includes(setting as never);
    if (!isKnown && !isForeign(setting!)) ignored.push({ name, text });
  }
  const values = Object.fromEntries(
    names.map((name) => {
      const { initial, fromText } = fields[name];
      const text = parameters.get(`${figure}.${name}`);
      const value = text === null ? initial : fromText(text);
      if (value === undefined) ignored.push({ name: `${figure}.${name}`, text: text! });
      return [name, structuredClone(value ?? initial)];
    }),
  );
  return { values: values as Values, ignored };
}

/** Settings of a figure that is none of `figures`. Other parameters are other people's business. */
export function unknownFigures(figures: readonly string[], parameters: URLSearchParams): Ignored[] {
  return [...parameters]
    .filter(([name]) => name.includes(".") && !figures.includes(name.split(".")[0]!))
    .map(([name, text]) => ({ name, text }));
}

/** Parameters of ours that stand there again: the first one counts. */
export function repeated(
  isOurs: (name: string) => boolean,
  parameters: URLSearchParams,
): Ignored[] {
  const seen = new Set<string>();
  return [...parameters].flatMap(([name, text]) => {
    const isRepeated = seen.has(name);
    seen.add(name);
    return isRepeated && isOurs(name) ? [{ name, text, isRepeated }] : [];
  });
}

/**
 * Writes `values` into `parameters`, where they stood, in the order of `fields`: one state has one
 * address, however it was reached. A value that no address can hold leaves what is there.
 */
export function write<Values extends object>(
  figure: string,
  fields: Fields<Values>,
  values: Values,
  parameters: URLSearchParams,
): void {
  const names = Object.keys(fields) as (keyof Values & string)[];
  const own = new Map<string, string | null>(
    names.map((name) => {
      const { initial, toText } = fields[name];
      const parameter = `${figure}.${name}`;
      const text = toText(values[name]) ?? parameters.get(parameter);
      return [parameter, text === toText(initial) ? null : text];
    }),
  );
  const all = [...parameters];
  const place = all.findIndex(([name]) => own.has(name));
  const [before, after] = place < 0 ? [all, []] : [all.slice(0, place), all.slice(place)];
  for (const [name] of all) parameters.delete(name);
  for (const [name, text] of [...before, ...own, ...after.filter(([name]) => !own.has(name))]) {
    if (text !== null) parameters.append(name, text);
  }
}

/** `kept` with everything that `now` has and `before` had not, or had otherwise. */
export function updated(
  kept: URLSearchParams,
  before: URLSearchParams,
  now: URLSearchParams,
): URLSearchParams {
  const result = new URLSearchParams(kept);
  for (const name of new Set([...before.keys(), ...now.keys()])) {
    const text = now.get(name);
    if (text === before.get(name)) continue;
    if (text === null) result.delete(name);
    else result.set(name, text);
  }
  return result;
}

/** As URLSearchParams writes it, but for characters that need no escape in a query. */
export function query(parameters: URLSearchParams): string {
  const text = parameters
    .toString()
    .replaceAll("%2C", ",")
    .replaceAll("%3A", ":")
    .replaceAll("%2F", "/");
  return text && `?${text}`;
}
