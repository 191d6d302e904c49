/** Moments at which the browser is free. */

/** Waits for the browser to show what is there. Behind another tab it shows nothing. */
export const painted = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });

/** Waits until the page is loaded and the browser has nothing better to do. */
export async function idle(): Promise<void> {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  }
  // Not in Safari.
  const request = window.requestIdleCallback ?? setTimeout;
  await new Promise<void>((resolve) => request(() => resolve()));
}
