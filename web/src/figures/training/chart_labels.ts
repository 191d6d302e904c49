import type { Scale } from "../../ui/chart/scale";
import { percent } from "../../text/format";
import { text } from "../../text";
import type { Point, Trained } from "../networks/trained";
import { curvesOf, valueAt, wrongShare, type Curve, type Measure } from "./curves";
import { spread } from "./labels";
import { measured } from "./measured";

export interface ChartLabel {
  /** Undefined for the line of the wrong labels. */
  curve: Curve | undefined;
  value: string;
  name: string;
  /** Where it stands, and the height of what it names: NaN where a curve has stopped before. */
  y: number;
  at: number;
}

interface Labelled {
  trained: Trained;
  point: Point;
  measure: Measure;
  y: Scale;
  isShort: boolean;
  /** From label to label, in pixels. */
  gap: number;
}

/** What stands beside the chart: each curve's value at a point, none on another. */
export function labelsOf({ trained, point, measure, y, isShort, gap }: Labelled): ChartLabel[] {
  const words = text.training.chart;
  const [bottom, top] = y.range();
  const curves = curvesOf(trained, measure).map((curve): ChartLabel => {
    const value = valueAt(point, curve, measure);
    const at = Number.isFinite(value) ? Math.max(top, Math.min(bottom, y(value))) : top;
    const hasStopped = point.states[curve.arm].updates !== point.updates;
    return {
      curve,
      value: measured(value, measure),
      name: words.curve(curve, isShort),
      y: at,
      at: hasStopped ? NaN : at,
    };
  });
  const wrong = measure === "error" ? wrongShare(trained.task) : 0;
  const level: ChartLabel = {
    curve: undefined,
    value: percent(wrong, 0),
    name: words.wrongLabels(isShort),
    y: y(wrong),
    at: y(wrong),
  };
  const all = wrong > 0 ? [...curves, level] : curves;
  const places = spread(all, gap, top, bottom - 2);
  return all.map((label, i) => ({ ...label, y: places[i]! }));
}
