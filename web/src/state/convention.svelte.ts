import { onDestroy, untrack } from "svelte";
import { settingsOf } from "./settings.svelte";
import { choice } from "./fields";

/**
 * Which probability sliders and formulas speak of: p_drop, of dropping a unit, as PyTorch and Keras
 * do; or the paper's p, of keeping it.
 */
export type Convention = "p_drop" | "paper";

/** The page's own, or those of all elements in it. */
let conventions = $state.raw<{ convention: Convention }[]>([]);

/** For the page's own setup, before any figure's. */
export function shareConvention(): { convention: Convention } {
  const own = settingsOf("page", { convention: choice<Convention>("p_drop", ["p_drop", "paper"]) });
  conventions = [...untrack(() => conventions), own];
  onDestroy(() => (conventions = conventions.filter((one) => one !== own)));
  return own;
}

/** One for all figures: the paper's where any of them is to have it. */
export const convention = (): Convention =>
  conventions.some(({ convention }) => convention === "paper") ? "paper" : "p_drop";

/** 1 - p without the digits that are float64's alone: 0.8 for 0.2, not 0.8 minus 5e-17. */
export const complement = (p: number): number => Number((1 - p).toPrecision(15));
