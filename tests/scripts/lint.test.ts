// Which C++ files scripts/test lints: those that changed since they passed, by any of their inputs.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const scripts = resolve(import.meta.dirname, "../../scripts");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lint-"));
  for (const name of ["build/native", "core/src/topic"]) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  write("core/src/topic/one.cpp", "int one;");
  write("core/src/topic/two.cpp", "int two;");
  write("core/src/one.h", "");
  write("core/src/both.h", "");
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

// Stand-ins: one.cpp includes both headers, two.cpp one of them. A file with "wrong" in it fails.
const tools = `
  ninja() {
    local object=\${@: -1}
    local name=\${object##*/}
    case "$name $*" in
      one.cpp.o*"-t deps"*) printf '%s: #deps 3\\n    ../../core/src/topic/one.cpp\\n    ../../core/src/one.h\\n    ../../core/src/both.h\\n\\n' "$object" ;;
      two.cpp.o*"-t deps"*) printf '%s: #deps 2\\n    ../../core/src/topic/two.cpp\\n    ../../core/src/both.h\\n\\n' "$object" ;;
      *"-t deps"*) echo "$object: deps not found" ;;
      *) echo "c++ $flags -c $name" ;;
    esac
  }
  clang-tidy() {
    case $1 in
      --version) echo "$version" ;;
      --dump-config) echo "$checks" ;;
      *)
        echo "\${@: -1}"
        ! grep wrong "\${@: -1}"
        ;;
    esac
  }`;

function lint(settings: Record<string, string> = {}) {
  const env = { ...process.env, flags: "-O3", version: "14", checks: "bugprone-*", ...settings };
  const { status, stdout, stderr } = spawnSync(
    "bash",
    [
      "-c",
      `set -euo pipefail
       source ${scripts}/steps.sh
       source ${scripts}/lint.sh
       ${tools}
       lint_file core/src/topic/one.cpp
       lint_file core/src/topic/two.cpp`,
    ],
    { cwd: folder, encoding: "utf8", env },
  );
  const linted = [...stdout.matchAll(/^core\S*\/(\w+)\.cpp$/gm)].map(([, name]) => name);
  return { status, linted, stderr };
}

const nothing = { status: 0, linted: [], stderr: "" };
const both = { status: 0, linted: ["one", "two"], stderr: "" };

test("what passed is not linted again", () => {
  expect(lint()).toEqual(both);
  expect(lint()).toEqual(nothing);
});

test("a file is linted again when it or a header of it has changed, and no other is", () => {
  lint();
  write("core/src/topic/two.cpp", "int second;");
  expect(lint().linted).toEqual(["two"]);
  write("core/src/one.h", "// changed");
  expect(lint().linted).toEqual(["one"]);
  write("core/src/both.h", "// changed");
  expect(lint().linted).toEqual(["one", "two"]);
  expect(lint()).toEqual(nothing);
});

test.each<Record<string, string>>([
  { flags: "-O2" },
  { version: "19" },
  { checks: "performance-*" },
])("all are linted again with %o", (changed) => {
  lint();
  expect(lint(changed)).toEqual(both);
  expect(lint(changed)).toEqual(nothing);
});

test("what failed is linted until it passes", () => {
  write("core/src/topic/one.cpp", "int wrong;");
  expect(lint()).toMatchObject({ status: 1, linted: ["one"] });
  expect(lint()).toMatchObject({ status: 1, linted: ["one"] });
  write("core/src/topic/one.cpp", "int one;");
  expect(lint()).toEqual(both);
});

test("a file that is not built cannot be linted", () => {
  const { status, stderr } = spawnSync(
    "bash",
    [
      "-c",
      `set -euo pipefail; source ${scripts}/steps.sh; source ${scripts}/lint.sh; ${tools}
       lint_file core/src/topic/three.cpp`,
    ],
    { cwd: folder, encoding: "utf8" },
  );
  expect(status).toBe(1);
  expect(stderr).toBe(
    "core/src/topic/three.cpp is not part of the native build: no CMakeLists.txt names it, or it is not built.\n",
  );
});
