import { onGrid, type Draggable } from "./steps";

/**
 * An attachment: dragging sideways sets a number, one step for each `pixelsPerStep`. The element
 * needs `touch-action: pan-y`: a finger that goes up or down then scrolls the page, and what it set
 * before is taken back.
 */
export const draggedSideways =
  (read: () => Draggable, set: (value: number) => void, pixelsPerStep = 6) =>
  (element: Element) => {
    let from: { x: number; number: Draggable } | undefined;
    const on = (name: string, listener: (event: PointerEvent) => void) =>
      element.addEventListener(name, listener as EventListener);
    on("pointerdown", (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      from = { x: event.clientX, number: read() };
      element.setPointerCapture(event.pointerId);
    });
    on("pointermove", (event) => {
      if (!from) return;
      const { x, number } = from;
      const steps = Math.round((event.clientX - x) / pixelsPerStep);
      // A press alone must not round a number that was typed into a link.
      if (steps !== 0) set(onGrid(number.value + steps * number.step, number));
    });
    on("pointerup", () => (from = undefined));
    on("pointercancel", () => {
      if (from) set(from.number.value);
      from = undefined;
    });
  };
