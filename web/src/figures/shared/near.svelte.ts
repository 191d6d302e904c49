/**
 * Whether an element has come near what the reader sees: what takes long starts then, and is ready
 * when it is seen. For a component's setup; `watch` is an attachment for the element.
 */
export function near() {
  let isNear = $state(!globalThis.IntersectionObserver);
  return {
    get isNear() {
      return isNear;
    },
    watch(element: Element) {
      if (isNear) return;
      const observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
          isNear = true;
          observer.disconnect();
        },
        { rootMargin: "75%" },
      );
      observer.observe(element);
      return () => observer.disconnect();
    },
  };
}
