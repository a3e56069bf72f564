/** @import {Reading} from "../types.js" */
/** @import {Wanted} from "./service.js" */

import { Service, pageOf, understand } from "./service.js";

/**
 * The article of an embedded player: what its attributes name, and how that becomes a reading.
 *
 * @typedef {{src: string|null, ownPage: boolean, voices: Record<string, string>|null, key: string|null}} Named
 */
export class Article {
  #named;
  #service;

  /** @param {Named} named */
  constructor(named) {
    this.#named = named;
    this.#service = new Service(named.key);
    /** @type {Wanted|null} null if the attributes name no web address */
    this.wanted = named.ownPage ? { body: { url: location.href } } : named.src ? understand(named.src) : null;
  }

  /** Whether it is a reading already, in the voices that are wished. */
  get exists() {
    return this.wanted !== null && "id" in this.wanted && !this.#named.voices;
  }

  /** The sentence that `src` itself names (`/r/{id}#s12`). @returns {string|null} */
  get start() {
    return this.wanted && "id" in this.wanted ? this.wanted.start : null;
  }

  /** Where a person can listen without this player. */
  get page() {
    return pageOf(this.wanted);
  }

  /** The reading; made where it isn't there yet. @returns {Promise<Reading>} */
  async read() {
    const { voices, ownPage } = this.#named;
    const wanted = /** @type {Wanted} */ (this.wanted);
    if ("id" in wanted) {
      const reading = await this.#service.reading(wanted.id, wanted.signature);
      return reading.url && voices ? this.#service.make({ url: reading.url, voices }) : reading;
    }
    const html = ownPage ? document.documentElement.outerHTML : undefined;
    return this.#service.make({ ...wanted.body, html, ...(voices ? { voices } : {}) });
  }

  /** Says where the listener is. @param {{id: string, sentence: number}} place */
  attend(place) {
    this.#service.attend(place);
  }

  /** The reading as it is now. @param {string} id @returns {Promise<Reading>} */
  again(id) {
    return this.#service.reading(id);
  }

  /** @param {string} id @param {Parameters<Service["follow"]>[1]} on @returns {() => void} stops it */
  follow(id, on) {
    return this.#service.follow(id, on);
  }
}
