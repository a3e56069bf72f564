/** @import {Library} from "./list.js" */

import { hasKey } from "../key.js";
import { Problem, ask } from "../reading/server.js";

const ADDRESS = "/api/library";
const PAUSE_MS = 2500;

/**
 * Keeps the list with the service where the listener has a key, so that it is the same on every device. Without a key
 * nothing leaves this browser.
 *
 * @param {Library} library @param {(state: "kept"|"failed"|"alone") => void} tell
 */
export function setUpSync(library, tell) {
  let version = "";
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  const take = async () => {
    version = await takeKept(library);
  };
  const give = async () => {
    try {
      const body = JSON.stringify({ version, entries: library.all });
      version = (await ask(ADDRESS, { method: "PUT", headers: { "Content-Type": "application/json" }, body })).version;
      tell("kept");
    } catch (error) {
      if (!(error instanceof Problem && error.code === "library.changed")) return tell("failed");
      await take(); // another device was first: both are put together and given again
      later();
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => give().catch(() => tell("failed")), PAUSE_MS);
  };
  const begin = async () => {
    if (!hasKey()) return tell("alone");
    try {
      await take();
      library.addEventListener("change", later);
      document.addEventListener("visibilitychange", () => document.hidden && later());
      later();
    } catch {
      tell("failed");
    }
  };
  return begin();
}

/** Puts what the service keeps together with what is here. @param {Library} library @returns {Promise<string>} its version */
export async function takeKept(library) {
  const kept = await ask(ADDRESS);
  library.merge(kept.entries);
  return kept.version;
}

/** Has the service forget the list. */
export async function forgetKept() {
  if (hasKey()) await ask(ADDRESS, { method: "DELETE" });
}

/**
 * In which of these readings some words stand.
 *
 * @param {string[]} ids @param {string} words @returns {Promise<{id: string, sentence: number, excerpt: string}[]>}
 */
export async function searchTexts(ids, words) {
  if (ids.length === 0) return [];
  const body = JSON.stringify({ ids, words });
  const answer = await ask("/api/readings/search", { method: "POST", headers: { "Content-Type": "application/json" }, body });
  return answer.found;
}
