let inWords = (message: string): string => message;

/** From now on, `words` makes the messages of errors from the core's own. */
export function translateErrors(words: (message: string) => string): void {
  inWords = words;
}

export const translated = <E extends Error>(error: E): E =>
  Object.assign(error, { message: inWords(error.message) });
