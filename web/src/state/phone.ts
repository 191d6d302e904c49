import { MediaQuery } from "svelte/reactivity";

/** Made when it is first asked for: where there is no browser, this is imported, too. */
let narrow: MediaQuery | undefined;

/** Whether the window is as narrow as a phone, where a figure's picture stays while it is used. */
export const isPhone = (): boolean => (narrow ??= new MediaQuery("max-width: 40rem")).current;
