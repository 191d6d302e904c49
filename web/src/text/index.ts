/**
 * The page's own sentences; what is wrong with a value, the core says. Another language is another
 * folder beside en/, of the same shape.
 * As a namespace, not an object: each part of the page then comes with its own sentences only.
 */
export * as text from "./en";
