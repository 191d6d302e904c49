import { MediaQuery } from "svelte/reactivity";

/** Made when it is first asked for: this is also imported where there is no browser. */
let narrow: MediaQuery | undefined;

/** Whether the window is as narrow as a phone, where a figure's picture stays while it is used. */
export const isPhone = (): boolean => (narrow ??= new MediaQuery("max-width: 40rem")).current;
