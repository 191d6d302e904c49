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
  /** What of a circle's place is pressed. */
  target: { width: number; height: number };
  /** Where its name is written. */
  labelY: number;
  places: UnitPlace[];
}

const fingertip = 44;
const largestTarget = 52;
const mostCircles = 24;
const mostLayers = 3;

/** From `top` down: the rows, at least `least` high and as high as a fingertip needs, and their end. */
export function layOutUnits(
  layers: MaskedLayer[],
  { left, right, top, least }: { left: number; right: number; top: number; least: number },
  isNarrow: boolean,
): { rows: LayerPlaces[]; bottom: number } {
  const shown = layers.slice(0, mostLayers);
  const share = least / Math.max(1, shown.length);
  const mostLines = Math.floor((isNarrow ? 4 : 6) / Math.max(1, shown.length));
  let bottom = top;
  const rows = shown.map((layer) => {
    const count = layer.units.length;
    const circlesPerLine = Math.floor((right - left) / fingertip);
    const areCircles = count <= Math.min(mostCircles, mostLines * circlesPerLine);
    const most = areCircles ? circlesPerLine : Math.floor((right - left) / (isNarrow ? 6 : 9));
    const lines = Math.ceil(count / most);
    // Lines of the same length: 12 units are 6 and 6, not 10 and 2.
    const perLine = Math.ceil(count / lines);
    const pitch = (right - left) / (areCircles ? perLine : most);
    const room = areCircles ? Math.max(share, lines * fingertip) : share;
    const height = areCircles ? room / lines : Math.min(room / lines, pitch);
    const first = bottom + (room - lines * height) / 2 + height / 2;
    const labelY = bottom + room / 2;
    bottom += room;
    return {
      layer,
      areCircles,
      radius: areCircles ? 11 : 0.36 * height,
      target: { width: Math.min(largestTarget, pitch), height: Math.min(largestTarget, height) },
      labelY,
      places: layer.units.map((_, unit) => ({
        x: left + pitch * ((unit % perLine) + 0.5),
        y: first + height * Math.floor(unit / perLine),
      })),
    };
  });
  return { rows, bottom: Math.max(bottom, top + least) };
}
