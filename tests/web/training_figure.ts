// What the tests of the figure about training share.
import type { Page } from "@playwright/test";
import type { Samples, TrainingSession, TrainingState } from "../../web/src/api/dropout";
import { expect, figure } from "./page";

declare global {
  interface Window {
    /** All that were started. */
    workers: Worker[];
    /** Of each training that was started: how many samples it trains on. */
    trainings: number[];
    /** A training with the figure's settings in `network`, on the data that the figure draws. */
    sameTraining: (hidden_p_drop: number) => Promise<{
      session: TrainingSession;
      inputs: number[][];
      targets: number[];
      test: Samples;
    }>;
  }
}

export const training = (page: Page) => figure(page, "training");
export const button = (page: Page, name: string) =>
  training(page).getByRole("button", { name, exact: true });
export const field = (page: Page, label: string) =>
  training(page).getByLabel(label, { exact: true });
export const arms = ["without dropout", "with dropout"] as const;
export const arm = (page: Page, name: (typeof arms)[number]) =>
  training(page).getByRole("region", { name, exact: true });
/** With masks off, on training and on test data. */
export const shownErrors = (page: Page, name: (typeof arms)[number]) =>
  training(page)
    .getByRole("table", { name: "Errors of both networks, now" })
    .locator(`tr:not([data-kind="masked"]) td:nth-child(${name === "without dropout" ? 2 : 3})`)
    .filter({ hasText: /./ })
    .allInnerTexts();
export const timeline = (page: Page) =>
  training(page).getByRole("slider", { name: "epoch", exact: true });
export const openSettings = (page: Page) =>
  training(page).getByText("Settings", { exact: true }).click();

/** A run that takes a moment: the figure alone, with its settings in the address. */
export const network = "training.samples=40&training.units=16,8&training.pDrop=0.2";
export const small = `${network}&training.epochs=30`;

/** Of a run of two updates an epoch. */
export const expectAfter = (page: Page, updates: number) =>
  expect(training(page)).toContainText(
    new RegExp(`After (${updates} updates?|${updates / 2} epochs?),`),
  );

/** With a number of updates among the settings, waits for them. */
export async function open(page: Page, settings: string) {
  await page.goto(`./?figure=training&${settings}`);
  await expect(arm(page, "with dropout")).toBeVisible();
  const updates = /training\.updates=(\d+)/.exec(settings)?.[1];
  if (updates) await expectAfter(page, Number(updates));
}

/** At the end of a run. */
export const finished = (page: Page) => expect(timeline(page)).toHaveValue("1000");

/** To be called before a page is opened: `workers` and `trainings` are there then. */
export const watchTrainings = (page: Page) =>
  page.addInitScript(() => {
    window.workers = [];
    window.trainings = [];
    window.Worker = class extends Worker {
      constructor(script: string | URL, options?: WorkerOptions) {
        super(script, options);
        window.workers.push(this);
      }
      override postMessage(message: any, ...rest: any[]) {
        if (message?.path?.[0] === "train") {
          window.trainings.push(message.argumentList[0].value.training.inputs.length);
        }
        super.postMessage(message, ...rest);
      }
    };
  });

/** Makes `sameTraining` there, through the API. */
export const giveTraining = (page: Page) =>
  page.evaluate(() => {
    const { dropout } = window;
    const seeded = { generator: "torch", seed: 1 } as const;
    const data = dropout.planeData({ ...seeded, name: "moons", samples: 1040, noise: 0.2 });
    const inputs = data.inputs.slice(0, 40);
    const targets = dropout.wrongLabels({
      ...seeded,
      labels: data.targets.slice(0, 40),
      classes: 2,
      fraction: 0.2,
    });
    const test = { inputs: data.inputs.slice(40), targets: data.targets.slice(40) };
    window.sameTraining = async (hidden_p_drop) => {
      const session = await dropout.train({
        ...seeded,
        network: dropout.network({
          ...seeded,
          widths: [2, 16, 8, 2],
          hidden_activation: "relu",
          output_activation: "softmax",
          input_p_drop: 0,
          hidden_p_drop,
        }),
        loss: "cross_entropy",
        training: { inputs, targets },
        test,
        batch_size: 20,
        learning_rate: 0.05,
        momentum: 0.9,
        learning_rate_decay: 0.99,
        weight_decay: 0,
        max_norm: null,
      });
      return { session, inputs, targets, test };
    };
  });

/** The states of both networks of that training after these updates. */
export async function computed(page: Page, updates: number[], p_drop = 0.2) {
  await giveTraining(page);
  return page.evaluate(
    async ({ updates, p_drop }) => {
      const states: TrainingState[][] = [];
      for (const hidden_p_drop of [0, p_drop]) {
        const { session } = await window.sameTraining(hidden_p_drop);
        let made = 0;
        const all: TrainingState[] = [];
        for (const wanted of updates) {
          all.push(await session.step(wanted - made));
          made = wanted;
        }
        session.dispose();
        states.push(all);
      }
      return states;
    },
    { updates, p_drop },
  );
}

export const percent = (fraction: number) => `${(100 * fraction).toFixed(1)}%`;
