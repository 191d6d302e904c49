/// <reference lib="webworker" />
/**
 * Keeps the lesson for times without a network: all files of one version, or none. A newer version
 * waits until no page shows the old one any more, or until the reader asks for it.
 */
export {};

declare const self: ServiceWorkerGlobalScope;
/** The site's files with the hashes that they have to have; the build knows them. */
declare const precache: { version: string; files: Record<string, string> };

const { version, files } = precache;
// Other sites may be on the same host.
const ours = `lesson of ${self.registration.scope}, `;
const cacheName = ours + version;
const start = "./";

async function fill() {
  const cache = await caches.open(cacheName);
  const requests = Object.entries(files).map(
    ([file, integrity]) => new Request(file, { integrity, cache: "no-cache" }),
  );
  // A host that is about to change gives files of two versions: the hashes then refuse the lot.
  await cache.addAll(requests);
}

async function takeOver() {
  await self.clients.claim();
  const windows = await self.clients.matchAll({ type: "window" });
  if (windows.length > 1) return; // Pages of the version before still need its files.
  for (const name of await caches.keys()) {
    if (name.startsWith(ours) && name !== cacheName) await caches.delete(name);
  }
}

async function answer(request: Request): Promise<Response> {
  const kept =
    request.mode === "navigate"
      ? await (await caches.open(cacheName)).match(start, { ignoreVary: true })
      : // Of any version: a page of the one before finds its own files, whose names have hashes.
        await caches.match(request, { ignoreVary: true });
  return kept ?? fetch(request);
}

function isOurs({ method, mode, url }: Request): boolean {
  const { scope } = self.registration;
  if (method !== "GET" || !url.startsWith(scope)) return false;
  const { origin, pathname } = new URL(url);
  return mode !== "navigate" || [scope, `${scope}index.html`].includes(origin + pathname);
}

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  if (isOurs(event.request)) event.respondWith(answer(event.request));
});
self.addEventListener("message", ({ data }) => {
  if (data === "take over") void self.skipWaiting();
});
