// Which folder of web/src may import which: the order, and a reader of what the files really import.
// `node scripts/imports.mjs` prints that as a table.
import { readdirSync, readFileSync } from "node:fs";
import { posix, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const source = resolve(import.meta.dirname, "../web/src");

/**
 * The folders, lowest first: a file imports from its own folder and from rows above its own. Folders
 * in one row, such as all figures, import nothing of each other. `*` stands for any folder that no
 * row names.
 */
export const rows = [
  ["api/core"],
  ["api/input"],
  ["api/pool"],
  ["api/jobs"],
  ["api/training"],
  ["api"],
  ["text"],
  ["state"],
  ["ui/styles", "ui/chart", "ui/controls"],
  ["ui/diagram", "ui/sharing"],
  ["figures/shared"],
  ["figures/networks"],
  // Unfolds in another figure.
  ["figures/bugs"],
  ["figures/*"],
  ["figures"],
  ["offline"],
  ["lesson", "element"],
  ["."],
];

/** Folders that import nothing but types from outside, and from where: a language is words only. */
export const typesOnly = { text: "api" };

const names = rows.flat();

/** The row's name for a folder: its own, or with a star. */
const namedAs = (folder) =>
  [folder, `${posix.dirname(folder)}/*`].find((name) => names.includes(name));

/** The folder of the order that a file is in: the longest that fits. */
export function folderOf(file) {
  let folder = posix.dirname(file);
  while (folder !== "." && !namedAs(folder)) folder = posix.dirname(folder);
  if (folder === "." && file.includes("/")) throw new Error(`no row of the order has ${file}`);
  return folder;
}

const rowOf = (folder) => rows.findIndex((row) => row.includes(namedAs(folder)));

/** A component's scripts, without its markup. */
const scriptsOf = (file, code) =>
  file.endsWith(".svelte")
    ? [...code.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)]
        .map(([, script]) => script)
        .join("\n")
    : code;

/** The files that a relative import or pattern names, as paths below `root`; none of what is elsewhere. */
function resolved(files, file, specifier) {
  const path = posix.join(posix.dirname(file), specifier.replace(/\?.*$/, ""));
  if (path.startsWith("..")) return [];
  if (path.includes("*")) {
    const pattern = new RegExp(`^${path.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`);
    return files.filter((candidate) => pattern.test(candidate));
  }
  const found = ["", ".ts", ".svelte.ts", ".d.ts", "/index.ts"]
    .map((ending) => path + ending)
    .find((candidate) => files.includes(candidate));
  if (found === undefined) throw new Error(`${file} imports ${specifier}, which is no file`);
  return [found];
}

/** Whether a call is Vite's `import.meta.glob`, which imports all files that patterns name. */
const isGlob = ({ expression }) =>
  ts.isPropertyAccessExpression(expression) &&
  ts.isMetaProperty(expression.expression) &&
  expression.name.text === "glob";

/** The patterns of such a call, without those of what it leaves out. */
const patternsOf = ([patterns]) =>
  (ts.isArrayLiteralExpression(patterns) ? patterns.elements : [patterns]).filter(
    ({ text }) => !text.startsWith("!"),
  );

/** What a module imports or exports again: of each, where from, and whether types alone. */
function importsOf(code) {
  const found = [];
  const add = (node, isType) => found.push({ specifier: node.text, isType });
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      const named = clause?.namedBindings;
      const onlyTypes =
        named && ts.isNamedImports(named) && !clause.name && named.elements.length > 0
          ? named.elements.every((element) => element.isTypeOnly)
          : false;
      add(node.moduleSpecifier, Boolean(clause?.isTypeOnly) || onlyTypes);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isCallExpression(node) && isGlob(node)) {
      for (const pattern of patternsOf(node.arguments)) add(pattern, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("module.ts", code, ts.ScriptTarget.Latest));
  return found;
}

/** All imports of one file of `root` from another: `{ from, to, isType }`. */
export function readImports(root = source) {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, resolve(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
  const modules = files.filter((file) => /\.(ts|svelte)$/.test(file));
  return modules.flatMap((from) =>
    importsOf(scriptsOf(from, readFileSync(resolve(root, from), "utf8")))
      .filter(({ specifier }) => specifier.startsWith("."))
      .flatMap(({ specifier, isType }) =>
        resolved(files, from, specifier).map((to) => ({ from, to, isType })),
      ),
  );
}

/** The imports that the order does not allow, each as a sentence. */
export function againstTheOrder(imports) {
  return imports.flatMap(({ from, to, isType }) => {
    const [importer, imported] = [folderOf(from), folderOf(to)];
    if (importer === imported) return [];
    if (rowOf(imported) >= rowOf(importer)) {
      return [`${from} imports ${to}: ${importer} comes before ${imported}, or beside it`];
    }
    const allowed = typesOnly[importer];
    if (allowed && !(isType && imported.startsWith(allowed))) {
      return [`${from} imports ${to}: ${importer} imports types of ${allowed} only`];
    }
    return [];
  });
}

/** A circle among names, `edges` being what each imports: its members in order, or undefined. */
export function circleIn(edges) {
  const done = new Set();
  const path = [];
  const visit = (name) => {
    if (path.includes(name)) return path.slice(path.indexOf(name));
    if (done.has(name)) return undefined;
    path.push(name);
    for (const next of edges.get(name) ?? []) {
      const circle = visit(next);
      if (circle) return circle;
    }
    path.pop();
    done.add(name);
    return undefined;
  };
  for (const name of edges.keys()) {
    const circle = visit(name);
    if (circle) return circle;
  }
  return undefined;
}

/** What each file imports, or where `nameOf` names its folder, each folder. */
export function edgesOf(imports, nameOf = (file) => file) {
  const edges = new Map();
  for (const { from, to } of imports) {
    const [importer, imported] = [nameOf(from), nameOf(to)];
    if (!edges.has(importer)) edges.set(importer, new Set());
    if (importer !== imported) edges.get(importer).add(imported);
  }
  return edges;
}

/** The folders in their order, each with those it imports from, as a table in Markdown. */
export function table(imports) {
  const edges = edgesOf(imports, (file) => namedAs(folderOf(file)));
  const code = (name) => (name === "." ? "`main.ts`" : `\`${name}/\``);
  const lines = names.map((name) => {
    const imported = names.filter((other) => edges.get(name)?.has(other)).map(code);
    return `| ${code(name)} | ${imported.join(", ") || "nothing"} |`;
  });
  return ["| folder of `web/src/` | imports from |", "| --- | --- |", ...lines].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(table(readImports()));
