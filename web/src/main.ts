import "./styles/tokens.css";
import "./styles/base.css";
import { mount } from "svelte";
import App from "./App.svelte";
import type { Dropout } from "./dropout";
import { load } from "./dropout";

declare global {
  interface Window {
    /** The lesson's API, for scripting it from the console. */
    dropout: Dropout;
  }
}

const target = document.querySelector("#app")!;
try {
  const dropout = await load();
  window.dropout = dropout;
  target.replaceChildren();
  mount(App, { target, props: { dropout } });
} catch (error) {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = `The lesson could not start: ${error instanceof Error ? error.message : error}. It needs a browser with WebAssembly (Chrome 95, Firefox 100, Safari 15.2 or newer).`;
  target.replaceChildren(message);
}
