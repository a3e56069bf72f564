import { SERVICE, understand } from "./service.js";

/** @typedef {{src: string, title: string}} Item */

/**
 * The articles of one player, one after another: what `playlist` names, addresses with spaces or commas between them.
 */
export class Playlist {
  /** @type {Item[]} */
  items = [];
  #at = 0;

  /** @param {string|null} first what `src` names @param {string|null} others what `playlist` names */
  constructor(first, others) {
    const named = (others ?? "").split(/[\s,]+/).filter(Boolean);
    const all = first ? [first, ...named.filter((one) => one !== first)] : named;
    this.items = all.filter((one) => understand(one) !== null).map((src) => ({ src, title: "" }));
  }

  get at() {
    return this.#at;
  }

  get src() {
    return this.items[this.#at]?.src ?? null;
  }

  /** Goes to an article. @param {number} index @returns {boolean} false where there is none */
  go(index) {
    if (index < 0 || index >= this.items.length) return false;
    this.#at = index;
    return true;
  }

  /** Learns the titles of readings; of an article that nobody has asked for, its address is shown. @param {() => void} changed */
  async learn(changed) {
    await Promise.all(
      this.items.map(async (item) => {
        const wanted = understand(item.src);
        if (item.title || !wanted || !("id" in wanted)) return;
        const page = new URL(`r/${encodeURIComponent(wanted.id)}`, SERVICE).href;
        try {
          const answer = await fetch(new URL(`oembed?url=${encodeURIComponent(page)}`, SERVICE), { credentials: "omit" });
          if (answer.ok) item.title = (await answer.json()).title;
        } catch {
          // the address does
        }
      }),
    );
    changed();
  }
}
