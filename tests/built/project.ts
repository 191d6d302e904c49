// An empty project in which the npm package is installed, as others have it.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

export const root = resolve(import.meta.dirname, "../..");
export const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export interface Project {
  folder: string;
  /** Gives what the program prints. */
  run(program: string, ...given: string[]): Promise<string>;
  write(file: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export async function newProject(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), "project-"));
  const project: Project = {
    folder,
    run: async (program, ...given) =>
      (await promisify(execFile)(program, given, { cwd: folder })).stdout,
    write: (file, text) => writeFile(join(folder, file), text),
    remove: () => rm(folder, { recursive: true }),
  };
  const description = { name: "empty", private: true, type: "module" };
  await project.write("package.json", JSON.stringify(description));
  const packed = await project.run("npm", "pack", "--silent", resolve(root, "dist"));
  await project.run("npm", "install", "--offline", "--no-audit", "--no-fund", `./${packed.trim()}`);
  return project;
}
