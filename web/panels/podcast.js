/** @import {Listening} from "../listening.js" */

import { say } from "../messages.js";
import { byId } from "../player/bar.js";
import { Problem, ask } from "../reading/server.js";
import { element } from "../text/transcript.js";

/**
 * The button that puts the article into the listener's own podcast, whose secret address is shown for their podcast
 * program. What was shared with the page from another app is put there in the same way.
 *
 * @param {Listening} listening
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
  byId("copy-embed").closest("p")?.after(row, status);
  button.addEventListener("click", async () => {
    if (!listening.reading) return;
    button.disabled = true;
    try {
      const feed = await ask("/api/feeds/mine/entries", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ reading: listening.reading.id }),
      });
      show(status, feed.address);
    } catch (error) {
      const closed = error instanceof Problem && (error.status === 401 || error.status === 403);
      status.textContent = say(closed ? "podcast.closed" : "podcast.failed");
    } finally {
      button.disabled = false;
    }
  });
}

/** @param {HTMLElement} status @param {string} address */
function show(status, address) {
  const link = element("a", "", say("podcast.address"));
  link.setAttribute("href", address);
  status.replaceChildren(`${say("podcast.added")} `, link);
}
