import { execFileSync, spawnSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { networkDocument } from "../../web/src/text/en/network_document";
import { expect, figure, openSettings, testOf } from "./page";

const test = testOf("averages");

const averages = (page: Page) => figure(page, "averages");

const network = {
  input_p_drop: 0.1,
  layers: [
    {
      weight: [
        [1, -1],
        [2, 0.5],
        [0.5, 1],
      ],
      bias: [0.1, 0, -0.2],
      activation: "tanh",
      p_drop: 0.2,
    },
    {
      weight: [
        [1, -2, 0.5],
        [0.3, 0.7, -1],
      ],
      bias: [0.5, 0],
      activation: "sigmoid",
      p_drop: 0,
    },
  ],
};

async function use(page: Page, document: string) {
  await averages(page).getByText("Use a network of your own").click();
  await averages(page).getByLabel("Network document (JSON)").fill(document);
  await averages(page).getByRole("button", { name: "Use this network" }).click();
}

test("a network of the reader's own is averaged, and comes back from a link", async ({ alone }) => {
  await use(alone, JSON.stringify(network));
  await averages(alone).getByLabel("Inputs, 2 numbers").fill("1, -0.5");
  await averages(alone).getByLabel("Inputs, 2 numbers").press("Enter");
  await averages(alone).getByLabel("Shown output, from 0").fill("1");
  const mean = await alone.evaluate(
    async (network) =>
      (await window.dropout.average(network as never, [1, -0.5])).arithmetic_mean[1]!,
    network,
  );
  const compare = () => averages(alone).locator("summary").filter({ hasText: "Compare" }).click();
  const row = averages(alone).getByRole("row", { name: /^A average of all/ });
  await compare();
  await expect(row).toContainText(mean.toPrecision(6));
  // Of two inputs and three hidden units.
  await expect(averages(alone).locator(".count")).toHaveText("25 subnetworks");
  await expect(averages(alone)).toContainText("all 32 run");
  await expect
    .poll(() => JSON.parse(new URL(alone.url()).searchParams.get("averages.own") ?? "{}"))
    .toMatchObject({ input: [1, -0.5], output: 1 });
  await alone.reload();
  await compare();
  await expect(row).toContainText(mean.toPrecision(6));
  await averages(alone).getByRole("button", { name: "Back to drawn weights" }).click();
  await expect(averages(alone).getByLabel("p_drop, slider", { exact: true })).toBeVisible();
});

test("outputs as small as 1e-22 are spread over an axis of their own", async ({ alone }) => {
  const [hidden, output] = network.layers;
  const small = { ...output, bias: [-50, -50] };
  await use(alone, JSON.stringify({ ...network, layers: [hidden, small] }));
  const axis = averages(alone).getByRole("group", { name: /outputs of all subnetworks/i });
  await expect(axis.getByText(/^\de-2[123]$/).first()).toBeVisible();
  await expect(axis.getByText(/^[−0]?0?\.\d+$/)).toHaveCount(0);
});

test("one that is too large for a link stays, whatever the address does", async ({ lesson }) => {
  const units = Array.from({ length: 60 }, (_, i) => [Math.sin(i), Math.cos(i), Math.sin(2 * i)]);
  const large = {
    input_p_drop: 0,
    layers: [
      { weight: units, bias: units.map(() => 0.1), activation: "tanh", p_drop: 0.2 },
      { weight: [units.map(([x]) => x)], bias: [0], activation: "identity", p_drop: 0 },
    ],
  };
  await use(lesson, JSON.stringify(large));
  const input = averages(lesson).getByLabel("Inputs, 3 numbers");
  await expect(averages(lesson)).toContainText("too large for a link");
  await lesson.getByRole("navigation").getByRole("link").first().click();
  await expect.poll(() => lesson.url()).toContain("#");
  await expect(input).toBeVisible();
  const seed = figure(lesson, "layer").getByLabel("Seed");
  await openSettings(figure(lesson, "layer"));
  await seed.fill("7");
  await expect.poll(() => lesson.url()).toContain("layer.seed=7");
  await lesson.goBack();
  await expect(seed).toHaveValue("12");
  await expect(input).toBeVisible();
});

for (const [name, document, message] of [
  ["no JSON", "{", "This is not JSON"],
  ["no network", "[]", "input_p_drop must be a number, got nothing"],
  [
    "shapes that do not fit",
    JSON.stringify({ ...network, layers: [network.layers[0], network.layers[0]] }),
    "layers[1].weight",
  ],
  [
    "a number that is none",
    JSON.stringify(network).replace("-2", "null"),
    "layers[1].weight[0][1]",
  ],
  ["a prototype", '{"input_p_drop": 0, "__proto__": {"layers": []}}', "layers must be"],
] as const) {
  test(`a document is refused, and says why: ${name}`, async ({ alone }) => {
    await use(alone, document);
    await expect(averages(alone).getByRole("alert").filter({ hasText: message })).toBeVisible();
    await expect(averages(alone).getByLabel("p_drop, slider", { exact: true })).toBeVisible();
  });
}

test("a file is opened, or refused, and says why", async ({ alone }) => {
  await averages(alone).getByText("Use a network of your own").click();
  const files = averages(alone).getByLabel("or open a file");
  const fileOf = (text: string) => ({
    name: "network.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  const alert = (message: string) =>
    averages(alone).getByRole("alert").filter({ hasText: message });
  // Too large to be read at all.
  await files.setInputFiles(fileOf(" ".repeat(4_000_001)));
  await expect(alert("more than 1,000,000 characters")).toBeVisible();
  const document = averages(alone).getByLabel("Network document (JSON)");
  expect((await document.inputValue()).length).toBe(0);
  await alone.evaluate(() => {
    Blob.prototype.text = () => Promise.reject(new DOMException("gone", "NotReadableError"));
  });
  await files.setInputFiles(fileOf("{}"));
  await expect(alert("could not be read")).toBeVisible();
  await alone.reload();
  await averages(alone).getByText("Use a network of your own").click();
  await files.setInputFiles(fileOf(JSON.stringify(network)));
  await expect(averages(alone).getByLabel("Inputs, 2 numbers")).toBeVisible();
});

test.describe("the program for PyTorch", () => {
  test.use({ dependsOn: "more" });

  const python = process.env.PYTHON ?? "python3";
  const run = (program: string) => execFileSync(python, ["-c", program], { encoding: "utf8" });
  test.beforeEach(() => {
    test.slow(); // importing PyTorch takes seconds
    test.skip(spawnSync(python, ["-c", "import torch"]).status !== 0, "no PyTorch");
  });

  test("is shown, and writes a document that the page takes", async ({ alone }) => {
    await averages(alone).getByText("Use a network of your own").click();
    await averages(alone).getByText("Write such a document with PyTorch").click();
    const shown = await averages(alone)
      .getByLabel(/Turns an nn.Sequential/)
      .inputValue();
    expect(shown).toBe(networkDocument);
    await averages(alone).getByLabel("Network document (JSON)").fill(run(shown));
    await averages(alone).getByRole("button", { name: "Use this network" }).click();
    await expect(averages(alone).getByLabel("Inputs, 2 numbers")).toBeVisible();
    await expect(averages(alone)).toContainText("all 256 run"); // 8 units with dropout
  });

  for (const [name, layers] of [
    [
      "a classifier",
      "nn.Linear(3, 5), nn.Tanh(), nn.Dropout(0.2), nn.Linear(5, 4), nn.Softmax(dim=1)",
    ],
    [
      "dropped inputs, no bias",
      "nn.Dropout(0.8), nn.Linear(3, 2, bias=False), nn.Sigmoid(), nn.Identity(), nn.Dropout(0.5), nn.Linear(2, 1)",
    ],
    ["ReLU after the dropout", "nn.Linear(3, 8), nn.Dropout(0.2), nn.ReLU(), nn.Linear(8, 1)"],
    ["everything dropped", "nn.Linear(3, 4), nn.Tanh(), nn.Dropout(1.0), nn.Linear(4, 2)"],
  ]) {
    test(`the document gives what the model gives: ${name}`, async ({ alone }) => {
      const { document, inputs, outputs, dropped } = JSON.parse(
        run(
          `${networkDocument.split("model = ")[0]}
import torch
torch.manual_seed(3)
model = nn.Sequential(${layers}).double().eval()
inputs = torch.randn(7, 3, dtype=torch.float64)
outputs = model(inputs).tolist()
torch.manual_seed(12)
print(json.dumps({"document": network_document(model), "inputs": inputs.tolist(),
                  "outputs": outputs, "dropped": model.train()(inputs).tolist()}))`,
        ),
      );
      const computed = await alone.evaluate(
        ([document, inputs]) => {
          const { forward, keepMasks } = window.dropout;
          const keep_masks = keepMasks(document, {
            generator: "torch",
            seed: 12,
            samples: inputs.length,
          });
          return [forward(document, inputs), forward(document, inputs, { keep_masks })].map(
            ({ layers }) => layers.at(-1)!.activation.flat(),
          );
        },
        [document, inputs] as const,
      );
      for (const [i, expected] of [outputs.flat(), dropped.flat()].entries()) {
        computed[i]!.forEach((value, j) => expect(value).toBeCloseTo(expected[j], 12));
        expect(computed[i]!.length).toBe(expected.length);
      }
    });
  }

  test("refuses what a document cannot say", () => {
    for (const [layers, message] of [
      ["nn.Linear(2, 2), nn.GELU()", "no network document can have this here: GELU"],
      ["nn.Linear(2, 2), nn.Dropout(0.5), nn.Sigmoid()", "a Dropout before an activation"],
      ["nn.Linear(2, 2), nn.Dropout(0.5), nn.Dropout(0.5)", "can have this here: Dropout"],
      ["nn.Linear(2, 2), nn.Softmax(dim=0)", "a Softmax over samples, not over classes"],
      ["nn.Linear(2, 2), nn.Dropout(0.5)", "a Dropout at the end: outputs are not dropped"],
      ["nn.ReLU(), nn.Linear(2, 2)", "can have this here: ReLU"],
    ]) {
      const program = `${networkDocument.split("model = ")[0]}network_document(nn.Sequential(${layers}))`;
      const { status, stderr } = spawnSync(python, ["-c", program], { encoding: "utf8" });
      expect(status).toBe(1);
      expect(stderr).toContain(message);
    }
  });
});
