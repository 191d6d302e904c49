/**
 * `<dropout-figure figure="layer" p-drop="0.2" seed="7">`: one of the lesson's figures, for any page
 * that loads this module.
 */
import "../styles/tokens.css";
import "../styles/base.css";
import mathFont from "../styles/fonts/latin-modern-math-subset.woff2?url";
import textFont from "../styles/fonts/inter-subset.woff2?url";
import { mount, unmount } from "svelte";
import { isMissingPart, wordsOf } from "../core/no_start";
import { load } from "../dropout";
import { figures, isFigure } from "./figures";
import { SettingsHome } from "../state/settings.svelte";
import { text } from "../text";
import AttributedFigure from "./AttributedFigure.svelte";
import { embeddingOf, isEveryElements, parametersOf } from "./attributes";
import { addStyles } from "./styles";

/** A style sheet's fonts count in a document only, and not in the shadow of an element. */
function addFonts() {
  document.fonts.add(new FontFace("Inter Variable", `url("${textFont}")`, { weight: "400 750" }));
  document.fonts.add(new FontFace("Latin Modern Math", `url("${mathFont}")`));
}

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
  readonly #attributes = new MutationObserver((changes) => this.#follow(changes));
  readonly #styled: Promise<unknown>;
  #home: SettingsHome | undefined;
  #figure: object | undefined;

  constructor() {
    super();
    this.#styled = addStyles(this.#shadow);
    this.#target.className = "alone";
    this.#shadow.append(this.#target);
  }

  connectedCallback() {
    this.#attributes.observe(this, { attributes: true });
    void this.#show();
  }

  disconnectedCallback() {
    this.#attributes.disconnect();
    this.#home = undefined;
    this.#clear();
  }

  async #show() {
    const home = new SettingsHome(
      () => parametersOf(this),
      () => {},
      isEveryElements,
    );
    this.#home = home;
    try {
      const embedding = embeddingOf(this);
      const { figure } = embedding;
      if (!isFigure(figure)) {
        this.#clear();
        const names = Object.keys(figures).join(", ");
        return this.#say(text.page.noFigure(figure.slice(0, 40), names));
      }
      const [dropout, { default: Figure }] = await Promise.all([
        load(),
        figures[figure](),
        this.#styled,
      ]);
      if (this.#home !== home) return; // Removed meanwhile, or to show another figure.
      this.#clear();
      const props = { dropout, embedding, home, Figure };
      this.#figure = mount(AttributedFigure, { target: this.#target, props });
    } catch (error) {
      this.#say(
        isMissingPart(error) ? text.page.incompleteFigure : text.page.noStart(wordsOf(error)),
      );
    }
  }

  #follow(changes: MutationRecord[]) {
    if (changes.some(({ attributeName }) => attributeName === "figure")) void this.#show();
    else this.#home?.restore();
  }

  #clear() {
    if (this.#figure) void unmount(this.#figure);
    this.#figure = undefined;
    this.#target.replaceChildren();
  }

  #say(words: string) {
    const message = document.createElement("p");
    message.setAttribute("role", "alert");
    message.textContent = words;
    this.#target.replaceChildren(message);
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
