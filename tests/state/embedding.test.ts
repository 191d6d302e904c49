import { expect, test } from "vitest";
import { embeddedAddress, embedSnippet } from "../../web/src/ui/sharing/embed_code";
import { embedding } from "../../web/src/ui/sharing/embedding";

const page = new URL("https://a.example/x/?layer.seed=3&counts.seed=4&page.convention=paper#top");
const wanted = {
  figure: "layer",
  showsControls: false,
  showsCaption: true,
  theme: "dark",
} as const;

test("a figure takes along what is set for it and for the page, and comes back the same", () => {
  const address = embeddedAddress(page, wanted);
  expect(address).toBe(
    "https://a.example/x/?figure=layer&layer.seed=3&page.convention=paper&controls=0&theme=dark",
  );
  expect(embedding(new URL(address).searchParams)).toEqual(wanted);
});

test("no figure, no embedding; an unknown theme is the system's", () => {
  expect(embedding(new URLSearchParams("layer.seed=3"))).toBeUndefined();
  expect(embedding(new URLSearchParams("figure=x&theme=evil"))!.theme).toBe("system");
});

test("the snippet is one element, whatever the title says", () => {
  expect(embedSnippet("https://a.example/?a=1&b=2", 'say "x"', 100)).toBe(
    '<iframe src="https://a.example/?a=1&amp;b=2" title="say &quot;x&quot;" width="100%" height="100" style="border: 0" loading="lazy"></iframe>',
  );
});
