import { controlsOf } from "../../state/controls";
import type { Fields } from "../../state/fields";
import { labelOf } from "../../ui/controls/label";

export interface FieldErrors {
  /** For the control at each place, its message. */
  of: Record<string, string>;
  /** An error that belongs to no single control. */
  other: string;
}

/** "inputs" begins "inputs[0]", but "learning_rate" does not begin "learning_rate_decay". */
const isOrBegins = (field: string, name: string) =>
  name.startsWith(field) && !/^\w/.test(name.slice(field.length));

/**
 * Sorts the core's error to the control that it belongs beside, and puts the control's label where
 * the core has the field's name.
 */
export function fieldErrors<Values>(
  error: (Error & { field?: string }) | undefined,
  fields: Fields<Values>,
): FieldErrors {
  const owner = controlsOf(fields).find(
    ({ control: { field } }) => field !== undefined && isOrBegins(field, error?.field ?? ""),
  );
  if (!error || !owner) return { of: {}, other: error?.message ?? "" };
  const message = labelOf(owner.control) + error.message.slice(owner.control.field!.length);
  return { of: { [owner.place]: message }, other: "" };
}
