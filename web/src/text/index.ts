/**
 * The page's own sentences, in the language that this line names: a folder beside en/, of the same
 * shape. One that is not finished begins with `export * from "../en"`.
 * As a namespace, not an object: each part of the page then comes with its own sentences only.
 */
export * as text from "./en";
