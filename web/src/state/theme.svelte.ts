import { store, stored } from "./storage";

export const themes = ["system", "light", "dark"] as const;

type Theme = (typeof themes)[number];

const key = "theme";

const remembered = (): Theme => themes.find((theme) => theme === stored(key)) ?? "system";

/** For the page's setup: the theme, remembered unless it is given. */
export function themeOf(given: Theme | undefined) {
  let theme = $state(given ?? remembered());
  $effect(() => {
    document.documentElement.dataset.theme = theme;
    if (!given) store(key, theme);
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
