/** @import {Reading} from "../types.js" */

import { recall, remember, recallPlace, rememberPlace } from "../player/memory.js";

/**
 * What a listener has heard, is hearing, and wants to hear; kept in this browser and, with a key, by the service.
 *
 * @typedef {object} Entry
 * @property {string} key what it is known by: the reading's id, or the article's address while it isn't a reading yet
 * @property {string|null} id the reading
 * @property {string|null} url the article's address
 * @property {string} title
 * @property {string|null} site
 * @property {"waiting"|"begun"|"heard"|"removed"} state
 * @property {number} share how much of it was heard, 0 to 1
 * @property {{index: number, offset: number}|null} place
 * @property {number} rank its place in the order by hand among what waits; lower comes first
 * @property {number} at when it changed, milliseconds of the clock
 */

export const MOST_ENTRIES = 500;
const MOST_REMOVED = 100;

/** The list. Fires `change` when an entry comes, goes or moves; not for each second that is heard. */
export class Library extends EventTarget {
  /** @type {Map<string, Entry>} */
  #entries = new Map();

  constructor() {
    super();
    for (const entry of recall("library", /** @type {Entry[]} */ ([]))) {
      if (isEntry(entry)) this.#entries.set(entry.key, entry);
    }
    this.#takeOver();
  }

  /** What earlier versions kept. */
  #takeOver() {
    const queue = recall("queue", /** @type {{id: string, title: string}[]} */ ([]));
    queue.forEach(({ id, title }) => this.#set({ ...blank(id), id, title, rank: this.#lastRank() + 1 }));
    const heard = recall("heard", /** @type {{id: string, title: string}[]} */ ([]));
    for (const { id, title } of this.#entries.size === 0 ? heard : []) {
      this.#set({ ...blank(id), id, title, state: recallPlace(id) ? "begun" : "heard", place: recallPlace(id) });
    }
    if (queue.length > 0) remember("queue", []);
  }

