/** Settings as text, only to compare them by: JSON, and numbers that JSON does not have. */
export const keyOf = (settings: object): string =>
  JSON.stringify(settings, (_, value: unknown) =>
    typeof value === "bigint" || typeof value === "number" ? `${typeof value} ${value}` : value,
  );
