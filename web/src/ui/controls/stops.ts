const widths = [
  ...Array.from({ length: 20 }, (_, i) => i + 1),
  ...[24, 28, 32, 40, 50, 60, 80, 100, 150, 200, 300, 400, 500, 600, 800, 1000],
  ...[1024, 1500, 2048, 3000, 4096],
];

const counts = [0, 1, 2, 3, 4, 5].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power));

/** How many units a layer has: small numbers one by one, and widths that layers often have. */
export const widthsUpTo = (most: number) => widths.filter((width) => width <= most);

/** How many masks or rolls: 1, 2, 5, 10, 20, … */
export const countsUpTo = (most: number) => counts.filter((count) => count <= most);
