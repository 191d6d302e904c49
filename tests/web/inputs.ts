// Which tests scripts/test leaves out: those that passed before with all that they depend on the
// same. This is all of the site but the figures and sections that a test has not asked for; the
// tests themselves, what they import, and the system's packages.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { test as base } from "@playwright/test";
import { digest, filesIn, isPart, siteOf, withoutHashes } from "./site_files";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "build/page_tests");

/** What all tests depend on. */
function common(): string {
  const tests = [...filesIn(import.meta.dirname), join(root, "tests/names.ts")];
  const sources = filesIn(join(root, "web/src"));
  const isCode = (file: string) => file.endsWith(".ts") && !file.includes("/results/");
  const others = ["package-lock.json", "web/vite.config.ts"].map((file) => join(root, file));
  // The browser's version, and that of other programs.
  const packages = "/var/lib/dpkg/status";
  const files = [...tests, ...sources].filter(isCode).concat(others);
  return digest(
    process.version,
    process.env.CHROMIUM ?? "",
    existsSync(packages) ? readFileSync(packages) : "",
    ...files.flatMap((file) => [relative(root, file), readFileSync(file)]),
  );
}

/** Once for each of Playwright's workers. */
let known: { common: string; site: Map<string, string> } | undefined;

/** The digest of all that a test depends on which needs these parts. */
function inputsOf(needs: (part: string) => boolean): string {
  known ??= { common: common(), site: siteOf(join(root, "dist")) };
  const site = [...known.site].filter(([file]) => !isPart(file) || needs(file));
  return digest(known.common, ...site.flat());
}

interface Passed {
  parts: string[];
  inputs: string;
}

/** What a test depends on: of the site, only what it asks for; all of it; more than is known here. */
type Dependence = "its parts" | "the site" | "more";

export const test = base.extend<{ dependsOn: Dependence; requested: Set<string> }>({
  dependsOn: ["its parts", { option: true }],
  requested: [
    async ({ dependsOn }, use, testInfo) => {
      const file = join(folder, `${testInfo.testId}.json`);
      const inputs = (parts: string[]) => {
        // Which sections have come when a test ends, is a matter of time.
        const isWhole = dependsOn === "the site" || parts.some((part) => part.includes("Section-"));
        return inputsOf((part) => isWhole || parts.includes(part));
      };
      if (process.env.ONLY_CHANGED && dependsOn !== "more" && existsSync(file)) {
        const passed: Passed = JSON.parse(readFileSync(file, "utf8"));
        const isSame = inputs(passed.parts) === passed.inputs;
        testInfo.skip(isSame, "passed before, with all that it depends on the same");
      }
      const requested = new Set<string>();
      await use(requested);
      if (testInfo.status !== "passed") return;
      const parts = [...requested].filter(isPart);
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, JSON.stringify({ parts, inputs: inputs(parts) } satisfies Passed));
    },
    { auto: true },
  ],
  context: async ({ context, requested }, use) => {
    context.on("request", (request) => {
      if (!/^(file|https?):/.test(request.url())) return;
      // Below any path of any host.
      const path = withoutHashes(new URL(request.url()).pathname).split("/").slice(1);
      path.forEach((_, i) => requested.add(path.slice(i).join("/")));
    });
    await use(context);
  },
});
