import { figureNames } from "../figures/names";

/** What the names of settings in addresses begin with. */
export const settingsNamespaces: readonly string[] = [...figureNames, "page"];
