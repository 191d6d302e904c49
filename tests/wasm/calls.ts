import type { CoreModule } from "../../web/src/api/core/module";
import type { Batch } from "../../web/src/api/core/types";
import { unwrap } from "../../web/src/api/core/unwrap";

const seeded = { generator: "numpy", seed: 3 } as const;
const shape = {
  widths: [3, 2, 2],
  hidden_activation: "tanh",
  output_activation: "softmax",
  input_p_drop: 0.2,
  hidden_p_drop: 0.8,
} as const;

/**
 * Arguments for one call of each function. One without, or one too many, does not type-check.
 */
export function callsOf(core: CoreModule): {
  [Name in keyof CoreModule]: Parameters<CoreModule[Name]>;
} {
  const network = unwrap(core.network({ ...seeded, ...shape, widths: [...shape.widths] }));
  const input = [1, -1, 0.5];
  const partialSums = unwrap(core.averageChunks(network, input, { first: 0, count: 1 }));
  const average = unwrap(core.averageFromChunks(network, input, undefined, partialSums));
  const batch: Batch = { inputs: [input], targets: [1], loss: "cross_entropy" };
  return {
    masks: [{ ...seeded, p_drop: 0.2, samples: 2, units: 3 }],
    keepMasks: [network, { ...seeded, samples: 2 }],
    layer: [{ ...seeded, inputs: 3, outputs: 2, samples: 2, p_drop: 0.2 }],
    network: [{ ...seeded, ...shape, widths: [...shape.widths] }],
    scaleWeights: [network],
    forward: [network, [input], undefined],
    averagePlan: [network, input, { method: "auto" }],
    average: [network, input, { method: "auto" }],
    averageChunks: [network, input, { method: "auto", first: 0, count: 1 }],
    averageFromChunks: [network, input, { method: "auto" }, partialSums],
    monteCarlo: [network, input, { ...seeded, samples: 3 }],
    monteCarloError: [network, input, average, { ...seeded, output: 1, samples: 3, repeats: 2 }],
    droppedUnits: [{ ...seeded, p_drop: 0.2, units: 3, trials: 2 }],
    scaling: [{ ...seeded, rule: "left-on", activations: input, p_drop: 0.2, samples: 2 }],
    dieRolls: [{ ...seeded, sides: 6, rolls: 3 }],
    verdicts: [network],
    uniformWeights: [network],
    subnetworks: [network, input],
    distribution: [network, input, { output: 1, bins: 4 }],
    sampledDistribution: [network, input, { ...seeded, output: 1, bins: 4, samples: 3 }],
    gradients: [network, batch],
    descend: [network, unwrap(core.gradients(network, batch)), 0.1],
    gradientDescent: [network, batch, { learning_rate: 0.1, updates: 2 }],
    numericalGradient: [network, batch, { layer: 1, output: 0, input: null }],
    planeData: [{ ...seeded, name: "xor", samples: 3, noise: 0.1 }],
    waveData: [{ ...seeded, samples: 3, noise: 0.1 }],
    wrongLabels: [{ ...seeded, labels: [0, 1, 2], classes: 3, fraction: 0.5 }],
    permutation: [{ ...seeded, samples: 3 }],
    digits: [new Uint8Array(41)],
    train: [
      {
        ...seeded,
        network,
        loss: "cross_entropy",
        training: { inputs: [input], targets: [1] },
        test: { inputs: [input], targets: [0] },
        batch_size: 1,
        learning_rate: 0.1,
        momentum: 0.9,
        learning_rate_decay: 0.99,
        weight_decay: 0.001,
        max_norm: 3,
      },
    ],
    evaluate: [network, batch],
    outputs: [network, [input]],
    sampledOutputs: [network, input, { ...seeded, samples: 3 }],
    sampledVotes: [network, [input], { ...seeded, subnetworks: 3 }],
    outputSpread: [
      [
        [0.2, 0.8],
        [0.6, 0.4],
      ],
    ],
    activationHistogram: [network, [input], { layer: 0, bins: 4 }],
    monteCarloErrors: [network, batch, { ...seeded, subnetworks: 3 }],
    monteCarloEvaluation: [network, batch, [[0, 1, 0.5]]],
  };
}
