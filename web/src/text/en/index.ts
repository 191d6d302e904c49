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
import { training } from "./training";

export const en = {
  page,
  section,
  prediction,
  sharing,
  steps,
  controls,
  hook,
  subnetworks,
  counts,
  layer,
  scaling,
  fourSubnetworks,
  averages,
  gradients,
  training,
};
