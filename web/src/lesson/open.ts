import "../styles/tokens.css";
import "../styles/base.css";
import { mount } from "svelte";
import App from "../App.svelte";
import { type Dropout, load, type LoadOptions } from "../dropout";
import { embedding } from "../sharing/embedding";
import { text } from "../text";
import Embedded from "./Embedded.svelte";
import { figures } from "./figures";

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

/** Opens the lesson, or the figure that the address asks for, or says what is in the way. */
export async function openLesson(options?: LoadOptions): Promise<void> {
  try {
    const dropout = await load(options);
    window.dropout = dropout;
    target.replaceChildren();
    const alone = embedding(new URLSearchParams(location.search));
    if (!alone) {
      mount(App, { target, props: { dropout } });
    } else if (Object.hasOwn(figures, alone.figure)) {
      mount(Embedded, { target, props: { dropout, embedding: alone } });
    } else {
      say(text.page.noFigure(alone.figure.slice(0, 40), Object.keys(figures).join(", ")));
    }
  } catch (error) {
    say(text.page.noStart(error instanceof Error ? error.message : String(error)));
  }
}
