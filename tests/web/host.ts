import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const types: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

export interface Host {
  /** Of the folder, with a slash at the end. */
  address: string;
  /** What it was asked for and has not: paths. */
  missing: string[];
  /** Another folder from now on. */
  show(folder: string): void;
  close(): Promise<void>;
}

/** A plain static host: `folder` under `path`, with these headers. */
export async function host(
  folder: string,
  { path = "/", headers = {} }: { path?: string; headers?: Record<string, string> } = {},
): Promise<Host> {
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, "http://host");
    const name = pathname.startsWith(path) ? pathname.slice(path.length) || "index.html" : "..";
    const file = name.endsWith("/") ? `${name}index.html` : name;
    const content = file.includes("..")
      ? Promise.reject(new Error("not below the folder"))
      : readFile(join(folder, file));
    content.then(
      (bytes) => {
        const type = types[extname(file)] ?? "application/octet-stream";
        response.writeHead(200, { "Content-Type": type, ...headers }).end(bytes);
      },
      () => {
        missing.push(pathname);
        response.writeHead(404, headers).end();
      },
    );
  });
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}${path}`,
    missing,
    show: (another) => (folder = another),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