  /** Everything, also what was removed: for the service. */
  get all() {
    return [...this.#entries.values()];
  }

  /** @param {Entry["state"]} state in the order in which it is shown */
  of(state) {
    const found = this.all.filter((entry) => entry.state === state);
    return found.sort(state === "waiting" ? (a, b) => a.rank - b.rank : (a, b) => b.at - a.at);
  }

  /** What waits to be heard, in its order. */
  get waiting() {
    return this.of("waiting");
  }

  /** @param {string} key @returns {Entry|null} */
  get(key) {
    const entry = this.#entries.get(key);
    return entry && entry.state !== "removed" ? entry : null;
  }

  /** Puts articles behind what waits. @param {{id?: string|null, url?: string|null, title: string, site?: string|null}[]} articles @returns {number} how many are new */
  wait(articles) {
    let added = 0;
    let rank = this.#lastRank();
    for (const { id = null, url = null, title, site = null } of articles) {
      const key = id ?? url;
      if (!key || this.waiting.length >= MOST_ENTRIES) continue;
      const known = this.get(key);
      if (known?.state === "waiting") continue;
      if (!known) added++;
      this.#set({ ...(known ?? blank(key)), id, url, title: title || key, site, state: "waiting", rank: ++rank });
    }
    this.#keep();
    return added;
  }

  /**
   * Puts parts of a work before what waits, in their order.
   *
   * @param {{id: string|null, url: string, title: string}[]} parts the url is the part's address, with which it can be had
   */
  waitFirst(parts) {
    const all = parts.slice(0, MOST_ENTRIES);
    const first = Math.min(0, ...this.waiting.map((entry) => entry.rank)) - all.length;
    all.forEach(({ id, url, title }, index) => {
      if (id && this.#entries.has(url)) this.#drop(blank(url));
      const key = id ?? url;
      this.#set({ ...(this.get(key) ?? blank(key)), id, url, title, state: "waiting", rank: first + index });
    });
    this.#keep();
  }

  /** A part of a work is gone to: it is known as that part, and waits where it wasn't begun. @param {{id: string, url: string, title: string}} part */
  choose({ id, url, title }) {
    const known = this.get(id);
    if (known?.state === "begun") this.#set({ ...known, url });
    else this.waitFirst([{ id, url, title }]);
    this.#keep();
  }

  /** An article is heard: it doesn't wait any more. @param {Reading} reading */
  begin(reading) {
    const known = this.get(reading.id);
    const { id, title, site } = reading;
    const url = reading.url ?? reading.part ?? known?.url ?? null;
    if (url) this.#forgetAddress(url, id);
    this.#set({ ...(known ?? blank(id)), id, url, title, site, state: "begun", rank: 0 });
    this.#keep();
  }

  /** An address that has become a reading is the reading. @param {string} url @param {string} id */
  #forgetAddress(url, id) {
    for (const entry of this.all) {
      if (entry.key !== id && entry.url === url && entry.id === null) this.#drop(entry);
    }
  }

  /** How far it was heard. @param {string} id @param {Entry["place"]} place null at its end @param {number} share */
  heard(id, place, share) {
    const entry = this.get(id);
    if (!entry) return;
    const state = place ? "begun" : "heard";
    const changed = entry.state !== state;
    this.#entries.set(id, { ...entry, state, place, share: place ? share : 1, at: Date.now() });
    this.#write();
    if (changed) this.#tell();
  }

  /** Heard or not, by hand. @param {string} key @param {boolean} heard */
  mark(key, heard) {
    const entry = this.get(key);
    if (!entry) return;
    if (entry.id) rememberPlace(entry.id, null);
    this.#set({ ...entry, state: heard ? "heard" : "waiting", place: null, share: heard ? 1 : 0, rank: heard ? 0 : this.#lastRank() + 1 });
    this.#keep();
  }

  /** Moves what waits. @param {string} key @param {1|-1} direction */
  move(key, direction) {
    const { waiting } = this;
    const from = waiting.findIndex((entry) => entry.key === key);
    const to = from + direction;
    if (from < 0 || to < 0 || to >= waiting.length) return;
    [waiting[from], waiting[to]] = [waiting[to], waiting[from]];
    waiting.forEach((entry, rank) => entry.rank !== rank + 1 && this.#set({ ...entry, rank: rank + 1 }));
    this.#keep();
  }

  /** @param {string} key */
  remove(key) {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#drop(entry);
    this.#keep();
  }

  clear() {
    this.all.forEach((entry) => this.#drop(entry));
    this.#keep();
  }

  /** The newest of what is being heard. */
  get current() {
    return this.of("begun")[0] ?? null;
  }

  /** Takes over what another device knows: of each entry the later word counts. @param {Entry[]} others */
  merge(others) {
    let changed = false;
    for (const other of others.filter(isEntry)) {
      const mine = this.#entries.get(other.key);
      if (mine && mine.at >= other.at) continue;
      this.#entries.set(other.key, other);
      if (other.id && other.place) rememberPlace(other.id, other.place);
      changed = true;
    }
    if (changed) this.#keep();
  }

  #lastRank() {
    return Math.max(0, ...this.waiting.map((entry) => entry.rank));
  }

  /** @param {Entry} entry */
  #set(entry) {
    this.#entries.set(entry.key, { ...entry, at: Date.now() });
  }

  /** What goes is remembered as gone, so that another device learns it. @param {Entry} entry */
  #drop(entry) {
    this.#set({ ...blank(entry.key), state: "removed" });
  }

  #keep() {
    this.#write();
    this.#tell();
  }

  #write() {
    const live = this.all.filter((entry) => entry.state !== "removed").sort((a, b) => b.at - a.at);
    const gone = this.all.filter((entry) => entry.state === "removed").sort((a, b) => b.at - a.at);
    const kept = [...live.slice(0, MOST_ENTRIES), ...gone.slice(0, MOST_REMOVED)];
    this.#entries = new Map(kept.map((entry) => [entry.key, entry]));
    remember("library", kept);
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}

/** @param {string} key @returns {Entry} */
function blank(key) {
  return { key, id: null, url: null, title: "", site: null, state: "waiting", share: 0, place: null, rank: 0, at: 0 };
}

/** @param {any} value @returns {value is Entry} */
function isEntry(value) {
  return typeof value?.key === "string" && typeof value.state === "string" && typeof value.at === "number";
}
