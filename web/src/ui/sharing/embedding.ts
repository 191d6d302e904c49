import { repeated, unknownFigures, type Ignored } from "../../state/address";

/** How one figure stands in somebody else's page. */
export interface Embedding {
  figure: string;
  showsControls: boolean;
  showsCaption: boolean;
  theme: "system" | "light" | "dark";
}

/** Each value that the page's parameters may have, where a figure stands alone; and elsewhere. */
const allowed: Record<string, readonly string[]> = {
  controls: ["0", "1"],
  caption: ["0", "1"],
  theme: ["system", "light", "dark"],
};
const none: typeof allowed = { controls: [], caption: [], theme: [] };

/**
 * Which of these have a value that is not among those allowed, and of the page's parameters, which
 * are for a figure alone where there is none.
 */
export function invalidOptions(
  parameters: URLSearchParams,
  allowedValues: Record<string, readonly string[]> = parameters.has("figure") ? allowed : none,
): Ignored[] {
  return Object.entries(allowedValues).flatMap(([name, values]) => {
    const text = parameters.get(name);
    return text === null || values.includes(text) ? [] : [{ name, text }];
  });
}

/** What an address has that means nothing, of all that figures do not look at themselves. */
export function meaningless(
  settingsNamespaces: readonly string[],
  parameters: URLSearchParams,
): Ignored[] {
  const isOurs = (name: string) =>
    name === "figure" ||
    Object.hasOwn(allowed, name) ||
    settingsNamespaces.includes(name.split(".")[0]!);
  return [
    ...unknownFigures(settingsNamespaces, parameters),
    ...invalidOptions(parameters),
    ...repeated(isOurs, parameters),
  ];
}

export function embedding(parameters: URLSearchParams): Embedding | undefined {
  const figure = parameters.get("figure");
  if (figure === null) return undefined;
  const theme = parameters.get("theme");
  return {
    figure,
    showsControls: parameters.get("controls") !== "0",
    showsCaption: parameters.get("caption") !== "0",
    theme: theme === "light" || theme === "dark" ? theme : "system",
  };
}
