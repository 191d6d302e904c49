/**
 * An attachment: where the control that has the focus goes, its successor in the same place gets it,
 * or the place itself. Left to the browser, the focus would fall to the start of the page.
 */
export function keepsFocus(place: HTMLElement) {
  let focused: HTMLElement | undefined;
  const remember = ({ target }: FocusEvent) => (focused = target as HTMLElement);
  const forget = async ({ target }: FocusEvent) => {
    await Promise.resolve(); // What is being removed says that it loses the focus, too.
    if ((target as HTMLElement).isConnected && focused === target) focused = undefined;
  };
  const observer = new MutationObserver(() => {
    if (!focused || focused.isConnected) return;
    focused = undefined;
    const root = place.getRootNode() as Document | ShadowRoot;
    if (root.activeElement && root.activeElement !== document.body) return;
    (place.querySelector("button") ?? place).focus({ preventScroll: true });
  });
  place.tabIndex = -1;
  place.addEventListener("focusin", remember);
  place.addEventListener("focusout", forget);
  observer.observe(place, { childList: true, subtree: true });
  return () => observer.disconnect();
}
