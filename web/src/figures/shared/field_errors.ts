export interface FieldErrors<Field extends string> {
  /** For the control of each field: its message, or nothing. */
  of: Record<Field, string>;
  /** An error that belongs to no single control. */
  other: string;
}

/**
 * Sorts the core's error to the control that it belongs beside, and puts the control's label where
 * the core has the field's name. `labels` has the fields with the labels of their controls.
 */
export function fieldErrors<Field extends string>(
  error: (Error & { field?: string }) | undefined,
  labels: Record<Field, string>,
): FieldErrors<Field> {
  const fields = Object.keys(labels) as Field[];
  const owner = fields.find((field) => error?.field?.startsWith(field));
  const of = Object.fromEntries(fields.map((field) => [field, ""])) as Record<Field, string>;
  if (error && owner !== undefined) {
    of[owner] = labels[owner] + error.message.slice(error.field!.length);
  }
  return { of, other: error && owner === undefined ? error.message : "" };
}
