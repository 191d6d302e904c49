export const hook = {
  title: "Every mask is another network",
  play: "Play",
  pause: "Pause",
  again: "Start again",
  kept: (mask: number, kept: number, units: number) =>
    `Mask ${mask}: ${kept} of ${units} units kept`,
  output: "output",
  axis: "masks so far",
  legend: {
    output: "output of one subnetwork",
    mean: "average so far",
    full: "full network, no mask",
  },
  diagram: (mask: number, output: string) => `Subnetwork of mask ${mask}, output ${output}`,
  description: (masks: number, mean: string, full: string) =>
    `The outputs of the subnetworks so far: ${masks}, one for each mask. Their average is ${mean}; the full network gives ${full}.`,
  status: (masks: number, mean: string, full: string) =>
    `Masks: ${masks}. Average of the outputs ${mean}, full network ${full}.`,
  point:
    "Each mask makes another network of the same weights. Their outputs differ. In this network, their average settles at what the full network gives.",
  caption:
    "A mask says which units are dropped (hatched). What is left is a subnetwork. Drag p_drop, the probability that a unit is dropped: the more units are dropped, the further the outputs are apart.",
  columns: { mask: "mask", output: "output", mean: "running mean" },
};
