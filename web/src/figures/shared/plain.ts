/** HTML of the page's own sentences as text, for screen readers. */
export const plain = (html: string): string =>
  html.replace(/<[^>]*>/g, "").replace(/&(?:nbsp|thinsp);/g, " ");
