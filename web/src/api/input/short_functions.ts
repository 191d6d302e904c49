import type { ShortFunctions } from "../core/functions";
import type { CoreModule } from "../core/module";
import { unwrap } from "../core/unwrap";
import { copiesOf, type ArgumentName } from "./given";

type Names<Given extends unknown[]> = { [Place in keyof Given]-?: ArgumentName };

/** What each function takes, in its order. */
const takes: { [Name in keyof ShortFunctions]: Names<Parameters<ShortFunctions[Name]>> } = {
  masks: ["options"],
  keepMasks: ["network", "options"],
  layer: ["options"],
  network: ["options"],
  scaleWeights: ["network"],
  forward: ["network", "inputs", "options"],
  averagePlan: ["network", "input", "options"],
  scaling: ["options"],
  dieRolls: ["options"],
  verdicts: ["network"],
  uniformWeights: ["network"],
  subnetworks: ["network", "input"],
  distribution: ["network", "input", "options"],
  sampledDistribution: ["network", "input", "options"],
  gradients: ["network", "batch"],
  descend: ["network", "gradients", "learning_rate"],
  gradientDescent: ["network", "batch", "options"],
  numericalGradient: ["network", "batch", "options"],
  planeData: ["options"],
  waveData: ["options"],
  wrongLabels: ["options"],
  permutation: ["options"],
  outputSpread: ["outputs"],
};

/** The API's functions: they call the core's with copies of their arguments. */
export function shortFunctions(core: CoreModule): ShortFunctions {
  const call = (name: keyof ShortFunctions, given: unknown[]) => {
    const inCore = core[name] as (...own: unknown[]) => unknown;
    return unwrap(inCore(...copiesOf(takes[name], given)));
  };
  const names = Object.keys(takes) as (keyof ShortFunctions)[];
  return Object.fromEntries(
    names.map((name) => [name, (...given: unknown[]) => call(name, given)]),
  ) as unknown as ShortFunctions;
}
