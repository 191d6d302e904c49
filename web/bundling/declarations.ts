import { mkdir, writeFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import ts from "typescript";
import { dist, web } from "./common.ts";

const styles = /^import "[^"]*\.css";\n/gm;
const isRelative = /(?<= from "|import\(")\.[^"]*(?=")/g;

/**
 * Writes the type declarations of a module of web/, and of the modules that they name, into `folder`.
 * Gives the path of the module's own below dist/.
 */
export async function writeDeclarations(module: string, folder: string): Promise<string> {
  const { config } = ts.readConfigFile(resolve(web, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, web);
  const program = ts.createProgram([resolve(web, module), resolve(web, "src/env.d.ts")], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    declarationDir: folder,
    rootDir: resolve(web, "src"),
  });
  const declarations = new Map<string, string>();
  program.emit(undefined, (file, code) => declarations.set(file, code));

  const first = resolve(folder, relative("src", module).replace(/\.ts$/, ".d.ts"));
  const wanted = new Set([first]);
  for (const file of wanted) {
    const code = declarations.get(file);
    if (code === undefined) throw new Error(`no declarations of ${file}`);
    const named = code.replace(styles, "").replace(isRelative, (path) => `${path}.js`);
    for (const [path] of named.matchAll(isRelative)) {
      wanted.add(`${resolve(dirname(file), path.replace(/\.js$/, ""))}.d.ts`);
    }
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, named);
  }
  return relative(dist, first);
}
