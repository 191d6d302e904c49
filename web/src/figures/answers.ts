import type { Marker } from "../chart/Markers.svelte";
import { compact } from "../format";

/** The three numbers that both averaging figures compare, as marks of a chart. */
export function answerMarkers(average: number, scaled: number, unscaled: number): Marker[] {
  return [
    { kind: "average", label: `average ${compact(average)}`, value: average },
    { kind: "scaled", label: `scaled ${compact(scaled)}`, value: scaled },
    { kind: "unscaled", label: `unscaled ${compact(unscaled)}`, value: unscaled },
  ];
}
