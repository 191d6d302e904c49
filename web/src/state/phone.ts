import { MediaQuery } from "svelte/reactivity";

const narrow = new MediaQuery("max-width: 40rem");

/** Whether the window is as narrow as a phone, where a figure's picture stays while it is used. */
export const isPhone = (): boolean => narrow.current;
