/** A number that is dragged, or moved by keys. */
export interface Draggable {
  value: number;
  min: number;
  max: number;
  step: number;
}

/** Free of the digits that are float64's alone: 0.3, not 0.30000000000000004. */
export function onGrid(value: number, { min, max, step }: Draggable): number {
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
