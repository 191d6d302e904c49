import type { Plugin } from "vite";

/** A Content Security Policy: what a page may load and run. All else is forbidden. */
type Policy = Record<string, string>;

/** 'wasm-unsafe-eval' compiles WebAssembly, and nothing else. Pictures are saved by way of data: URLs. */
export const sitePolicy: Policy = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "worker-src": "'self'",
  "connect-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

const textOf = (policy: Policy) =>
  Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");

/** The policy as an element, to stand before all that it is for. */
export const policyElement = (policy: Policy): string =>
  `<meta http-equiv="Content-Security-Policy" content="${textOf(policy)}" />`;

/** Puts the site's policy into built pages. (The development server needs inline scripts.) */
export function withPolicy(): Plugin {
  return {
    name: "policy",
    apply: "build",
    transformIndexHtml: (html) =>
      html.replace('<meta charset="utf-8" />', (first) => first + policyElement(sitePolicy)),
  };
}
