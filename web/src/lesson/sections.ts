import type { Component } from "svelte";
import type { Dropout } from "../api/dropout";
import { componentName } from "../figures/names";
import { sectionNames } from "./chapters";

/** Each comes with its own code. */
const files = import.meta.glob<{ default: Component<{ dropout: Dropout }> }>("./*Section.svelte");

/** The sections after the opening, in order. */
export const sections = sectionNames
  .filter((name) => name !== "hook")
  .map((name) => ({ name, load: files[`./${componentName(name)}Section.svelte`]! }));
