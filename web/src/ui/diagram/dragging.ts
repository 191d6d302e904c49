/** A number that is dragged, or moved by arrow keys. */
export interface Draggable {
  value: number;
  min: number;
  max: number;
  step: number;
}

/** Free of the digits that are float64's alone: 0.3, not 0.30000000000000004. */
function onGrid(value: number, { min, max, step }: Draggable): number {
  const steps = Math.round(Math.max(min, Math.min(max, value)) / step);
  return Number((steps * step).toPrecision(12));
}

const stepsOf: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/** The value after a key, as sliders have it; undefined where the key is not for sliders. */
export function afterKey(key: string, number: Draggable): number | undefined {
  if (key === "Home") return number.min;
  if (key === "End") return number.max;
  const steps = stepsOf[key];
  return steps && onGrid(number.value + steps * number.step, number);
}

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
