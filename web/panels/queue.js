/** @import {Listening} from "../listening.js" */
/** @import {Reading} from "../types.js" */

import { say } from "../messages.js";
import { byId } from "../player/bar.js";
import { recall, remember } from "../player/memory.js";
import { element } from "../text/transcript.js";

/** @typedef {{id: string, title: string}} Waiting */

/**
 * The articles that are heard after this one, in their order; kept between visits. Fires `change`.
 */
export class Queue extends EventTarget {
  /** @type {Waiting[]} */
  #items = recall("queue", /** @type {Waiting[]} */ ([]));

  get items() {
    return this.#items;
  }

  /** @param {Reading} reading */
  add({ id, title }) {
    this.#keep([...this.#items.filter((item) => item.id !== id), { id, title }]);
  }

  /** @param {string} id */
  remove(id) {
    this.#keep(this.#items.filter((item) => item.id !== id));
  }

  /** Takes the first out. @returns {Waiting|null} */
  next() {
    const [first, ...others] = this.#items;
    if (first) this.#keep(others);
    return first ?? null;
  }

  /** @param {Waiting[]} items */
  #keep(items) {
    this.#items = items;
    remember("queue", items);
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * Shows the queue, and plays it on when an article has ended.
 *
 * @param {Listening} listening @param {Queue} queue
 * @param {(id: string) => Promise<boolean>} open shows and plays a reading; false if it can't
 */
export function setUpQueue(listening, queue, open) {
  const playNext = async () => {
    for (let item = queue.next(); item; item = queue.next()) {
      if (await open(item.id)) return;
    }
  };
  listening.addEventListener("ended", playNext);
  queue.addEventListener("change", () => showQueue(queue));
  byId("queue-list").addEventListener("click", async (event) => {
    const button = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest("button[data-id]"));
    const id = button?.dataset.id;
    if (!button || !id) return;
    queue.remove(id);
    if (button.classList.contains("title")) await open(id);
    else byId("queue").focus();
  });
  showQueue(queue);
}

/** Writes the list in the present language. @param {Queue} queue */
export function showQueue(queue) {
  const items = queue.items.map(({ id, title }) => {
    const item = element("li");
    const play = element("button", "title", title);
    const remove = element("button", "plain", say("queue.remove"));
    remove.setAttribute("aria-label", say("queue.remove.label", { title }));
    for (const button of [play, remove]) {
      button.setAttribute("type", "button");
      button.dataset.id = id;
    }
    item.append(play, remove);
    return item;
  });
  byId("queue-list").replaceChildren(...items);
  byId("queue-empty").hidden = items.length > 0;
  const count = byId("queue-count");
  count.hidden = items.length === 0;
  count.textContent = String(items.length);
}
