/** @import {Listening} from "./listening.js" */

import { linkTo } from "./reading/links.js";

/** What the page needs and a first visit may not have fetched yet. */
const ALSO = ["/", "/web/messages/ko.json", "/web/messages/en.json", "/web/icons.svg", "/web/icons/192.png", "/web/lib/hls.light.min.js"];

/**
 * Has the service worker keep the page from the first visit on, and what is heard, so that both are there without a
 * network.
 *
 * @param {Listening} listening
 */
export function setUpOffline(listening) {
  if (!("serviceWorker" in navigator)) return;
  // a site that allows no worker (a private window, a page without TLS) plays without one
  register().then(keepShell).catch(() => {});
  let kept = "";
  const keep = async () => {
    const { reading, sound } = listening;
    if (!reading || reading.state !== "complete" || sound.state !== "playing" || kept === reading.id) return;
    kept = reading.id;
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: [linkTo(reading.id), reading.audio] });
  };
  listening.sound.addEventListener("state", keep);
  listening.addEventListener("change", keep);
}

/** The first page that a browser opens is loaded before the worker is there: what it is made of is named to it. */
async function keepShell() {
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter((address) => address.origin === location.origin && address.pathname.startsWith("/web/"))
    .map((address) => address.pathname);
  active?.postMessage({ shell: [...new Set([...ALSO, ...loaded])] });
}

function register() {
  const address = "/sw.js";
  const { trustedTypes } = /** @type {any} */ (globalThis);
  const policy = trustedTypes?.createPolicy("nangdok-worker", { createScriptURL: () => address });
  return navigator.serviceWorker.register(policy?.createScriptURL(address) ?? address, { scope: "/" });
}
