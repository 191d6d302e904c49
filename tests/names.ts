// The names that the API has, once for all tests that go through them or name them. A name that is
// new there is missing here for the type checker.
import type { AveragingMethod, Generator, Loss, ScalingRule } from "../web/src/api/dropout";

/** In the order in which error messages have them. */
const all = <Name extends string>(names: Record<Name, true>) => Object.keys(names) as Name[];

export const generators = all<Generator>({ "torch-intel": true, torch: true, numpy: true });
/** PyTorch's alone, which take other seeds. */
export const torchGenerators = generators.filter((generator) => generator !== "numpy");
export { activations } from "../web/src/api/core/types";
export const losses = all<Loss>({
  mean_squared_error: true,
  binary_cross_entropy: true,
  cross_entropy: true,
});
export const averagingMethods = all<"auto" | AveragingMethod>({
  auto: true,
  "closed-form": true,
  "characteristic-function": true,
  enumeration: true,
});
export const scalingRules = all<ScalingRule>({
  none: true,
  inverted: true,
  paper: true,
  "inverted-by-p-drop": true,
  "multiplied-by-p-drop": true,
  "scaled-twice": true,
  "left-on": true,
});

/** As error messages ask for one of them. */
export const oneOf = (names: readonly string[]) =>
  `must be one of ${names.map((name) => `"${name}"`).join(", ")}`;
