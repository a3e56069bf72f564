/** @import {Reading, Sentence} from "../types.js" */

import { followEvents } from "../reading/events.js";
import { linkTo, noteLinks } from "../reading/links.js";
import { Problem } from "../reading/problem.js";

/** The service that this file came from. */
export const SERVICE = new URL("../../", import.meta.url);

const LOADING_WAIT_MS = 2000;

/**
 * What an embedded player reads: a reading that exists, or something that is to become one. A signed link to a reading
 * brings its signature.
 *
 * @typedef {{id: string, start: string|null, signature: string}|{body: {url?: string, html?: string}}} Wanted
 */

/**
 * Understands the `src` of a player: the address of a reading on the service, or of any article.
 *
 * @param {string} src @returns {Wanted|null} null for what is no web address
 */
export function understand(src) {
  let address;
  try {
    address = new URL(src, SERVICE);
  } catch {
    return null;
  }
  const reading = /\/(?:r|embed|api\/readings)\/([^/]+)\/?$/.exec(address.pathname);
  if (address.origin === SERVICE.origin && reading) {
    return {
      id: decodeURIComponent(reading[1]),
      start: /^#s\d+$/.test(address.hash) ? address.hash.slice(1) : null,
      signature: address.searchParams.has("signature") ? address.search : "",
    };
  }
  return /^https?:$/.test(address.protocol) ? { body: { url: address.href } } : null;
}

/** Where a person can listen without this player. @param {Wanted|null} wanted */
export function pageOf(wanted) {
  if (!wanted) return SERVICE.href;
  if ("id" in wanted) return new URL(`r/${encodeURIComponent(wanted.id)}${wanted.signature}`, SERVICE).href;
  return new URL(`listen?url=${encodeURIComponent(wanted.body.url ?? "")}`, SERVICE).href;
}

/** Whether this site may use the service: a browser lets only listed ones read an answer. */
export async function isWelcome() {
  try {
    return (await fetch(new URL("api/status", SERVICE))).ok;
  } catch {
    return false;
  }
}

/** The service as one player asks it, with a key of its page where it has one. */
export class Service {
  #key;

  /** @param {string|null} key */
  constructor(key) {
    this.#key = key;
  }

  /** @param {string} id @param {string} [signature] of a link to it @returns {Promise<Reading>} */
  reading(id, signature) {
    // without one of its own: the one that its last answer brought
    return this.#ask(new URL(signature ? `/api/readings/${encodeURIComponent(id)}${signature}` : linkTo(id), SERVICE));
  }

  /** Has something read. @param {object} body @returns {Promise<Reading>} */
  make(body) {
    return this.#ask(new URL("api/readings", SERVICE), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  /** Has what follows a sentence made next. @param {{id: string, sentence: number}} place */
  attend({ id, sentence }) {
    const body = JSON.stringify({ sentence });
    const options = { method: "POST", headers: { "Content-Type": "application/json" }, body };
    const address = new URL(linkTo(id, "position"), SERVICE);
    // a courtesy: without it the sound comes all the same, later
    fetch(address, { ...options, headers: this.#headers(options), credentials: "omit" }).catch(() => {});
  }

  /** @param {string} id @param {Parameters<typeof followEvents>[1]} on @returns {() => void} stops it */
  follow(id, on) {
    const address = new URL(linkTo(id, "events"), SERVICE).href;
    return followEvents(address, { ...on, clip: (sentence) => on.clip(withAddress(sentence)) });
  }

  /** @param {URL} address @param {RequestInit} [options] @returns {Promise<Reading>} */
  async #ask(address, options) {
    let answer;
    try {
      answer = await fetch(address, { ...options, headers: this.#headers(options), credentials: "omit" });
    } catch {
      throw new Problem("embed.unreachable", "");
    }
    const body = await answer.json().catch(() => null);
    if (answer.ok) return withAddresses(body);
    if (body?.code === "voice.loading") {
      await new Promise((resolve) => setTimeout(resolve, LOADING_WAIT_MS));
      return this.#ask(address, options);
    }
    throw new Problem(body?.code ?? `http.${answer.status}`, body?.detail ?? "", answer.status);
  }

  /** @param {RequestInit} [options] */
  #headers(options) {
    return { ...options?.headers, ...(this.#key ? { Authorization: `Bearer ${this.#key}` } : {}) };
  }
}

/** @param {Reading} reading @returns {Reading} */
function withAddresses(reading) {
  noteLinks(reading);
  reading.audio = new URL(reading.audio, SERVICE).href;
  reading.page = new URL(reading.page, SERVICE).href;
  for (const turn of reading.turns) turn.sentences.forEach(withAddress);
  return reading;
}

/** @param {Sentence} sentence @returns {Sentence} */
function withAddress(sentence) {
  if (sentence.clip) sentence.clip = new URL(sentence.clip, SERVICE).href;
  return sentence;
}
