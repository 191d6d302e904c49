import "../ui/styles/tokens.css";
import "../ui/styles/base.css";
import "../ui/styles/forced_colors.css";
import "../ui/styles/print.css";
import { mount, unmount } from "svelte";
import App from "./App.svelte";
import { isMissingPart, wordsOf } from "../api/core/start_error";
import { type Dropout, load } from "../api/dropout";
import { translateErrors } from "../api/core/translated";
import { yieldToMain } from "../api/pool/yield_to_main";
import { isUnmetered } from "../state/connection";
import UpdateNote from "../offline/UpdateNote.svelte";
import { noticeMissingPart, updates } from "../offline/updates.svelte";
import { embedding } from "../ui/sharing/embedding";
import { text } from "../text";
import { firstInteraction } from "./first_interaction";
import { idle, painted } from "./idle";
import { say } from "./say";

declare global {
  interface Window {
    /** The lesson's API, for scripting it from the console. */
    dropout: Dropout;
  }
}

const target = document.querySelector("#app")!;

function sayNoStart(error: unknown) {
  if (isMissingPart(error)) noticeMissingPart();
  if (!updates.isIncomplete) return say(text.page.startError(wordsOf(error)), target);
  target.replaceChildren();
  mount(UpdateNote, { target });
}

async function openOpening(load: () => Promise<Dropout>) {
  const interaction = firstInteraction();
  // Slow phones were busy with the script until now.
  await yieldToMain();
  target.replaceChildren();
  const opening = mount(App, { target, props: { interaction } });
  try {
    // The words first: the core comes over the same line, and keeps the same processor busy.
    await painted();
    const core = await load();
    await yieldToMain();
    opening.open(core);
  } catch (error) {
    await unmount(opening);
    throw error;
  }
  return opening;
}

/**
 * Opens the lesson, or the figure that the address asks for, or says what is in the way. Resolves
 * when the opening is there; `whole` resolves when everything is.
 */
export async function openLesson(): Promise<{ whole: Promise<void> }> {
  const alone = embedding(new URLSearchParams(location.search));
  translateErrors(text.errors);
  const loadCore = async () => (window.dropout = await load());
  let opening: Awaited<ReturnType<typeof openOpening>> | undefined;
  try {
    // Most readers open the lesson: the code for the others is not theirs to wait for.
    if (alone) await (await import("./alone")).openFigure(loadCore, alone, target);
    else opening = await openOpening(loadCore);
  } catch (error) {
    sayNoStart(error);
  }
  if (opening && isUnmetered()) void idle().then(opening.fetchSections);
  return { whole: opening?.showSections() ?? Promise.resolve() };
}
