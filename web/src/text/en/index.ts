import { averages } from "./averages";
import { controls } from "./controls";
import { counts } from "./counts";
import { fourSubnetworks } from "./four_subnetworks";
import { gradients } from "./gradients";
import { hook } from "./hook";
import { layer } from "./layer";
import { page, prediction, section, sharing } from "./page";
import { scaling } from "./scaling";
import { subnetworks } from "./subnetworks";

export const en = {
  page,
  section,
  prediction,
  sharing,
  controls,
  hook,
  subnetworks,
  counts,
  layer,
  scaling,
  fourSubnetworks,
  averages,
  gradients,
};
