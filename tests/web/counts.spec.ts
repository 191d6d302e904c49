import type { Page } from "@playwright/test";
import type { Generator } from "../../web/src/api/core/types";
import { expect, figure, readOn, testOf } from "./page";

const test = testOf("counts");

const counts = (page: Page) => figure(page, "counts");
const field = (page: Page, label: string) => counts(page).getByLabel(label, { exact: true });
const picture = (page: Page) => counts(page).locator("svg[role=group]");
const layer = (page: Page, units: string) =>
  counts(page)
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: `A layer of ${units}`, exact: true }) });
const end = (page: Page, name: string) =>
  counts(page).getByRole("slider", { name: `${name} dropped units` });
const button = (page: Page, name: string) => counts(page).getByRole("button", { name });

async function open(page: Page, settings: string) {
  await page.goto(`./?figure=counts&${settings}`);
  await expect(layer(page, "4 units").or(counts(page).locator("section")).first()).toBeVisible();
}

/** With the answer, and the settings in sight. */
async function openAnswered(page: Page, settings = "") {
  await open(page, `counts.answered=1&${settings}`);
  await counts(page).getByText("Settings").click();
}

/** What the API says about the masks that a section shows. */
function drawn(
  page: Page,
  given: { units: number; p_drop?: number; trials?: number; seed?: number },
) {
  return page.evaluate(
    (options) =>
      window.dropout.droppedUnits({
        generator: "torch-intel",
        seed: 12,
        p_drop: 0.5,
        trials: 1000,
        ...options,
      }),
    given,
  );
}

/** From one share of the empty chart to another. */
async function drag(page: Page, from: number, to: number) {
  const box = (await counts(page).getByTestId("empty-chart").boundingBox())!;
  // The scale ends before the chart does.
  const beyond = box.width > 400 ? 36 : 16;
  const x = (share: number) => box.x + beyond + share * (box.width - 2 * beyond);
  await page.mouse.move(x(from), box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x((from + to) / 2), box.y + box.height / 2);
  await page.mouse.move(x(to), box.y + box.height / 2);
  await page.mouse.up();
}

test("opens with the narrow layer, and an empty chart for the wide one", async ({ alone }) => {
  const { smallest, largest } = await drawn(alone, { units: 100 });
  await expect(picture(alone)).toContainText("fewest 0, most 4");
  await expect(picture(alone)).not.toContainText(`fewest ${smallest}, most ${largest}`);
  await expect(layer(alone, "100 units").getByText("49.772 of 100")).toBeHidden();
  await expect(button(alone, "Show 1,000 masks")).toHaveAttribute("aria-disabled", "true");
  await expect(field(alone, "p_drop")).toHaveCount(0);
});

test("a bracket is drawn, its ends are moved, and it stays beside the truth", async ({ alone }) => {
  await drag(alone, 0.2, 0.7);
  await expect(end(alone, "Fewest")).toHaveAttribute("aria-valuenow", "20");
  await expect(end(alone, "Most")).toHaveAttribute("aria-valuenow", "70");
  await drag(alone, 0.7, 0.75); // its end
  await expect(picture(alone)).toContainText("20 to 75");
  await drag(alone, 0.9, 0.3); // a new one, from right to left
  await expect(picture(alone)).toContainText("30 to 90");
  await button(alone, "Show 1,000 masks").click();
  const { smallest, largest } = await drawn(alone, { units: 100 });
  await expect(picture(alone)).toContainText(`fewest ${smallest}, most ${largest}`);
  await expect(picture(alone)).toContainText("you drew 30 to 90");
  await expect(layer(alone, "100 units").getByText("49.772 of 100")).toBeVisible();
  await expect(counts(alone)).toContainText("You drew 30 to 90: too wide.");
});

