import { mount } from "svelte";
import type { Dropout } from "../api/dropout";
import { loadFigure } from "../figures/figures";
import { figureNames, isFigure } from "../figures/names";
import type { Embedding } from "../ui/sharing/embedding";
import { text } from "../text";
import Embedded from "./Embedded.svelte";
import { say } from "./say";

/** Opens one figure, or says that there is none of that name. */
export async function openFigure(load: () => Promise<Dropout>, alone: Embedding, target: Element) {
  if (!isFigure(alone.figure)) {
    say(text.page.noFigure(alone.figure.slice(0, 40), figureNames.join(", ")), target);
    return;
  }
  const [dropout, Figure] = await Promise.all([load(), loadFigure(alone.figure)]);
  target.replaceChildren();
  mount(Embedded, { target, props: { dropout, embedding: alone, Figure } });
}
