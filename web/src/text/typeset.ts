/** Plain text, with the index of each p_drop or p_keep in it at every odd place. */
export const atProbabilities = (plain: string): string[] => plain.split(/\bp_(drop|keep)\b/);

/** The same as HTML: an italic p with its index. */
export const typeset = (plain: string): string =>
  atProbabilities(plain)
    .map((part, i) => (i % 2 ? `<i>p</i><sub>${part}</sub>` : part))
    .join("");
