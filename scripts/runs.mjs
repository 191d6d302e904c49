// Trains the networks whose results the page ships as "our runs", and writes web/data/runs/.
//   node scripts/runs.mjs           all tables
//   node scripts/runs.mjs p_drop    one of them
// It needs the WebAssembly core (scripts/build). The figures' own code trains, so that a reader who
// trains the same network gets the same numbers.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { format } from "prettier";
import { createServer } from "vite";

const root = resolve(import.meta.dirname, "..");
const core = resolve(root, "build/wasm/wasm/dropout_core");
// Not vite's runnerImport: what the figures import only when they train comes later.
const server = await createServer({
  configFile: false,
  root,
  appType: "custom",
  logLevel: "error",
  server: { middlewareMode: true, ws: false },
  resolve: { alias: { "#core": `${core}.mjs` } },
});
const module = await server.ssrLoadModule("/tests/sweep/runs.ts");

const dropout = await module.load({ wasmBinary: readFileSync(`${core}.wasm`) });
const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : Object.keys(module.tables)) {
  const started = performance.now();
  const table = await module.tables[name](dropout, (line) => console.log(`${name}: ${line}`));
  const json = await format(JSON.stringify(table), { parser: "json", printWidth: 100 });
  writeFileSync(resolve(root, `web/data/runs/${name}.json`), json);
  console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

await server.close();
