import { createSubscriber } from "svelte/reactivity";
import type { Embedding } from "../ui/sharing/embedding";

/** The attributes that are no settings of the figure's. */
const own = ["figure", "controls", "caption", "theme", "convention"];
/** What starts with _ or has a colon is a framework's. */
const everyElements = new RegExp(
  "^(accesskey|autofocus|class|contenteditable|dir|draggable|enterkeyhint|exportparts|hidden|id|inert|" +
    "inputmode|is|item.*|lang|nonce|part|popover|role|slot|spellcheck|style|tabindex|title|translate|" +
    "xmlns|(aria|data|on|_).*|.*:.*)$",
);

/** Whether any element may have it, unless the figure has a setting of that name. */
export const isEveryElements = (setting: string) => everyElements.test(setting);

/** HTML knows no capitals in attributes: p-drop stands for pDrop. */
const settingName = (attribute: string) =>
  attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What the attributes say: whoever shows it follows them. */
export function embeddingOf(element: Element): Embedding {
  const follow = createSubscriber((update) => {
    const observer = new MutationObserver(update);
    observer.observe(element, { attributeFilter: ["controls", "caption"] });
    return () => observer.disconnect();
  });
  const isOn = (attribute: string) => {
    follow();
    return element.getAttribute(attribute) !== "off";
  };
  return {
    figure: element.getAttribute("figure") ?? "",
    get showsControls() {
      return isOn("controls");
    },
    get showsCaption() {
      return isOn("caption");
    },
    theme: "system", // Its style sheet looks at the attribute.
  };
}

/** What those attributes may be; without a value, an attribute is on. */
export const allowed = {
  controls: ["", "on", "off"],
  caption: ["", "on", "off"],
  theme: ["", "system", "light", "dark"],
};

/** The same settings as an address would have them. */
export function parametersOf(element: Element): URLSearchParams {
  const parameters = new URLSearchParams();
  const figure = element.getAttribute("figure");
  for (const { name, value } of element.attributes) {
    if (name === "convention") parameters.set("page.convention", value);
    if (own.includes(name)) {
      parameters.set(name, value);
      continue;
    }
    parameters.set(`${figure}.${settingName(name)}`, value);
  }
  return parameters;
}
