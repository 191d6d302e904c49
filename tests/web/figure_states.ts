// Every figure with the states that tests look at, and what they need for that.
import type { Page } from "@playwright/test";

const own = JSON.stringify({
  network: {
    input_p_drop: 0.1,
    layers: [
      { weight: [[1], [2]], bias: [0, 0], activation: "relu", p_drop: 0.2 },
      { weight: [[1, -2]], bias: [0.5], activation: "sigmoid", p_drop: 0 },
    ],
  },
  input: [1],
  output: 0,
});

const small = "&training.samples=20&training.units=4,4";

/** What follows the figure's name in the address. */
export const states: Record<string, string[]> = {
  hook: [
    "",
    "&hook.mask=12&hook.pDrop=0.2",
    "&hook.mask=200&hook.own=1011010&hook.input=0.35,1",
    "&hook.mask=200&hook.pDrop=0",
  ],
  overfitting: ["", "&overfitting.isHalfOff=1&overfitting.epochs=20"],
  why: ["&why.updates=0", "&why.updates=9&why.samples=40"],
  subnetworks: [
    "",
    "&subnetworks.step=4&subnetworks.switched=1/0",
    "&subnetworks.step=21&subnetworks.generator=torch",
  ],
  counts: [
    "",
    "&counts.guess=20,70",
    "&counts.guess=20,70&counts.answered=1",
    "&counts.masks=0&counts.pDrop=0",
    "&counts.units=1,1000",
  ],
  layer: ["", "&layer.language=numpy", "&layer.language=keras&layer.pDrop=0"],
  die: ["", "&die.rolls=1"],
  "test-time": [
    "",
    "&test-time.step=coins&test-time.switched=0/0",
    "&test-time.step=level&test-time.throws=40",
    "&test-time.step=level&test-time.pDrop=0.95",
  ],
  scaling: [
    "",
    "&scaling.isPoured=1&scaling.seed=2",
    "&scaling.height=1.6&scaling.value=-2",
    "&scaling.rule=paper&scaling.pDrop=0.5",
    "&scaling.pDrop=0",
    "&scaling.isPoured=1&scaling.pDrop=0.9",
  ],
  bugs: [
    "&bugs.scope=layer",
    "&bugs.bug=multiplied-by-p-drop&bugs.pDrop=0.5",
    "&bugs.bug=scaled-twice",
    "&bugs.bug=left-on",
    "&bugs.bug=same-mask&bugs.scope=layer",
    "&bugs.bug=fresh-backward",
    "&bugs.pDrop=0",
  ],
  "four-subnetworks": [
    "",
    "&four-subnetworks.step=2",
    "&four-subnetworks.step=3&four-subnetworks.scales=activations",
    "&four-subnetworks.pDrop=0",
    "&four-subnetworks.pDrop=0.9999999999999999",
  ],
  averages: [
    "",
    "&averages.outputActivation=sigmoid&averages.showsWrongAverage=1&averages.onePass=1",
    "&averages.hiddenLayers=two&averages.outputActivation=softmax&averages.units=3,3",
    "&averages.hiddenLayers=two&averages.outputActivation=sigmoid&averages.units=60,60",
    `&averages.own=${encodeURIComponent(own)}`,
  ],
  training: [
    `${small}&training.updates=3`,
    "&training.data=digits&training.epochs=1&training.updates=all&training.view=confusion",
    "&training.data=wave&training.epochs=5&training.updates=all",
  ],
  sweep: ["", "&sweep.isRevealed=1"],
  "trained-averages": [""],
  uncertainty: [""],
  gradients: [
    "",
    "&gradients.step=4",
    "&gradients.step=2&gradients.weight=1/0/2",
    "&gradients.updates=2&gradients.weight=0/1/b",
  ],
};

/** Opens all details, and those in them. */
export async function openAll(page: Page) {
  const skips = page.getByRole("button", { name: "Skip", exact: true }).filter({ visible: true });
  while ((await skips.count()) > 0) await skips.first().click();
  for (;;) {
    const closed = page.locator("details:not([open]) > summary").filter({ visible: true });
    if ((await closed.count()) === 0) return;
    await closed.first().click();
  }
}
