// What C++ scripts/test lints: what changed since it passed, by any of its inputs.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const scripts = resolve(import.meta.dirname, "../../scripts");

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "lint-")));
  symlinkSync(scripts, join(folder, "scripts"));
  spawnSync("git", ["init", "--quiet"], { cwd: folder });
  for (const name of ["build/asan", "core/src/topic"]) {
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
    local source=core/src/topic/\${name%.o}
    case "$name $*" in
      *"-t targets"*) printf "%s: CXX_COMPILER__dropout\${scanned}_Debug\\n" $objects; echo "gtest.o: CXX_COMPILER__gtest_Debug" ;;
      *"-t query"*) printf '%s:\\n  input: CXX_COMPILER__dropout_Debug\\n    %s\\n  outputs:\\n    libdropout.a\\n' "$object" "$source" ;;
      one.cpp.o*"-t deps"*) printf '%s: #deps 3\\n    %s\\n    %s\\n    %s\\n\\n' "$object" "$PWD/$source" "$PWD/core/src/one.h" "$PWD/core/src/both.h" ;;
      two.cpp.o*"-t deps"*) printf '%s: #deps 2\\n    %s\\n    %s\\n\\n' "$object" "$PWD/$source" "$PWD/core/src/both.h" ;;
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
  }
  export -f ninja clang-tidy`;

function lint(settings: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    "bash",
    [
      "-c",
      `set -euo pipefail; source scripts/steps.sh; source scripts/lint.sh; ${tools}; lint_cpp`,
    ],
    {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        objects: "one.cpp.o two.cpp.o",
        scanned: "",
        flags: "-O3",
        version: "14",
        checks: "bugprone-*",
        ...settings,
      },
    },
  );
  const linted = [...stdout.matchAll(/^core\S*\/(\w+)\.cpp$/gm)].map(([, name]) => name);
  return { status, linted: linted.toSorted(), stderr };
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
  expect(lint()).toMatchObject({ status: 123, linted: ["one", "two"] });
  expect(lint()).toMatchObject({ status: 123, linted: ["one"] });
  write("core/src/topic/one.cpp", "int one;");
  expect(lint()).toEqual({ status: 0, linted: ["one"], stderr: "" });
});

test("rules that newer CMakes name otherwise are found", () => {
  expect(lint({ scanned: "_unscanned" })).toEqual(both);
});

test("a file that is not built cannot be linted", () => {
  expect(lint({ objects: "two.cpp.o" })).toEqual({
    status: 1,
    linted: [],
    stderr: "Not part of the build, for no CMakeLists.txt names it: core/src/topic/one.cpp\n",
  });
});
