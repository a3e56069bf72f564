/** @import {Listening} from "../listening.js" */
/** @import {Reading} from "../types.js" */

import { say } from "../messages.js";
import { byId } from "../player/bar.js";
import { recall, remember } from "../player/memory.js";
import { Problem, ask } from "../reading/server.js";
import { element } from "../text/transcript.js";

const SHARED = "podcast-shared";

/**
 * The button that puts the article into the listener's own podcast, whose secret address is shown for their podcast
 * program, and the choice that what other programs share with the page goes there without a press.
 *
 * @param {Listening} listening
 * @returns {() => Promise<void>} to be called when an article was opened that another program shared
 */
export function setUpPodcast(listening) {
  const button = /** @type {HTMLButtonElement} */ (element("button", "plain", say("podcast.add")));
  button.type = "button";
  button.id = "to-podcast";
  button.dataset.say = "podcast.add";
  const status = element("p", "hint");
  status.id = "podcast-status";
  status.setAttribute("role", "status");
  const row = element("p");
  row.append(button);
  const always = choice();
  byId("copy-embed").closest("p")?.after(row, always, status);
  button.addEventListener("click", async () => {
    if (!listening.reading) return;
    button.disabled = true;
    try {
      show(status, await put(listening.reading));
    } catch (error) {
      status.textContent = whyNot(error);
    } finally {
      button.disabled = false;
    }
  });
  return async () => {
    if (!listening.reading || !recall(SHARED, false)) return;
    try {
      show(status, await put(listening.reading));
      listening.tellBriefly(say("podcast.shared"));
    } catch (error) {
      listening.tellBriefly(whyNot(error));
    }
  };
}

/** Kept in this browser. */
function choice() {
  const label = element("label");
  const box = /** @type {HTMLInputElement} */ (element("input"));
  box.type = "checkbox";
  box.id = "podcast-always";
  box.checked = recall(SHARED, false);
  box.addEventListener("change", () => remember(SHARED, box.checked));
  const words = element("span", "", say("podcast.always"));
  words.dataset.say = "podcast.always";
  label.append(box, " ", words);
  const row = element("p", "row");
  row.append(label);
  return row;
}

/** @param {Reading} reading @returns {Promise<string>} the podcast's address */
async function put(reading) {
  const feed = await ask("/api/feeds/mine/entries", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ reading: reading.id }),
  });
  return feed.address;
}

/** @param {unknown} error */
function whyNot(error) {
  const closed = error instanceof Problem && (error.status === 401 || error.status === 403);
  return say(closed ? "podcast.closed" : "podcast.failed");
}

/** @param {HTMLElement} status @param {string} address */
function show(status, address) {
  const link = element("a", "", say("podcast.address"));
  link.setAttribute("href", address);
  status.replaceChildren(`${say("podcast.added")} `, link);
}
