// The files of the built site, as tests depend on them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const digest = (...parts: (string | Buffer)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
};

export const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Built names have a hash of their contents, and contents the names of other files. */
export const withoutHashes = (text: string) =>
  text.replace(/-[\w-]{8}\.(?=(?:bin|css|js|wasm|woff2)\b)/g, "-*.");

/** What not every page asks for, and only pages do: no worker. */
export const isPart = (file: string) =>
  /^assets\/\w+(Figure|Section)-\*\.|^(inline|types|example)\/|^(inline[\w-]*|dropout-figure|service-worker)\.|^dropout\.html$/.test(
    file,
  );

/** The files of the site, without the hashes in their names and in themselves, and their digests. */
export function siteOf(dist: string): Map<string, string> {
  const site = new Map<string, string>();
  for (const file of filesIn(dist)) {
    const name = withoutHashes(relative(dist, file));
    if (name.startsWith("api/")) continue;
    const content = readFileSync(file);
    const isText = /\.(css|html|js|json|webmanifest)$/.test(name);
    const own = digest(isText ? withoutHashes(content.toString()) : content);
    // Two files may have one name but for their hashes.
    site.set(name, digest(site.get(name) ?? "", own));
  }
  return site;
}
