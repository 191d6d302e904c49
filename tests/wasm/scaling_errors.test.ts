// Rules of scaling, and dice, that are none are refused with a message that names them.
import type { ScalingOptions } from "../../web/src/api/dropout";
import { oneOf, scalingRules } from "../names";
import { any, expectThrown } from "./refusals";

const scaling: ScalingOptions = {
  rule: "inverted",
  activations: [1, -2],
  p_drop: 0.2,
  generator: "torch",
  seed: 1,
  samples: 3,
};
const dice = { generator: "torch", seed: 1, sides: 6, rolls: 3 } as const;

expectThrown([
  [
    "an unknown rule",
    (d) => d.scaling({ ...scaling, rule: any("double") }),
    RangeError,
    `rule ${oneOf(scalingRules)}, got "double"`,
  ],
  [
    "a missing rule",
    (d) => d.scaling({ ...scaling, rule: any(undefined) }),
    TypeError,
    "rule must be a text, got nothing",
  ],
  [
    "a division by p_drop 0",
    (d) => d.scaling({ ...scaling, rule: "inverted-by-p-drop", p_drop: 0 }),
    RangeError,
    'p_drop must be in (0, 1] where "inverted-by-p-drop" divides by it, got 0',
  ],
  [
    "no activations",
    (d) => d.scaling({ ...scaling, activations: [] }),
    RangeError,
    "activations: the number of entries must be a whole number from 1 to 4096, got 0",
  ],
  [
    "a text among activations",
    (d) => d.scaling({ ...scaling, activations: [1, any("2")] }),
    TypeError,
    'activations[1] must be a number, got "2"',
  ],
  [
    "NaN among activations",
    (d) => d.scaling({ ...scaling, activations: [1, NaN] }),
    RangeError,
    "activations[1] must be finite, got NaN",
  ],
  [
    "more scaled samples than allowed",
    (d) => d.scaling({ ...scaling, samples: 100_001 }),
    RangeError,
    "samples must be a whole number from 1 to 100000, got 100001",
  ],
  [
    "more scaled values than memory has room for",
    (d) => d.scaling({ ...scaling, activations: Array(1000).fill(1), samples: 20_001 }),
    RangeError,
    "samples × activations must be at most 20000000, got 20001 × 1000",
  ],
  [
    "a misspelt option of scaling",
    (d) => d.scaling(any({ ...scaling, units: 2 })),
    TypeError,
    'options: there is no option "units"',
  ],
  [
    "a die with one side",
    (d) => d.dieRolls({ ...dice, sides: 1 }),
    RangeError,
    "sides must be a whole number from 2 to 100, got 1",
  ],
  [
    "half a roll",
    (d) => d.dieRolls({ ...dice, rolls: 0.5 }),
    RangeError,
    "rolls must be a whole number from 1 to 100000, got 0.5",
  ],
  [
    "a misspelt option of dice",
    (d) => d.dieRolls(any({ ...dice, samples: 2 })),
    TypeError,
    'options: there is no option "samples"',
  ],
]);
