/** @import {Listening} from "./listening.js" */

import { recall, remember } from "./player/memory.js";
import { linkTo } from "./reading/links.js";

const MOST_HEARD = 20;

/** @typedef {{id: string, title: string}} Heard */

/** Has the service worker keep what is heard, so that it can be heard again without a network. @param {Listening} listening */
export function setUpOffline(listening) {
  if (!("serviceWorker" in navigator)) return;
  // a site that allows no worker (a private window, a page without TLS) plays without one
  register().catch(() => {});
  let kept = "";
  const keep = async () => {
    const { reading, sound } = listening;
    if (!reading || reading.state !== "complete" || sound.state !== "playing" || kept === reading.id) return;
    kept = reading.id;
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: [linkTo(reading.id), reading.audio] });
    const others = heardBefore().filter(({ id }) => id !== reading.id);
    remember("heard", [{ id: reading.id, title: reading.title }, ...others].slice(0, MOST_HEARD));
  };
  listening.sound.addEventListener("state", keep);
  listening.addEventListener("change", keep);
}

/** What was heard in this browser, the latest first. @returns {Heard[]} */
export function heardBefore() {
  return recall("heard", /** @type {Heard[]} */ ([]));
}

function register() {
  const address = "/sw.js";
  const { trustedTypes } = /** @type {any} */ (globalThis);
  const policy = trustedTypes?.createPolicy("nangdok-worker", { createScriptURL: () => address });
  return navigator.serviceWorker.register(policy?.createScriptURL(address) ?? address, { scope: "/" });
}
