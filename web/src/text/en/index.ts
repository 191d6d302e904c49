import { averages } from "./averages";
import { controls } from "./controls";
import { counts } from "./counts";
import { fourSubnetworks } from "./four_subnetworks";
import { gradients } from "./gradients";
import { hook } from "./hook";
import { layer } from "./layer";
import { page, prediction, section, sharing, steps } from "./page";
import { scaling } from "./scaling";
import { subnetworks } from "./subnetworks";
import { sweep } from "./sweep";
import { trained } from "./trained";
import { trainedAverages } from "./trained_averages";
import { training } from "./training";
import { uncertainty } from "./uncertainty";
import { why } from "./why";

export const en = {
  page,
  section,
  prediction,
  sharing,
  steps,
  controls,
  hook,
  why,
  subnetworks,
  counts,
  layer,
  scaling,
  fourSubnetworks,
  averages,
  gradients,
  training,
  trained,
  sweep,
  trainedAverages,
  uncertainty,
};
