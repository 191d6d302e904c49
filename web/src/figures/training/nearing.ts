/** An attachment: calls back once, when what it is on comes within `margin` of what can be seen. */
export function whenNear(margin: string, call: () => void) {
  return (element: Element) => {
    if (!globalThis.IntersectionObserver) return call();
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.at(-1)!.isIntersecting) return;
        observer.disconnect();
        call();
      },
      { rootMargin: margin },
    );
    observer.observe(element);
    return () => observer.disconnect();
  };
}
