/** @import {Listening} from "../listening.js" */

import { say } from "../messages.js";
import { byId } from "../player/bar.js";
import { recall, remember } from "../player/memory.js";

/** The bookmarklet, which opens the page that is being read in the player. @param {Listening} listening */
export function setUpBookmarklet(listening) {
  const link = /** @type {HTMLAnchorElement} */ (byId("bookmarklet"));
  const listen = JSON.stringify(`${location.origin}/listen?by=${mark()}&url=`);
  link.href = `javascript:location.href=${encodeURIComponent(listen)}+encodeURIComponent(location.href)`;
  link.addEventListener("click", (event) => {
    event.preventDefault(); // it is for other pages
    listening.tellBriefly(say("bookmarklet.drag"));
  });
}

/** What our bookmarklet in this browser is known by, so that pressing it is enough. */
function mark() {
  const known = recall("bookmarklet", "");
  if (known) return known;
  const made = crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].join("-");
  remember("bookmarklet", made);
  return made;
}

/** Whether that mark is this browser's. @param {string|null} by */
export function isOurs(by) {
  return by !== null && by !== "" && by === recall("bookmarklet", "");
}

/**
 * What `/listen` was asked to read: by our bookmarklet, or by another app's *Share*, which may put the address into
 * the text.
 *
 * @param {URLSearchParams} asks @returns {string|null}
 */
export function sharedSource(asks) {
  const url = asks.get("url")?.trim();
  if (url) return url;
  const text = asks.get("text")?.trim() ?? "";
  return /https?:\/\/\S+/.exec(text)?.[0] ?? (text || null);
}
