/** @import {Reading, Voice} from "../types.js" */

import { followEvents } from "./events.js";
import { linkTo, noteLinks } from "./links.js";
import { Problem } from "./problem.js";

export { Problem };

const LOADING = "voice.loading";
const LOADING_WAIT_MS = 2000;

/** Fires `loading` while the server's voices are still loading and a request waits for them. */
export const serverState = new EventTarget();

/** @param {string} address @param {RequestInit} [options] @returns {Promise<any>} */
export async function ask(address, options = {}) {
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

/**
 * Asks for an article or a file to be read; a book answers with its first part.
 *
 * @param {object} body @returns {Promise<Reading>}
 */
export async function createReading(body) {
  if ("file" in body) return createFromFile(body);
  return ask("/api/readings", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** @param {object} body with a `file`, and how it is to be read @returns {Promise<Reading>} */
async function createFromFile(body) {
  const { file, ...options } = /** @type {{file: File}} */ (body);
  const form = new FormData();
  form.append("options", JSON.stringify(options));
  form.append("file", file, file.name);
  const made = await ask("/api/readings", { method: "POST", body: form });
  if (!made.chapters) return made;
  const [first, ...rest] = partsOf(made);
  const reading = first.id ? await fetchReading(first.id) : await openPart(first.url);
  return { ...reading, part: first.url, rest };
}

/**
 * The parts of a work in their order.
 *
 * @param {any} work as the server answers it
 * @returns {import("../types.js").WaitingPart[]}
 */
function partsOf(work) {
  return work.chapters.flatMap((/** @type {any} */ { title, parts }) =>
    parts.map((/** @type {any} */ { number, reading }, /** @type {number} */ index) => ({
      id: reading ?? null,
      url: `/api/works/${work.id}/parts/${number}`,
      title: parts.length > 1 ? `${title} ${index + 1}` : title,
    })),
  );
}

/** The page of a part's work, as who has a key may open it. @param {string} part the part's address @returns {Promise<string>} */
export async function workPage(part) {
  return (await ask(part.replace(/\/parts\/\d+$/, ""))).page;
}

const PART = /^\/api\/works\/[\w-]+\/parts\/\d+$/;

/** Whether an address is that of a work's part, of which a reading is made first. @param {string|null} url */
export function isPart(url) {
  return url !== null && PART.test(url);
}

/** A part's reading; what follows in the work is made next. @param {string} url @returns {Promise<Reading>} */
export async function openPart(url) {
  const reading = await ask(url, { method: "POST" });
  const [, work, part] = /^(.*)\/parts\/(\d+)$/.exec(url) ?? [];
  const body = JSON.stringify({ part: Number(part), ms: 0 });
  // a courtesy: without it the work is made in its order
  ask(`${work}/place`, { method: "PUT", headers: { "Content-Type": "application/json" }, body }).catch(() => {});
  return reading;
}

/** @param {string} id @returns {Promise<Reading>} */
export async function fetchReading(id) {
  return ask(`/api/readings/${encodeURIComponent(id)}`);
}

/** Why these people speak. @param {string} id @returns {Promise<import("../types.js").Explanation>} */
export async function fetchExplanation(id) {
  return ask(`/api/readings/${encodeURIComponent(id)}/explanation`);
}

/** Asks for a reading's words with the voices that there are now. @param {string} id @returns {Promise<Reading>} */
export async function readAgain(id) {
  return ask(`/api/readings/${encodeURIComponent(id)}/again`, { method: "POST" });
}

/** Says where the listener is, so that what follows is made next. @param {string} id @param {number} sentence */
export function tellPlace(id, sentence) {
  const body = JSON.stringify({ sentence });
  // a courtesy: without it the sound comes all the same, later
  ask(linkTo(id, "position"), { method: "POST", headers: { "Content-Type": "application/json" }, body }).catch(() => {});
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
 * Follows a reading while its sound is made.
 *
 * @param {string} id @param {Parameters<typeof followEvents>[1]} on @returns {() => void} stops it
 */
export function followReading(id, on) {
  return followEvents(linkTo(id, "events"), on);
}
