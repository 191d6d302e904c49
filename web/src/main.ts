import "./styles/tokens.css";
import "./styles/base.css";
import { mount } from "svelte";
import App from "./App.svelte";
import type { Dropout } from "./dropout";
import { load } from "./dropout";
import Embedded from "./lesson/Embedded.svelte";
import { figures } from "./lesson/figures";
import { embedding } from "./sharing/embedding";
import { text } from "./text";

declare global {
  interface Window {
    /** The lesson's API, for scripting it from the console. */
    dropout: Dropout;
  }
}

function say(words: string) {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = words;
  target.replaceChildren(message);
}

const target = document.querySelector("#app")!;
try {
  const dropout = await load();
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
