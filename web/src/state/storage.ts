/** What the browser keeps of this site. Several sites may share an origin: keys have this one's path. */

export const storageKey = (page: string, name: string): string =>
  `lesson of ${new URL(".", page).href}, ${name}`;

export function stored(name: string): string | null {
  try {
    return localStorage.getItem(storageKey(location.href, name));
  } catch {
    return null; // Storage can be blocked.
  }
}

export function store(name: string, value: string): void {
  try {
    localStorage.setItem(storageKey(location.href, name), value);
  } catch {
    // What is stored then lasts until the page is left.
  }
}
