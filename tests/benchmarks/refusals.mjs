// How long it takes to refuse what no network takes: medians of five, in milliseconds. Needs dist/.
import { load } from "../../dist/node.js";

const dropout = await load();
const seeded = { generator: "torch", seed: 1 };
const network = dropout.network({
  ...seeded,
  widths: [3, 4, 1],
  hidden_activation: "relu",
  output_activation: "identity",
  input_p_drop: 0,
  hidden_p_drop: 0.5,
});
const layer = network.layers[0];
const forward = (inputs) => dropout.forward(network, inputs);
const cyclic = { input_p_drop: 0, layers: [] };
cyclic.layers.push(cyclic);

const refused = {
  "a row of 2^32 - 1 holes": () => forward([new Array(2 ** 32 - 1)]),
  "3,000 times one row of 20,000": () => forward(Array(3000).fill(Array(20_000).fill(1))),
  "4,096 times one row of 4,096": () => forward(Array(4096).fill(Array(4096).fill(1))),
  "4,096 rows of 4,096": () => forward(rows(4096, 4096)),
  "a million times one row of 20": () => forward(Array(1_000_000).fill(Array(20).fill(1))),
  "100,000 rows, the last of them wrong": () => forward([...rows(100_000, 3), [1, 2]]),
  "100,000 rows, the last number a text": () => forward([...rows(100_000, 3), [1, 2, "3"]]),
  "300,000 layers": () =>
    dropout.forward({ input_p_drop: 0, layers: Array(300_000).fill(layer) }, [[1, 2, 3]]),
  "a network that contains itself": () => dropout.forward(cyclic, [[1, 2, 3]]),
  "a text of a million characters": () => dropout.masks({ ...seeded, p_drop: "1".repeat(1e6) }),
  "subnetworks of 256 units": () => dropout.subnetworks(wide(256), [1]),
  "100 misspelt options": () => dropout.masks(misspelt(100)),
  "a million misspelt options": () => dropout.masks(misspelt(1_000_000)),
};

const made = new Map();
const once = (name, make) => made.get(name) ?? made.set(name, make()).get(name);
const rows = (count, width) =>
  once(`${count} × ${width}`, () => Array.from({ length: count }, () => Array(width).fill(1)));
const misspelt = (count) =>
  once(`${count}`, () => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 1])));
const wide = (units) =>
  once(`${units} units`, () =>
    dropout.network({
      ...seeded,
      widths: [1, units, 1],
      hidden_activation: "relu",
      output_activation: "identity",
      input_p_drop: 0,
      hidden_p_drop: 0.5,
    }),
  );

/** Of the refusal alone: what is handed over has been made by then. */
function time(call) {
  const begin = performance.now();
  try {
    call();
  } catch (error) {
    if (!error.field) throw error;
    return { milliseconds: performance.now() - begin, message: error.message };
  }
  throw new Error(`not refused: ${call}`);
}

for (const [name, call] of Object.entries(refused)) {
  const times = Array.from({ length: 6 }, () => time(call)).slice(1);
  const median = times.map((run) => run.milliseconds).sort((a, b) => a - b)[2];
  console.log(`${median.toFixed(2).padStart(8)} ms  ${name}: ${times[0].message.slice(0, 60)}`);
}
