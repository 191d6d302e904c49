import type { MaskedLayer } from "./subnetwork";

export interface UnitPlace {
  x: number;
  y: number;
}

/** A masked layer's units in the picture: as circles, or where they are many, as cells of a grid. */
export interface LayerPlaces {
  layer: MaskedLayer;
  areCircles: boolean;
  /** Of a circle, or half of a cell's side. */
  radius: number;
  /** Where its name is written. */
  labelY: number;
  places: UnitPlace[];
}

const mostCircles = 24;
const mostLayers = 3;

export function layOutUnits(
  layers: MaskedLayer[],
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
  isNarrow: boolean,
): LayerPlaces[] {
  const shown = layers.slice(0, mostLayers);
  const share = (bottom - top) / Math.max(1, shown.length);
  return shown.map((layer, row) => {
    const count = layer.units.length;
    const areCircles = count <= mostCircles;
    const most = !areCircles ? Math.floor((right - left) / (isNarrow ? 6 : 9)) : isNarrow ? 10 : 24;
    const lines = Math.ceil(count / most);
    // Lines of the same length: 12 units are 6 and 6, not 10 and 2.
    const perLine = Math.ceil(count / lines);
    const pitch = areCircles ? (right - left) / perLine : (right - left) / most;
    const height = areCircles ? share / lines : Math.min(share / lines, pitch);
    const first = top + row * share + (share - lines * height) / 2 + height / 2;
    return {
      layer,
      areCircles,
      radius: areCircles ? Math.min(11, 0.36 * Math.min(height, pitch)) : 0.36 * height,
      labelY: top + (row + 0.5) * share,
      places: layer.units.map((_, unit) => ({
        x: left + pitch * ((unit % perLine) + 0.5),
        y: first + height * Math.floor(unit / perLine),
      })),
    };
  });
}
