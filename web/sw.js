/**
 * The service worker: brings the player's own files and what was heard when the network is gone. With a network it
 * changes nothing.
 */

const worker = /** @type {any} */ (globalThis);
const SHELL = "nangdok-shell";
const HEARD = "nangdok-heard";
const MOST_HEARD = 20;
const FILES_OF_ONE = 2;

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data?.keep) event.waitUntil(keep(event.data.keep.map(String)));
  if (event.data?.shell) event.waitUntil(keepShell(event.data.shell.map(String)));
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  /** @type {Request} */
  const request = event.request;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (request.mode === "navigate" && /^\/($|listen$|r\/)/.test(address.pathname)) {
    event.respondWith(fromNetworkOr(SHELL, request, address.pathname.startsWith("/r/") ? null : "/"));
  } else if (address.pathname.startsWith("/web/")) {
    event.respondWith(fromNetworkOr(SHELL, request, address.pathname));
  } else if (/^\/api\/readings\/[^/]+(\/audio\.mp3)?$/.test(address.pathname) && !address.searchParams.has("download")) {
    event.respondWith(fetch(request).catch(() => heard(request)));
  }
});

/**
 * The network's answer, which is kept; without a network what was kept before.
 *
 * @param {string} cacheName @param {Request} request @param {string|null} key null for what isn't kept: then the start page
 */
async function fromNetworkOr(cacheName, request, key) {
  const cache = await caches.open(cacheName);
  try {
    const answer = await fetch(request);
    if (answer.ok && key) await cache.put(key, answer.clone());
    return answer;
  } catch {
    return (await cache.match(key ?? "/")) ?? Response.error();
  }
}

/** Keeps what the page is made of, unless it is kept already. @param {string[]} paths */
async function keepShell(paths) {
  const cache = await caches.open(SHELL);
  for (const path of paths) {
    if (path !== "/" && !path.startsWith("/web/")) continue;
    if (await cache.match(path)) continue;
    const answer = await fetch(path).catch(() => null);
    if (answer?.ok) await cache.put(path, answer);
  }
}

/** A kept answer, or the part of it that is asked for. @param {Request} request */
async function heard(request) {
  const cache = await caches.open(HEARD);
  const kept = await cache.match(new URL(request.url).pathname);
  if (!kept) return Response.error();
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("Range") ?? "");
  if (!range) return kept;
  const body = await kept.blob();
  const first = Number(range[1]);
  const last = Math.min(body.size - 1, range[2] ? Number(range[2]) : Infinity);
  if (first > last) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${body.size}` } });
  return new Response(body.slice(first, last + 1), {
    status: 206,
    headers: {
      "Content-Type": kept.headers.get("Content-Type") ?? "audio/mpeg",
      "Content-Range": `bytes ${first}-${last}/${body.size}`,
      "Content-Length": String(last - first + 1),
      "Accept-Ranges": "bytes",
    },
  });
}

/**
 * Keeps a complete reading, and lets the oldest go. Signed addresses change, so what they brought is kept by its path.
 *
 * @param {string[]} addresses of the reading and of its sound
 */
async function keep(addresses) {
  const cache = await caches.open(HEARD);
  for (const address of addresses) {
    const { pathname } = new URL(address, location.href);
    if (await cache.match(pathname)) continue;
    // past the HTTP cache: Firefox would wait there until the player has read its own copy to the end
    const answer = await fetch(address, { cache: "no-store" });
    if (answer.status === 200) await cache.put(pathname, answer);
  }
  const kept = await cache.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - MOST_HEARD * FILES_OF_ONE))) await cache.delete(old);
}
