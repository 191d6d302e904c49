// The TypeScript declarations say what the module really exports, takes and returns.
import { resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import type { CoreModule, CoreTraining } from "../../web/src/api/core/module";
import { unwrap } from "../../web/src/api/core/unwrap";
import { callsOf } from "./calls";
import { instantiateCore } from "./core";

const { core } = await instantiateCore();

const calls = callsOf(core);

/** The same of a training session, which is no plain object but has methods. */
const trainingCalls: { [Name in keyof CoreTraining]: Parameters<CoreTraining[Name]> } = {
  step: [1],
  state: [],
  nextBatch: [],
  snapshot: [],
  delete: [],
};

const web = resolve(import.meta.dirname, "../../web");
const program = ts.createProgram([resolve(web, "src/api/core/module.ts")], {
  strict: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2023,
  types: [],
});
const checker = program.getTypeChecker();

function declaredFunctions(): ts.Symbol[] {
  const source = program.getSourceFile(resolve(web, "src/api/core/module.ts"))!;
  const [coreModule] = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!);
  return checker.getDeclaredTypeOfSymbol(coreModule!).getProperties();
}

/** Where `value` is not of `type`, or nothing. */
function mismatch(value: unknown, type: ts.Type, path: string): string | undefined {
  if (type.isUnion()) {
    const problems = type.types.map((option) => mismatch(value, option, path));
    return problems.includes(undefined) ? undefined : problems.join(" and ");
  }
  if (type.isLiteral()) return value === type.value ? undefined : `${path} is ${value}`;
  if (type.flags & ts.TypeFlags.Null) return value === null ? undefined : `${path} is not null`;
  if (type.flags & ts.TypeFlags.BooleanLiteral) {
    const literal = checker.typeToString(type);
    return JSON.stringify(value) === literal ? undefined : `${path} is not ${literal}`;
  }
  if (type.flags & ts.TypeFlags.Number) {
    return typeof value === "number" ? undefined : `${path} is no number`;
  }
  if (checker.isArrayType(type)) {
    if (!Array.isArray(value) || value.length === 0) return `${path} is no array with entries`;
    const [entry] = checker.getTypeArguments(type as ts.TypeReference);
    return value.map((item, i) => mismatch(item, entry!, `${path}[${i}]`)).find(Boolean);
  }
  if (value === null || typeof value !== "object") return `${path} is no object`;
  const declared = type.getProperties().map(({ name }) => name);
  const actual = Object.keys(value);
  if ([...declared].sort().join() !== actual.sort().join()) {
    return `${path} has ${actual}, but ${declared} are declared`;
  }
  return type
    .getProperties()
    .map((property) =>
      mismatch(
        (value as Record<string, unknown>)[property.name],
        checker.getTypeOfSymbol(property),
        `${path}.${property.name}`,
      ),
    )
    .find(Boolean);
}

/** Older Embinds count the arguments themselves and throw; with newer ones the core refuses. */
function refuses(call: () => unknown): boolean {
  try {
    return call() instanceof Error;
  } catch {
    return true;
  }
}

test("the module exports the declared functions and no others", () => {
  // Embind's own are spelled otherwise: underscores, capitals, or names of its runtime.
  const runtime =
    /^[_A-Z]|_|^(flushPendingDeletes|get\w*Inherited\w*|setDelayFunction|ready|asm|inspect|run|preRun|postRun|calledRun|then)$/;
  const exported = Object.entries(core)
    .filter(([name, value]) => typeof value === "function" && !runtime.test(name))
    .map(([name]) => name);
  expect(exported.sort()).toEqual(
    declaredFunctions()
      .map(({ name }) => name)
      .sort(),
  );
});

/** What a call's result is, without the Error: that is for bad input only. */
function returnedBy(method: ts.Symbol): ts.Type {
  const [signature] = checker.getTypeOfSymbol(method).getCallSignatures();
  const returned = checker.getReturnTypeOfSignature(signature!);
  if (!returned.isUnion()) return returned;
  const results = returned.types.filter((type) => type.symbol?.name !== "Error");
  expect(results.length).toBe(1);
  return results[0]!;
}

/** How many arguments a function takes: those of derived ones are a tuple. */
function argumentsOf(signature: ts.Signature): number {
  const [first] = signature.parameters;
  const type = first && checker.getTypeOfSymbol(first);
  const isTuple = type !== undefined && checker.isTupleType(type);
  if (!isTuple) return signature.parameters.length;
  return checker.getTypeArguments(type as ts.TypeReference).length;
}

const functions = declaredFunctions().map((symbol) => ({ name: symbol.name, symbol }));

test.each(functions)("$name takes what is declared", ({ name, symbol }) => {
  const exported = core[name as keyof CoreModule] as (...values: unknown[]) => unknown;
  const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures();
  const values = calls[name as keyof CoreModule];
  expect(values.length).toBe(argumentsOf(signature!));
  expect(refuses(() => exported(...values.slice(1)))).toBe(true);
});

test.each(functions.filter(({ name }) => name !== "train"))(
  "$name returns what is declared",
  ({ name, symbol }) => {
    const exported = core[name as keyof CoreModule] as (...values: unknown[]) => unknown;
    const result = exported(...calls[name as keyof CoreModule]);
    expect(mismatch(result, returnedBy(symbol), name)).toBeUndefined();
  },
);

test("a training session has the declared methods, which return what is declared", () => {
  const training = unwrap(core.train(...calls.train));
  const declared = returnedBy(declaredFunctions().find(({ name }) => name === "train")!);
  for (const method of declared.getProperties()) {
    const name = method.name as keyof CoreTraining;
    const call = training[name] as (...values: unknown[]) => unknown;
    const result = call.apply(training, trainingCalls[name]);
    if (name === "delete") expect(result).toBeUndefined();
    else expect(mismatch(result, returnedBy(method), name)).toBeUndefined();
  }
});
