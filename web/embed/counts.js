/** @import {Reading} from "../types.js" */

import { linkTo } from "../reading/links.js";

/** @type {[number, string][]} */
const STEPS = [[0.25, "quarter"], [0.5, "half"], [0.75, "three-quarters"]];

/** A larger share at once is a jump and wasn't heard; what a busy page loses between two looks is forgiven. */
const JUMP = 0.2;
const LOST = 0.05;

/**
 * Counts how far a reading is heard: each step once, when it was heard and not jumped to. Told to the page, and to the
 * service as a number without anything of who listens.
 */
export class Counts {
  #tell;
  #base;
  /** @type {Reading|null} */
  #reading = null;
  /** @type {Set<string>} */
  #told = new Set();
  #last = 0;
  #heard = 0;

  /**
   * @param {(event: string, id: string) => void} tell the page @param {URL|null} service where it is counted; null: nowhere
   */
  constructor(tell, service) {
    this.#tell = tell;
    this.#base = service;
  }

  /** @param {Reading} reading */
  open(reading) {
    if (this.#reading?.id !== reading.id) {
      this.#told.clear();
      this.#last = 0;
      this.#heard = 0;
    }
    this.#reading = reading;
  }

  started() {
    this.#count("start");
  }

  /** @param {number} share of the whole, where the voice is */
  at(share) {
    const step = share - this.#last;
    this.#last = share;
    if (step > 0 && step < JUMP) this.#heard += step;
    for (const [part, name] of STEPS) if (this.#heard >= part - LOST && this.#told.has("start")) this.#count(name);
  }

  ended() {
    this.#count("complete");
  }

  /** @param {string} event */
  #count(event) {
    const reading = this.#reading;
    if (!reading || this.#told.has(event)) return;
    this.#told.add(event);
    this.#tell(event, reading.id);
    if (!this.#base) return;
    const address = new URL(linkTo(reading.id, "heard"), this.#base);
    address.searchParams.set("event", event);
    fetch(address, { method: "POST", keepalive: true, credentials: "omit" }).catch(() => {}); // a count more or less
  }
}
