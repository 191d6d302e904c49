type Theme = "system" | "light" | "dark";

/** Several sites may share an origin, and so its storage: the key has this one's path. */
export const themeKey = (page: string): string => `lesson of ${new URL(".", page).href}, theme`;

function remembered(): Theme {
  try {
    const theme = localStorage.getItem(themeKey(location.href));
    return theme === "light" || theme === "dark" ? theme : "system";
  } catch {
    return "system"; // Storage can be blocked; the choice then lasts until the page is left.
  }
}

/** For the page's setup: the theme, remembered unless it is given. */
export function themeOf(given: Theme | undefined) {
  let theme = $state(given ?? remembered());
  $effect(() => {
    document.documentElement.dataset.theme = theme;
    if (given) return;
    try {
      localStorage.setItem(themeKey(location.href), theme);
    } catch {
      // As above.
    }
  });
  return {
    get value() {
      return theme;
    },
    set value(chosen) {
      theme = chosen;
    },
  };
}
