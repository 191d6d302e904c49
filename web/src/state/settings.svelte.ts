import { untrack } from "svelte";
import { query, read, write, type Read } from "./address";
import type { Fields } from "./fields";

interface Registered {
  restore: (parameters: URLSearchParams) => Read<object>["ignored"];
  save: (parameters: URLSearchParams) => void;
}

const registered = new Set<Registered>();
let ignored = $state.raw<Read<object>["ignored"]>([]);

/** What the address asked for in vain. */
export const ignoredParameters = () => ignored;

/**
 * A figure's settings, which the page's address has, too: they start with what it says, and follow
 * it when the reader goes back. For a component's setup.
 */
export function settingsOf<Values extends object>(figure: string, fields: Fields<Values>): Values {
  const atStart = read(figure, fields, new URLSearchParams(location.search));
  const values = $state(atStart.values);
  ignored = [...untrack(() => ignored), ...atStart.ignored];
  const entry: Registered = {
    restore(parameters) {
      const restored = read(figure, fields, parameters);
      Object.assign(values, restored.values);
      return restored.ignored;
    },
    save: (parameters) => write(figure, fields, $state.snapshot(values) as Values, parameters),
  };
  $effect(() => {
    registered.add(entry);
    return () => registered.delete(entry);
  });
  let isAtStart = true;
  $effect(() => {
    entry.save(new URLSearchParams()); // reads every setting, and so runs again when one changes
    if (!isAtStart) saveSoon();
    isAtStart = false;
  });
  return values;
}

/** The address of the page as it is now. */
export function addressNow(): URL {
  const address = new URL(location.href);
  const parameters = new URLSearchParams(address.search);
  for (const { save } of registered) save(parameters);
  address.search = query(parameters);
  return address;
}

// A dragged slider is one step back, not a hundred.
const rest = 400;
let timer: ReturnType<typeof setTimeout> | undefined;

function saveSoon() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const address = addressNow();
    if (query(new URLSearchParams(location.search)) === address.search) return;
    try {
      history.pushState(null, "", address);
    } catch {
      // A page without an address of its own, such as one in a srcdoc frame: sharing still works.
    }
  }, rest);
}

globalThis.addEventListener?.("popstate", () => {
  clearTimeout(timer);
  const parameters = new URLSearchParams(location.search);
  ignored = [...registered].flatMap(({ restore }) => restore(parameters));
});
