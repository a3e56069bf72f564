/** @import {Reading, Voice} from "../types.js" */

import { linkTo, noteLinks } from "./links.js";

/** What the server (or the way to it) refused, with a sentence to show. */
export class Problem extends Error {
  /** @param {string} code @param {string} detail @param {number} status */
  constructor(code, detail, status = 0) {
    super(detail);
    this.code = code;
    this.status = status;
  }
}

const LOADING = "voice.loading";
const LOADING_WAIT_MS = 2000;

/** Fires `loading` while the server's voices are still loading and a request waits for them. */
export const serverState = new EventTarget();

/** @param {string} address @param {RequestInit} [options] @returns {Promise<any>} */
async function ask(address, options = {}) {
  let response;
  try {
    response = await fetch(address, options);
  } catch {
    throw new Problem("page.unreachable", "");
  }
  const body = await response.json().catch(() => null);
  if (body?.audio) noteLinks(body);
  if (response.ok) return body;
  if (body?.code === LOADING) {
    serverState.dispatchEvent(new Event("loading"));
    await new Promise((resolve) => setTimeout(resolve, LOADING_WAIT_MS));
    return ask(address, options);
  }
  throw new Problem(body?.code ?? `http.${response.status}`, body?.detail ?? "", response.status);
}

/** Asks for an article to be read. @param {object} body @returns {Promise<Reading>} */
export async function createReading(body) {
  return ask("/api/readings", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** @param {string} id @returns {Promise<Reading>} */
export async function fetchReading(id) {
  return ask(`/api/readings/${encodeURIComponent(id)}`);
}

/** The built-in article, where the server has one. @returns {Promise<Reading|null>} */
export async function fetchSample() {
  try {
    return await ask("/api/sample");
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

/** @returns {Promise<Voice[]>} */
export async function fetchVoices() {
  return (await ask("/api/voices")).voices;
}

/**
 * Follows a reading while its sound is made. Reconnects by itself, also where a browser's EventSource gives up
 * (a server that restarts answers with an error for a while).
 *
 * @param {string} id
 * @param {{clip: (sentence: import("../types.js").Sentence) => void, complete: () => void,
 *     failed: (problem: Problem) => void, broken: () => void, back: () => void}} on
 * @returns {() => void} stops it
 */
export function followReading(id, on) {
  /** @type {EventSource|null} */
  let source = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  let wait = 1000;
  const close = () => {
    clearTimeout(timer);
    source?.close();
  };
  const open = () => {
    source = new EventSource(linkTo(id, "events"));
    source.addEventListener("open", () => {
      wait = 1000;
      on.back();
    });
    source.addEventListener("clip", (event) => on.clip(JSON.parse(event.data)));
    source.addEventListener("complete", () => {
      close();
      on.complete();
    });
    source.addEventListener("failed", (event) => {
      close();
      const data = JSON.parse(event.data);
      on.failed(new Problem(data.code, data.detail));
    });
    source.addEventListener("error", () => {
      on.broken();
      if (source?.readyState === EventSource.CLOSED) {
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, 15000);
      }
    });
  };
  open();
  return close;
}
