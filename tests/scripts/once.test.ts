// What scripts/test leaves out: parts that passed before with the very same inputs.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const steps = resolve(import.meta.dirname, "../../scripts/steps.sh");

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "once-"))));
afterEach(() => rmSync(folder, { recursive: true }));

/** What `commands` print, with `once` and the like at hand. */
function run(commands: string) {
  const { status, stdout } = spawnSync(
    "bash",
    ["-c", `set -euo pipefail; source ${steps}\n${commands}`],
    { cwd: folder, encoding: "utf8" },
  );
  return { status, stdout };
}

const part = 'part() { echo ran; [[ "$1" != broken ]]; echo to its end; };';
const ran = { status: 0, stdout: "ran\nto its end\n" };

test("a part runs until it has passed with the same input", () => {
  expect(run(`${part} echo one | once a/b part broken`)).toEqual({ status: 1, stdout: "ran\n" });
  expect(run(`${part} echo one | once a/b part sound`)).toEqual(ran);
  expect(run(`${part} echo one | once a/b part sound`)).toEqual({ status: 0, stdout: "" });
  expect(run(`${part} echo one | once c part sound`)).toEqual(ran);
  expect(run(`${part} echo two | once a/b part sound`)).toEqual(ran);
});

test("an input that cannot be read fails, whatever the part says", () => {
  expect(run(`${part} { echo one && cksum nothing; } | once a part sound`).status).not.toBe(0);
});
