/** Settings as text, to compare them by: JSON, and BigInts, which JSON does not have. */
export const keyOf = (settings: object): string =>
  JSON.stringify(settings, (_, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
