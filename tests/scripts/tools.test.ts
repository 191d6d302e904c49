// What the scripts say when something is the matter with the system that they run on.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "scripts-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs commands as the scripts do, with stand-ins for what would change this system. */
function run(commands: string) {
  const setUp = `
    set -euo pipefail
    source scripts/steps.sh
    source scripts/tools.sh
    apt-get() { echo "apt-get $*"; }
    sudo() { echo "sudo $*"; }
    env() { echo "env $*"; }`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", `${setUp}\n${commands}`], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const nothing =
  "has() { false; }; is_root() { false; }; need ninja-build 'Ninja, https://ninja' false; need npm 'Node.js' false;";

describe("where packages are missing", () => {
  test("without root and sudo it says so, and gives the command for root", () => {
    const { status, stderr } = run(`system=debian; ${nothing} provide_packages`);
    expect(status).toBe(1);
    expect(stderr).toContain("has to run as root or needs sudo");
    expect(stderr).toContain(
      "\napt-get update && apt-get install --yes --no-install-recommends ninja-build npm\n",
    );
    expect(stderr).toContain("- Ninja, https://ninja (Debian: ninja-build)\n");
    expect(stderr).not.toContain("Ubuntu");
  });

  test("on other systems it names the systems that it knows, and what is missing", () => {
    const { status, stderr } = run(`system=other; ${nothing} provide_packages`);
    expect(status).toBe(1);
    expect(stderr).toContain("only on Debian 12 or 13, or Ubuntu 22.04 or newer");
    expect(stderr).toContain("- Ninja, https://ninja (Debian: ninja-build)\n- Node.js");
    expect(stderr).not.toContain("sudo");
    expect(stderr).not.toContain("apt-get");
  });

  test.each([
    ["as root", "is_root() { true; }", ""],
    ["with sudo", "is_root() { false; }", "sudo "],
  ])("%s it installs them", (_, user, prefix) => {
    const { status, stdout, stderr } = run(
      `system=debian; has() { true; }; ${user}; need npm Node.js false; provide_packages`,
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toContain(`${prefix}apt-get update\n`);
    expect(stdout).toContain(
      `${prefix}env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends npm\n`,
    );
  });

  test("nothing happens if nothing is missing", () => {
    expect(run("has() { false; }; need npm Node.js true; provide_packages")).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
  });
});

test.each([
  ["ID=debian\nVERSION_ID=11", ""],
  ["ID=debian\nVERSION_ID=12", "debian"],
  ["ID=debian\nVERSION_ID=13", "debian"],
  ["ID=debian", "debian"], // testing
  ["ID=ubuntu\nVERSION_ID=20.04", ""],
  ["ID=ubuntu\nVERSION_ID=22.04", "ubuntu"],
  ["ID=ubuntu\nVERSION_ID=26.04", "ubuntu"],
  ["ID=fedora\nVERSION_ID=43", ""],
])("of %j it knows whether packages are new enough", (content, name) => {
  const file = join(folder, "os-release");
  writeFileSync(file, content);
  expect(run(`known_system ${file} || true`).stdout.trim()).toBe(name);
});

describe("the port to serve on", () => {
  test("is refused while another program uses it, with another one to take", async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, "localhost", listening));
    const { port } = server.address() as AddressInfo;
    const { status, stderr } = run(`check_port ${port}`);
    await new Promise((closed) => server.close(closed));
    expect(status).toBe(1);
    expect(stderr).toBe(
      `Port ${port} is in use. Choose another, for example: scripts/serve 9000\n`,
    );
    expect(run(`check_port ${port}`)).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test.each(["", "0", "65536", "80a", "-1", "8000.5"])("%j is none", (port) => {
    const { status, stderr } = run(`check_port "${port}"`);
    expect(status).toBe(1);
    expect(stderr).toBe(`The port must be a whole number from 1 to 65535, got "${port}".\n`);
  });
});
