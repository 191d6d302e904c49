// A drawing keeps its look outside of the page only if that stands on its elements.
const drawn = [
  "fill",
  "fill-opacity",
  "font-family",
  "font-size",
  "font-variant-numeric",
  "font-weight",
  "opacity",
  "paint-order",
  "stroke",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "stroke-width",
  "text-anchor",
];

/** Of CSS only: not attributes. */
const blended = ["isolation", "mix-blend-mode"];

const margin = 16;

/** The colour that an element stands on. */
function ground(element: Element): string {
  const colours: string[] = [];
  for (let node: Node | null = element; node; node = node.parentNode) {
    // A figure in somebody else's page is in a tree of its own.
    if (node instanceof ShadowRoot) node = node.host;
    if (node instanceof Element) colours.push(getComputedStyle(node).backgroundColor);
  }
  return colours.find((colour) => colour !== "rgba(0, 0, 0, 0)") ?? "white";
}

/** A chart or diagram of the page as an SVG file of its own, on the colour that it stands on. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  copies.forEach((element, i) => {
    const style = getComputedStyle(originals[i]!);
    for (const property of drawn) element.setAttribute(property, style.getPropertyValue(property));
    const blending = blended.map((name) => [name, style.getPropertyValue(name)] as const);
    for (const name of ["class", "tabindex"]) element.removeAttribute(name);
    for (const [name, value] of blending) {
      if (!["auto", "normal"].includes(value))
        (element as SVGElement).style.setProperty(name, value);
    }
  });
  // Marks may stick out of the drawing's own box: what it shows decides, not the box.
  const shown = svg.getBBox();
  const box = svg.viewBox.baseVal?.width
    ? svg.viewBox.baseVal
    : { x: 0, y: 0, width: svg.clientWidth, height: svg.clientHeight };
  const left = Math.min(box.x, shown.x) - margin;
  const top = Math.min(box.y, shown.y) - margin;
  const width = Math.max(box.x + box.width, shown.x + shown.width) + margin - left;
  const height = Math.max(box.y + box.height, shown.y + shown.height) + margin - top;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `${left} ${top} ${width} ${height}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ x: left, y: top, width, height })) {
    paper.setAttribute(name, String(value));
  }
  paper.setAttribute("fill", ground(svg));
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}

const pixelsPerUnit = 3;

/** The same as pixels, enough of them for print. */
export async function png(svg: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(image.width * pixelsPerUnit);
  canvas.height = Math.ceil(image.height * pixelsPerUnit);
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("The browser made no picture."))),
      "image/png",
    ),
  );
}
