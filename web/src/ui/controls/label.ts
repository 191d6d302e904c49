import type { Control } from "../../state/fields";
import { text } from "../../text";

/** What its control is called, and its value in errors. */
export function labelOf(control: Control): string {
  if (control.as === "p_drop") return text.controls.pDrop + (control.of ? `, ${control.of}` : "");
  return typeof control.label === "string" ? control.label : control.label();
}
