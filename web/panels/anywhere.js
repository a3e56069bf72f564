/** @import {Listening} from "../listening.js" */

import { say } from "../messages.js";
import { byId } from "../player/bar.js";

/** The bookmarklet, which opens the page that is being read in the player. @param {Listening} listening */
export function setUpBookmarklet(listening) {
  const link = /** @type {HTMLAnchorElement} */ (byId("bookmarklet"));
  const listen = JSON.stringify(`${location.origin}/listen?url=`);
  link.href = `javascript:location.href=${encodeURIComponent(listen)}+encodeURIComponent(location.href)`;
  link.addEventListener("click", (event) => {
    event.preventDefault(); // it is for other pages
    listening.tellBriefly(say("bookmarklet.drag"));
  });
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
