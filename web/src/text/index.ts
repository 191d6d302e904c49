import { en } from "./en";

/** Every sentence of the page. Another language is another folder beside en/, of the same shape. */
export type Text = typeof en;

export const text: Text = en;
