// Lighthouse on the built site, served compressed as hosts do: npm run lighthouse
// Fails where a median, on a desktop or on a slow phone, is below 0.97. Fetches Lighthouse, which is
// too large to install for every test.
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

const wanted = 0.97;
const runs = 5;
const root = join(import.meta.dirname, "..");
const reports = join(root, "build/lighthouse");
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, "http://localhost").pathname);
  const file = join(root, "dist", path.endsWith("/") ? `${path}index.html` : path);
  try {
    const content = gzipSync(readFileSync(file));
    response.writeHead(200, {
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "Content-Encoding": "gzip",
      "Cache-Control": "max-age=31536000",
    });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
});

/** The scores of one run: in a process of its own, as this one answers it. */
async function scores(address, name, options) {
  const report = join(reports, `${name}.json`);
  const command = [
    "--yes",
    "lighthouse@12.8.2",
    address,
    "--only-categories=performance,accessibility,best-practices",
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    "--output=json",
    `--output-path=${report}`,
    "--quiet",
    ...options,
  ];
  const env = { CHROME_PATH: "/usr/bin/chromium", ...process.env };
  await promisify(execFile)("npx", command, { env });
  const { categories } = JSON.parse(readFileSync(report, "utf8"));
  return Object.values(categories).map(({ id, score }) => ({ id, score }));
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

mkdirSync(reports, { recursive: true });
await new Promise((resolve) => server.listen(0, resolve));
const address = `http://localhost:${server.address().port}/`;
for (const [device, options] of [
  ["desktop", ["--preset=desktop"]],
  ["phone", []],
]) {
  const results = [];
  for (let run = 0; run < runs; ++run) {
    results.push(await scores(address, `${device}-${run}`, options));
  }
  results[0].forEach(({ id }, category) => {
    const score = median(results.map((result) => result[category].score));
    console.log(`${device}, ${id}: ${score} (median of ${runs})`);
    if (score < wanted) process.exitCode = 1;
  });
}
server.close();
