/// <reference lib="webworker" />
/**
 * Offline support. The opening is kept as soon as the worker is installed, all other files once a page
 * asks for them: each of the two completely or not at all, and all files of one version. A newer
 * version waits until no page shows the old one, or until the reader asks for it.
 */
import { notKeptPage } from "./not_kept";

declare const self: ServiceWorkerGlobalScope;
/** The site's files and the hashes they must have; the build knows them. */
declare const precache: {
  version: string;
  opening: Record<string, string>;
  rest: Record<string, string>;
};

const { version, opening, rest } = precache;
// Other sites may be on the same host.
const ours = `lesson of ${self.registration.scope}, `;
const openingCache = `${ours}opening ${version}`;
const restCache = ours + version;
const start = "./";
/** Milliseconds in which a page answers. A frozen one does not, and counts as older. */
const patience = 3000;

const isOlderCache = (name: string) =>
  name.startsWith(ours) && name !== openingCache && name !== restCache;

async function keep(files: Record<string, string>, cacheName: string) {
  const cache = await caches.open(cacheName);
  if ((await cache.keys()).length > 0) return;
  const requests = Object.entries(files).map(
    ([file, integrity]) => new Request(file, { integrity, cache: "no-cache" }),
  );
  try {
    // A host that is being updated serves files of two versions: the hashes then refuse them all.
    await cache.addAll(requests);
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

/** A version that was kept completely is replaced only by one that is, too. */
async function install() {
  await keep(opening, openingCache);
  const older = (await caches.keys()).filter(isOlderCache);
  if (older.some((name) => !name.startsWith(`${ours}opening `))) await keep(rest, restCache);
}

function isOlder(page: WindowClient): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
    setTimeout(() => resolve(true), patience);
    page.postMessage("are you older?", [port2]);
  });
}

/** Deletes older versions, unless a page of one is still open: it needs its files. */
async function forgetOlder() {
  const older = (await caches.keys()).filter(isOlderCache);
  const { installing, waiting } = self.registration;
  // Then some of them are of a version that is newer than this one.
  if (older.length === 0 || installing || waiting) return;
  const pages = await self.clients.matchAll({ type: "window" });
  if ((await Promise.all(pages.map(isOlder))).includes(true)) return;
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function takeOver() {
  await self.clients.claim();
  await forgetOlder();
}

const isStart = (url: string) => {
  const { origin, pathname } = new URL(url);
  const { scope } = self.registration;
  return [scope, `${scope}index.html`].includes(origin + pathname);
};

async function answer(request: Request): Promise<Response> {
  if (request.mode === "navigate") {
    if (!isStart(request.url))
      return fetch(request).catch(() => notKeptPage(self.registration.scope));
    return (
      (await (await caches.open(openingCache)).match(start, { ignoreVary: true })) ?? fetch(request)
    );
  }
  // Of any version: a page of an older one finds its own files, whose names have hashes.
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

const messages: Record<string, () => Promise<void>> = {
  "take over": () => self.skipWaiting(),
  opened: forgetOlder,
  // Without a connection there is another chance when the lesson is opened the next time.
  "keep all": () => keep(rest, restCache).catch(() => {}),
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(self.registration.scope)) {
    event.respondWith(answer(event.request));
  }
});
self.addEventListener("message", (event) => {
  const act = messages[event.data];
  if (act) event.waitUntil(act());
});