test("the bracket's ends are sliders for the keyboard", async ({ alone }) => {
  const [fewest, most] = [end(alone, "Fewest"), end(alone, "Most")];
  await expect(fewest).toHaveAttribute("aria-valuetext", "not drawn yet");
  await fewest.press("PageUp");
  await fewest.press("ArrowRight");
  await expect(fewest).toHaveAttribute("aria-valuetext", "11");
  await most.press("PageDown");
  await most.press("ArrowLeft");
  await expect(most).toHaveAttribute("aria-valuenow", "89");
  await most.press("Home"); // no further than the other end
  await expect(most).toHaveAttribute("aria-valuenow", "11");
});

test("a finger that scrolls the page draws nothing", async ({ alone }) => {
  const chart = counts(alone).getByTestId("empty-chart");
  await expect(chart).toHaveCSS("touch-action", "pan-y pinch-zoom");
  await drag(alone, 0.2, 0.7);
  // As browsers tell it: a press, a little way, and then the page has the finger.
  const box = (await chart.boundingBox())!;
  await chart.evaluate((element, { x, y }) => {
    element.setPointerCapture = () => {};
    const touch = (type: string, at: number) =>
      element.dispatchEvent(
        new PointerEvent(type, { clientX: at, clientY: y, isPrimary: true, bubbles: true }),
      );
    touch("pointerdown", x + 100);
    touch("pointermove", x + 130);
    touch("pointercancel", x + 130);
  }, box);
  await expect(end(alone, "Fewest")).toHaveAttribute("aria-valuenow", "20");
  await expect(end(alone, "Most")).toHaveAttribute("aria-valuenow", "70");
});

test("by keyboard, the answer keeps the focus in its place and is heard", async ({ alone }) => {
  await button(alone, "Skip").focus();
  await alone.keyboard.press("Enter");
  await expect(button(alone, "New masks")).toBeFocused();
  await alone.goto("./?figure=counts&counts.guess=20,70");
  await button(alone, "Show 1,000 masks").focus();
  await alone.keyboard.press("Enter");
  await expect(button(alone, "New masks")).toBeFocused();
  await expect(counts(alone).getByRole("status")).toContainText("You drew 20 to 70");
});

test("the question can be skipped", async ({ alone }) => {
  await button(alone, "Skip").click();
  const { smallest, largest } = await drawn(alone, { units: 100 });
  await expect(picture(alone)).toContainText(`fewest ${smallest}, most ${largest}`);
  await expect(picture(alone)).not.toContainText("you drew");
});

test("links of the first edition show what they are about, without a question", async ({
  page,
}) => {
  await open(page, "counts.units=10,200&counts.seed=3");
  const { smallest, largest } = await drawn(page, { units: 200, seed: 3 });
  await expect(picture(page)).toContainText(`fewest ${smallest}, most ${largest}`);
  await expect(counts(page).getByTestId("empty-chart")).toHaveCount(0);
});

test("a link has the bracket and the answer", async ({ page }) => {
  await open(page, "counts.guess=31,64&counts.answered=1");
  await expect(picture(page)).toContainText("you drew 31 to 64");
  await expect(counts(page)).toContainText("well judged");
});

test("shows the core's counts for 4 and 100 units", async ({ page }) => {
  await openAnswered(page);
  for (const [name, units] of [
    ["4 units", 4],
    ["100 units", 100],
  ] as const) {
    const { smallest, largest, none_kept } = await drawn(page, { units });
    await expect(picture(page)).toContainText(`fewest ${smallest}, most ${largest}`);
    await expect(layer(page, name)).toContainText(`in ${none_kept} of 1,000 masks`);
  }
  await expect(layer(page, "4 units")).toContainText("2.008 of 4");
  await expect(layer(page, "4 units").locator("strong")).toHaveText("0.0625");
  await expect(layer(page, "4 units")).toContainText("about once in 16 masks");
  await expect(layer(page, "100 units")).toContainText("49.772 of 100");
  await expect(layer(page, "100 units").locator("strong")).toHaveText("7.889 × 10−31");
  await expect(layer(page, "100 units")).toContainText(
    "never: even at a billion masks a second, about once in 4 × 1013 years",
  );
});

