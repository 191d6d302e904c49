/**
 * Takes the site's pictures of the built page, by hand when its looks have changed:
 *   npm run build && node web/pictures/take.mjs
 * The social picture shows the lesson's first figure, the README's how the page opens; the icons are
 * the favicon's.
 */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { chromium } from "@playwright/test";

const web = resolve(import.meta.dirname, "..");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

const pageOf = (width, height) =>
  browser.newPage({ viewport: { width, height }, reducedMotion: "reduce", bypassCSP: true });

/** Lines that a mask has dropped take a moment to fade. */
const faded = (page) =>
  page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));

const social = await pageOf(1200, 630);
const page = `file://${resolve(web, "../dist/dropout.html")}`;
await social.goto(`${page}?figure=hook&hook.mask=53&controls=0&caption=0&theme=light`);
await social.getByText("mean of 53 masks").waitFor();
await faded(social);
await social.addStyleTag({
  content: "main { padding: 2.75rem 3.5rem !important } .share { visibility: hidden }",
});
await social.screenshot({ path: resolve(web, "public/social.png") });

const opening = await pageOf(1280, 760);
await opening.goto(`${page}?hook.mask=53`);
await opening.getByText("mean of 53 masks").waitFor();
await faded(opening);
await opening.screenshot({ path: resolve(web, "pictures/page.png") });

const drawing = (await readFile(resolve(web, "public/favicon.svg"), "utf8")).replace(
  /<\/?svg[^>]*>/g,
  "",
);
/** margin: in units of the drawing, 32 wide. */
async function icon(name, size, margin, background) {
  const page = await pageOf(size, size);
  const side = 32 + 2 * margin;
  await page.setContent(
    `<body style="margin: 0; background: ${background}"><svg xmlns="http://www.w3.org/2000/svg" width="${size}" viewBox="${-margin} ${-margin} ${side} ${side}">${drawing}</svg>`,
  );
  await page.screenshot({
    path: resolve(web, `public/icons/${name}.png`),
    omitBackground: background === "transparent",
  });
}
await icon("192", 192, 4, "#fbfaf7");
await icon("512", 512, 0, "transparent");
// Hosts of maskable icons show the inner four fifths at least.
await icon("maskable", 512, 9, "#fbfaf7");
await browser.close();
