/** Of pictures in which a tile is what a unit passes on. */
export const tiles = {
  test: "test time",
  testShort: "test",
  mask: "mask of ten training passes, one unit",
  maskShort: "mask, ten training passes",
  noMask: "one unit, ten training passes",
  noMaskShort: "ten passes, nothing dropped yet",
  pass: (pass: number, what: string) => `Pass ${pass}, ${what}`,
  kept: (height: string) => `kept: ${height}`,
  dropped: "dropped: 0",
  /** Of a mask and a; the letter a is set in italics. */
  product: (keep: number) => `${keep} · a`,
  divided: (pKeep: string) => `÷ ${pKeep}`,
  byHand: (keep: number, height: string) => [`${keep} ·`, `${height} a`],
};
