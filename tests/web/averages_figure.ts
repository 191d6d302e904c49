// What the tests of the figure about averages share.
import type { Page } from "@playwright/test";
import type { Activation } from "../../web/src/api/dropout";
import { expect, figure } from "./page";

export const averages = (page: Page) => figure(page, "averages");

export const button = (page: Page, name: string) => averages(page).getByRole("button", { name });
export const field = (page: Page, label: string) =>
  averages(page).getByLabel(label, { exact: true });

export async function row(page: Page, table: string, name: string): Promise<string[]> {
  const found = averages(page).getByRole("table", { name: table });
  return found
    .getByRole("row", { name: new RegExp(`^${name} `) })
    .getByRole("cell")
    .allInnerTexts();
}

/** The number that A, G, S or W is printed as. */
export const value = async (page: Page, letter: string) =>
  (await row(page, "What could summarise them all", letter))[0];

/** The verdict on two of them, and their difference. */
export const pair = (page: Page, name: string) => row(page, "Are they equal?", name);

/** Until everything shown is of the newest settings. */
export async function settled(page: Page) {
  await expect(averages(page).locator(".results")).toHaveAttribute("aria-busy", "false");
  await expect(averages(page).locator(".outdated")).toHaveCount(0);
}

/** What is folded away at first. */
export const open = (page: Page, summary: string | RegExp) =>
  averages(page).locator("summary").filter({ hasText: summary }).click();

/** A, S and G side by side. */
export const compare = (page: Page) => open(page, "Compare A, S and G");

export async function choose(page: Page, preset: string) {
  const radio = averages(page).getByRole("radio", { name: preset, exact: true });
  await radio.check({ force: true });
  await expect(radio).toBeChecked();
  await settled(page);
}

export interface Case {
  seed: number;
  widths: number[];
  output: Activation;
  p_drop: number[];
  input: number[];
}

/** What the API says about the network of a case. */
export function facts(page: Page, given: Case) {
  return page.evaluate(async ({ seed, widths, output, p_drop, input }) => {
    const { dropout } = window;
    const network = dropout.network({
      generator: "torch",
      seed,
      widths,
      hidden_activation: "relu",
      output_activation: output,
      input_p_drop: 0,
      hidden_p_drop: 0,
    });
    p_drop.forEach((p, l) => (network.layers[l]!.p_drop = p));
    const average = await dropout.average(network, input);
    const wrong = await dropout.average(dropout.uniformWeights(network), input);
    const options = { generator: "torch", seed: 1, output: 0, samples: 1, repeats: 1 } as const;
    const { crossing } = await dropout.monteCarloError(network, input, average, options);
    return {
      A: average.arithmetic_mean[0]!,
      G: average.normalized_geometric_mean?.[0] ?? NaN,
      S: average.scaled_full_network[0]!,
      W: wrong.arithmetic_mean[0]!,
      units: average.droppable_units,
      method: average.last_layer_method,
      crossing,
    };
  }, given);
}

export const printed = (value: number, decimals: number) =>
  value.toFixed(decimals).replace("-", "−");
