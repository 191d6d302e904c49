import { getContext, setContext, untrack } from "svelte";
import { query, read, updated, write, type Ignored } from "./address";
import type { Fields } from "./fields";

interface Registered {
  /** Gives the settings that differ between `before` and `parameters` what the latter say. */
  restore: (parameters: URLSearchParams, before: URLSearchParams) => Ignored[];
  save: (parameters: URLSearchParams) => void;
}

/** Where figures find their settings: parameters as in an address. */
export class SettingsSource {
  /** What the parameters ask for in vain. */
  ignored = $state.raw<Ignored[]>([]);
  readonly #parameters: () => URLSearchParams;
  readonly #onchange: () => void;
  readonly #isForeign: ((setting: string) => boolean) | undefined;
  readonly #registered = new Set<Registered>();
  readonly #checks = new Set<(parameters: URLSearchParams) => Ignored[]>();
  /** The parameters that settings follow, as they were last seen. */
  #followed: URLSearchParams | undefined;
  /** What figures start with where they come back, instead of the parameters. */
  #kept: URLSearchParams | undefined;
  readonly #restored = new Set<() => void>();

  /** `isForeign`: which parameters are others' business, unless a figure has such a setting. */
  constructor(
    parameters: () => URLSearchParams,
    onchange: () => void,
    isForeign?: (setting: string) => boolean,
  ) {
    this.#parameters = parameters;
    this.#onchange = onchange;
    this.#isForeign = isForeign;
  }

  settingsOf<Values extends object>(figure: string, fields: Fields<Values>): Values {
    const atStart = read(figure, fields, this.#start(), this.#isForeign);
    const values = $state(atStart.values);
    this.ignored = [...untrack(() => this.ignored), ...atStart.ignored];
    const entry: Registered = {
      restore: (parameters, before) => {
        const restored = read(figure, fields, parameters, this.#isForeign);
        for (const name of Object.keys(fields) as (keyof Values & string)[]) {
          const parameter = `${figure}.${name}`;
          if (parameters.get(parameter) === before.get(parameter)) continue;
          values[name] = restored.values[name];
        }
        return restored.ignored;
      },
      save: (parameters) => write(figure, fields, $state.snapshot(values) as Values, parameters),
    };
    $effect(() => {
      this.#registered.add(entry);
      return () => this.#registered.delete(entry);
    });
    let isAtStart = true;
    $effect(() => {
      entry.save(new URLSearchParams()); // reads every setting, and so runs again when one changes
      if (!isAtStart) this.#onchange();
      isAtStart = false;
    });
    return values;
  }

  #start(): URLSearchParams {
    const parameters = this.#parameters();
    const before = (this.#followed ??= parameters);
    if (!this.#kept) return parameters;
    this.#followed = parameters;
    return (this.#kept = updated(this.#kept, before, parameters));
  }

  /**
   * To be called before figures go that may come back: they then start with the settings that they
   * have now, unless the parameters have changed meanwhile.
   */
  keep(): void {
    if (!this.#followed) return; // No figure has come yet.
    const kept = new URLSearchParams(this.#followed);
    this.save(kept);
    this.#kept = kept;
    this.ignored = [];
  }

  /** Says what of the parameters means nothing, beside what figures say. */
  check(check: (parameters: URLSearchParams) => Ignored[]): void {
    this.ignored = [...untrack(() => this.ignored), ...check(this.#parameters())];
    $effect(() => {
      this.#checks.add(check);
      return () => this.#checks.delete(check);
    });
  }

  /**
   * Gives settings what the parameters say now, where they say something else than before. All others
   * stay: the parameters may not have them yet, or cannot have them.
   */
  restore(): void {
    const before = this.#followed;
    const parameters = this.#parameters();
    if (!before || parameters.toString() === before.toString()) return;
    this.#followed = parameters;
    if (this.#kept) this.#kept = updated(this.#kept, before, parameters);
    this.ignored = [
      ...[...this.#registered].flatMap(({ restore }) => restore(parameters, before)),
      ...[...this.#checks].flatMap((check) => check(parameters)),
    ];
    for (const restored of [...this.#restored]) restored();
  }

  /** Calls back whenever the parameters have changed. Returns how to stop that. */
  whenRestored(restored: () => void): () => void {
    this.#restored.add(restored);
    return () => this.#restored.delete(restored);
  }

  save(parameters: URLSearchParams): void {
    for (const { save } of this.#registered) save(parameters);
  }

  /** To be called when the parameters have become what was saved. */
  saved(): void {
    this.#followed = this.#parameters();
  }
}

const address = new SettingsSource(() => new URLSearchParams(location.search), saveSoon);
const key = Symbol("settings");

/** For the setup of what is no page of its own: settings do not come from the address. */
export const provideSettings = (source: SettingsSource) => setContext(key, source);

/** For a component's setup: where its settings are. */
export const settingsSource = () => getContext<SettingsSource | undefined>(key) ?? address;

/**
 * A figure's settings, which the page's address has, too: they start with what it says, and follow
 * it when the reader goes back. For a component's setup.
 */
export const settingsOf = <Values extends object>(figure: string, fields: Fields<Values>): Values =>
  settingsSource().settingsOf(figure, fields);

/** The address of the page as it is now. */
export function addressNow(): URL {
  const now = new URL(location.href);
  const parameters = new URLSearchParams(now.search);
  address.save(parameters);
  now.search = query(parameters);
  return now;
}

/** For a component's setup: whether its settings are in the page's address, and a link has them. */
export const hasAddress = () => settingsSource() === address;

// A dragged slider is one step back, not a hundred.
const rest = 400;
let timer: ReturnType<typeof setTimeout> | undefined;

function saveSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const now = addressNow();
    if (query(new URLSearchParams(location.search)) === now.search) return;
    // The Back button of a page that shows this one in a frame is that page's own.
    const isFramed = window.parent !== window;
    try {
      if (isFramed) history.replaceState(null, "", now);
      else history.pushState(null, "", now);
      address.saved();
    } catch {
      // A page without an address of its own, such as one in a srcdoc frame: sharing still works.
    }
  }, rest);
}

// Links within the page come here, too: they change the address, but no setting.
globalThis.window?.addEventListener?.("popstate", () => address.restore());
