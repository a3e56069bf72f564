/** Plays the chapters of a work one after the other: the chosen one in the player, the others in its queue. */

import { recall, remember } from "./player/memory.js";

/** @typedef {{id: string, title: string}} Waiting */

const main = /** @type {HTMLElement|null} */ (document.querySelector("main[data-work]"));
const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("a[data-reading]")]);

/** The readings from a link on, as the queue keeps them. @param {number} from @returns {Waiting[]} */
function rest(from) {
  return links.slice(from).map((link) => ({ id: link.dataset.reading ?? "", title: link.dataset.title ?? "" }));
}

/** @param {number} index */
function play(index) {
  const [first, ...others] = rest(index);
  if (!first) return;
  const ours = new Set(links.map((link) => link.dataset.reading));
  const waiting = recall("queue", /** @type {Waiting[]} */ ([])).filter(({ id }) => !ours.has(id));
  remember("queue", [...others, ...waiting]);
  location.assign(`/?id=${first.id}`);
}

links.forEach((link, index) => {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    play(index);
  });
  if (main?.dataset.play) link.title = main.dataset.play;
});