test("bars are as high as shares of the masks, and the line as the exact probabilities", async ({
  alone,
}) => {
  const { counts: expected, binomial } = await drawn(alone, { units: 4 });
  const [bars, line] = await picture(alone)
    .locator("path[d*=h]")
    .evaluateAll((paths) => paths.slice(0, 2).map((path) => path.getAttribute("d")!));
  const bottom = Number(/V([\d.]+)Z/.exec(bars!)![1]);
  const heights = [...bars!.matchAll(/V([\d.]+)h/g)].map((match) => bottom - Number(match[1]));
  const levels = [...line!.matchAll(/,([\d.]+)h/g)].map((match) => bottom - Number(match[1]));
  const unit = Math.max(...expected.map((count) => count / 1000), ...binomial);
  const tallest = Math.max(...heights, ...levels);
  expect(heights.length).toBe(5);
  expect(levels.length).toBe(5);
  heights.forEach((height, k) =>
    expect(height / tallest).toBeCloseTo(expected[k]! / 1000 / unit, 9),
  );
  levels.forEach((level, k) => expect(level / tallest).toBeCloseTo(binomial[k]! / unit, 9));
});

test("a bar has a mask behind it, the core's", async ({ page }) => {
  await openAnswered(page);
  const bars = counts(page).getByRole("slider", { name: "Masks of 4 units" });
  await bars.focus();
  await bars.press("End");
  const { counts: masks } = await drawn(page, { units: 4 });
  await expect(bars).toHaveAttribute("aria-valuetext", `4 dropped: ${masks[4]} masks`);
  await expect(picture(page)).toContainText(`4 dropped: ${masks[4]} masks`);
  await bars.press("Home");
  await bars.press("ArrowRight");
  const cells = (kind: string) =>
    picture(page)
      .locator(`path.${kind}`)
      .evaluate((path) => path.getAttribute("d")!.split("M").length - 1);
  expect(await cells("kept")).toBe(3);
  expect(await cells("dropped")).toBe(1);
});

test("a probability below every float64 is still a number", async ({ page }) => {
  await openAnswered(page);
  await field(page, "Units, second").fill("1000");
  await field(page, "p_drop").fill("0.05");
  const { log10_probability_all_dropped: log10, probability_all_dropped } = await drawn(page, {
    units: 1000,
    p_drop: 0.05,
  });
  expect(probability_all_dropped).toBe(0);
  const exponent = Math.floor(log10);
  await expect(layer(page, "1,000 units").locator("strong")).toHaveText(
    `${(10 ** (log10 - exponent)).toFixed(3)} × 10−${-exponent}`,
  );
});

test("how often is said in masks as long as that says something", async ({ page }) => {
  await openAnswered(page);
  const often = layer(page, "4 units").locator("dd").last();
  for (const [pDrop, words] of [
    ["0.8", "in about 41 of 100 masks"],
    ["0.1", "about once in 10,000 masks"],
    ["0.001", "about once in 1 × 1012 masks"],
    ["0", "never: nothing is dropped"],
  ] as const) {
    await field(page, "p_drop").fill(pDrop);
    await expect(often).toContainText(words);
  }
});

test("what would give the answer away comes with it", async ({ lesson }) => {
  const section = lesson.locator("section", { has: counts(lesson) });
  const telling = [
    section.getByText("a wide layer loses nearly the same fraction"),
    section.getByText("Why the fraction hardly varies"),
    button(lesson, "0.8"),
  ];
  for (const each of telling) await expect(each).toBeHidden();
  await button(lesson, "Skip").click();
  for (const each of telling) await expect(each).toBeVisible();
});

test("a link that shows the answer has the text after it", async ({ watched }) => {
  await watched.goto("./?counts.answered=1");
  await readOn(watched);
  await expect(watched.getByText("a wide layer loses nearly the same fraction")).toBeVisible();
});

