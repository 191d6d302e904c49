// What is seen in a screenshot, as numbers: no stored picture, which would differ between machines.
import type { Page } from "@playwright/test";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Red, green and blue, each from 0 to 255. */
export type Colour = [number, number, number];

export interface Picture {
  width: number;
  height: number;
  at(x: number, y: number): Colour;
}

/** The page as it is seen, from its top. */
export async function pictureOf(page: Page): Promise<Picture> {
  const png = await page.screenshot({ fullPage: true, animations: "disabled" });
  const decoder = await page.context().newPage();
  const { width, height, text } = await decoder.evaluate(
    async (address) => {
      const image = await createImageBitmap(await (await fetch(address)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const parts: string[] = [];
      for (let i = 0; i < data.length; i += 32768) {
        parts.push(String.fromCharCode(...data.subarray(i, i + 32768)));
      }
      return { width: image.width, height: image.height, text: btoa(parts.join("")) };
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  await decoder.close();
  const bytes = Buffer.from(text, "base64");
  const at = (x: number, y: number): Colour => {
    const i = 4 * (y * width + x);
    return [bytes[i]!, bytes[i + 1]!, bytes[i + 2]!];
  };
  return { width, height, at };
}

/** All pixels of a box, for which `isWanted`. */
export function pixelsIn(
  picture: Picture,
  { x, y, width, height }: Box,
  isWanted: (x: number, y: number) => boolean = () => true,
): Colour[] {
  const pixels: Colour[] = [];
  for (let row = Math.max(0, Math.floor(y)); row < Math.min(picture.height, y + height); ++row) {
    for (let at = Math.max(0, Math.floor(x)); at < Math.min(picture.width, x + width); ++at) {
      if (isWanted(at + 0.5, row + 0.5)) pixels.push(picture.at(at, row));
    }
  }
  return pixels;
}

/** The colour that most pixels have: what the others are written on. */
export function mostFrequent(pixels: Colour[]): Colour {
  const counts = new Map<string, number>();
  for (const pixel of pixels) counts.set(pixel.join(), (counts.get(pixel.join()) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return (most?.[0].split(",").map(Number) ?? [0, 0, 0]) as Colour;
}

function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** The contrast ratio of the Web Content Accessibility Guidelines, from 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Which share of the pixels has this contrast with `ground`, or more. */
export const shareSeen = (pixels: Colour[], ground: Colour, least = 3): number =>
  pixels.filter((pixel) => contrast(pixel, ground) >= least).length / Math.max(1, pixels.length);
