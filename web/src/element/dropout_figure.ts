/**
 * `<dropout-figure figure="layer" p-drop="0.2" seed="7">`: one of the lesson's figures, for any page
 * that loads this module.
 */
import "../ui/styles/tokens.css";
import "../ui/styles/base.css";
import "../ui/styles/forced_colors.css";
import "../ui/styles/print.css";
import mathFont from "../ui/styles/fonts/latin-modern-math-subset.woff2?url";
import textFont from "../ui/styles/fonts/inter-subset.woff2?url";
import { mount, unmount } from "svelte";
import { isMissingPart, wordsOf } from "../api/core/start_error";
import { load } from "../api/dropout";
import { translateErrors } from "../api/core/translated";
import { figureNames, isFigure } from "../figures/names";
import { figureOf } from "./figures";
import { SettingsSource } from "../state/settings.svelte";
import { text } from "../text";
import AttributedFigure from "./AttributedFigure.svelte";
import { embeddingOf, isEveryElements, parametersOf } from "./attributes";
import { addStyles } from "./styles";

/**
 * A style sheet's fonts count in a document only, and not in the shadow of an element. Imitations of a
 * browser, such as jsdom, have no fonts.
 */
function addFonts() {
  if (!document.fonts || !globalThis.FontFace) return;
  document.fonts.add(new FontFace("Inter Variable", `url("${textFont}")`, { weight: "400 750" }));
  document.fonts.add(new FontFace("Latin Modern Math", `url("${mathFont}")`));
}

translateErrors(text.errors);

/** Where pages are made without a browser, importing this module does nothing. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * Attributes: `figure`, one of the names that the lesson's addresses have; `controls="off"`,
 * `caption="off"`; `theme`, "light" or "dark", else the system's; `convention`, "paper" for the
 * paper's p in all figures of the page, else "p_drop"; and the figure's settings, as addresses have
 * them (p-drop for pDrop). All may be changed at any time. Whatever is wrong with a setting is said
 * above the figure.
 */
export class DropoutFigure extends Base {
  readonly #shadow = this.attachShadow({ mode: "open" });
  readonly #target = document.createElement("div");
  readonly #styled: Promise<unknown>;
  /** The figure's name, and its settings: they outlast a removal from the page. */
  #name: string | undefined;
  #source: SettingsSource | undefined;
  /** While it is shown, or what is wrong with its settings. */
  #figure: object | undefined;
  /** The newest request to show it. */
  #asked: object | undefined;

  constructor() {
    super();
    this.#styled = addStyles(this.#shadow);
    this.#target.className = "alone";
    this.#shadow.append(this.#target);
    new MutationObserver(() => this.#follow()).observe(this, { attributes: true });
  }

  connectedCallback() {
    this.#follow();
  }

  disconnectedCallback() {
    // An element that is moved comes back at once, and then goes on as it is.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#asked = undefined;
      if (this.#figure) this.#source?.keep();
      this.#clear();
    });
  }

  /** What the attributes ask for now. */
  #follow() {
    if (!this.isConnected) return;
    const name = this.getAttribute("figure") ?? "";
    if (this.#figure && name === this.#name) this.#source!.restore();
    else void this.#show(name);
  }

  async #show(name: string) {
    const asked = (this.#asked = {});
    if (name !== this.#name || !this.#source) {
      this.#name = name;
      this.#source = new SettingsSource(
        () => parametersOf(this),
        () => {},
        isEveryElements,
      );
    }
    const source = this.#source;
    try {
      if (!isFigure(name)) {
        return this.#say(text.page.noFigure(name.slice(0, 40), figureNames.join(", ")));
      }
      const [dropout] = await Promise.all([load(), this.#styled]);
      if (this.#asked !== asked) return; // Removed meanwhile, or to show another figure.
      this.#clear();
      const props = { dropout, embedding: embeddingOf(this), source, Figure: figureOf(name) };
      this.#figure = mount(AttributedFigure, { target: this.#target, props });
    } catch (error) {
      if (this.#asked !== asked) return;
      this.#say(
        isMissingPart(error) ? text.page.incompleteFigure : text.page.startError(wordsOf(error)),
      );
    }
  }

  #clear() {
    if (this.#figure) void unmount(this.#figure);
    this.#figure = undefined;
    this.#target.replaceChildren();
  }

  #say(words: string) {
    // Said again, it would be read out again.
    if (!this.#figure && this.#target.textContent === words) return;
    const message = document.createElement("p");
    message.setAttribute("role", "alert");
    message.textContent = words;
    this.#clear();
    this.#target.append(message);
  }
}

if (globalThis.customElements) {
  addFonts();
  if (!customElements.get("dropout-figure")) customElements.define("dropout-figure", DropoutFigure);
}

declare global {
  interface HTMLElementTagNameMap {
    "dropout-figure": DropoutFigure;
  }
}
