import "../styles/tokens.css";
import "../styles/base.css";
import { mount, unmount } from "svelte";
import App from "../App.svelte";
import { type Dropout, load, type LoadOptions } from "../dropout";
import { embedding, type Embedding } from "../sharing/embedding";
import { text } from "../text";
import Embedded from "./Embedded.svelte";
import { figures, isFigure } from "./figures";

declare global {
  interface Window {
    /** The lesson's API, for scripting it from the console. */
    dropout: Dropout;
  }
}

const target = document.querySelector("#app")!;

function say(words: string) {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = words;
  target.replaceChildren(message);
}

async function openFigure(core: Promise<Dropout>, alone: Embedding) {
  if (!isFigure(alone.figure)) {
    say(text.page.noFigure(alone.figure.slice(0, 40), Object.keys(figures).join(", ")));
    return;
  }
  const [dropout, { default: Figure }] = await Promise.all([core, figures[alone.figure]()]);
  target.replaceChildren();
  mount(Embedded, { target, props: { dropout, embedding: alone, Figure } });
}

async function openOpening(core: Promise<Dropout>) {
  target.replaceChildren();
  const opening = mount(App, { target });
  try {
    opening.open(await core);
  } catch (error) {
    await unmount(opening);
    throw error;
  }
  return opening;
}

/**
 * Opens the lesson, or the figure that the address asks for, or says what is in the way. Resolves
 * when all of it is there.
 */
export async function openLesson(options?: LoadOptions | Promise<LoadOptions>): Promise<void> {
  const alone = embedding(new URLSearchParams(location.search));
  const core = Promise.resolve(options).then(async (options) => {
    window.dropout = await load(options);
    return window.dropout;
  });
  let opening: Awaited<ReturnType<typeof openOpening>> | undefined;
  try {
    if (alone) await openFigure(core, alone);
    else opening = await openOpening(core);
  } catch (error) {
    say(text.page.noStart(error instanceof Error ? error.message : String(error)));
  }
  await opening?.showSections();
}