test("what is worth trying is a click away from the answer", async ({ alone }) => {
  await button(alone, "Skip").click();
  await button(alone, "10 units against 1,000").click();
  await expect(layer(alone, "1,000 units")).toBeVisible();
  await expect(counts(alone).getByTestId("empty-chart")).toHaveCount(0);
  await button(alone, "0.8").click();
  const { smallest, largest } = await drawn(alone, { units: 100, p_drop: 0.8 });
  await expect(picture(alone)).toContainText(`fewest ${smallest}, most ${largest}`);
});

test("new masks are those of the next seed", async ({ page }) => {
  await openAnswered(page);
  await button(page, "New masks").click();
  await expect(field(page, "Seed")).toHaveValue("13");
  const { smallest, largest } = await drawn(page, { units: 100, seed: 13 });
  await expect(picture(page)).toContainText(`fewest ${smallest}, most ${largest}`);
});

test("the seed after the last one is 0", async ({ page }) => {
  await openAnswered(page);
  const next = async (generator: Generator, digits: string) => {
    await field(page, "Coins flipped by").selectOption(generator);
    await field(page, "Seed").fill(digits);
    await button(page, "New masks").click();
    await expect(field(page, "Seed")).toHaveAccessibleDescription("");
    return field(page, "Seed").inputValue();
  };
  expect(await next("torch", "18446744073709551615")).toBe("0");
  expect(await next("torch", "-1")).toBe("0");
  expect(await next("torch", "9007199254740991")).toBe("9007199254740992");
  expect(await next("torch", "-9223372036854775808")).toBe("-9223372036854775807");
  expect(await next("numpy", "4294967295")).toBe("0");
  expect(await next("torch", "seven")).toBe("0");
});

test("a hundred thousand masks of the widest layer", async ({ page }) => {
  await openAnswered(page);
  await field(page, "Units, second").fill("4096");
  await field(page, "Masks").fill("100000");
  const { smallest, largest } = await drawn(page, { units: 4096, trials: 100_000 });
  await expect(picture(page)).toContainText(
    `fewest ${smallest!.toLocaleString("en-US")}, most ${largest!.toLocaleString("en-US")}`,
  );
});

test("the slider reaches the widths of common layers", async ({ page }) => {
  await openAnswered(page);
  const slider = counts(page).getByRole("slider", { name: "Units, first" });
  await slider.press("End");
  await expect(layer(page, "4,096 units")).toBeVisible();
  for (const name of ["3,000 units", "2,048 units", "1,500 units", "1,024 units"]) {
    await slider.press("ArrowLeft");
    await expect(layer(page, name)).toBeVisible();
  }
  const { binomial } = await drawn(page, { units: 1024 });
  expect(binomial[512]!).toBeCloseTo(0.024928, 6);
});

test("no masks leave the exact probabilities", async ({ page }) => {
  await openAnswered(page);
  await field(page, "Masks").fill("0");
  await expect(layer(page, "4 units")).toContainText("no masks");
  await expect(picture(page)).not.toContainText("fewest");
  await expect(layer(page, "4 units").locator("strong")).toHaveText("0.0625");
});

test("a wrong width is said beside its own control, and both pictures stay", async ({ page }) => {
  await openAnswered(page);
  await field(page, "Units, first").fill("0");
  await expect(field(page, "Units, first")).toHaveAccessibleDescription(
    /^Units, first must be .*1 to 4096, got 0$/,
  );
  await expect(field(page, "Units, second")).toHaveAccessibleDescription("");
  await expect(layer(page, "4 units")).toBeVisible();
  await field(page, "Units, second").fill("50");
  await expect(layer(page, "50 units")).toBeVisible();

  await field(page, "Masks").fill("100001");
  await expect(field(page, "Masks")).toHaveAccessibleDescription(/^Masks must be .*got 100001$/);
});
