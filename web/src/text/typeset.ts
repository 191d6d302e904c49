/** Names of probabilities in plain text, as HTML: an italic p with an index. */
export const typeset = (plain: string): string =>
  plain.replace(/\bp_(drop|keep)\b/g, "<i>p</i><sub>$1</sub>");
