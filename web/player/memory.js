/** @import {Place} from "../types.js" */

/**
 * What this browser remembers between visits: settings, and where each article was left. Everything works without it
 * (private windows may refuse storage).
 */

const PREFIX = "nangdok.";
const PLACES_KEPT = 200;

/** @template T @param {string} key @param {T} fallback @returns {T} */
export function recall(key, fallback) {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    return kept === null ? fallback : JSON.parse(kept);
  } catch {
    return fallback;
  }
}

/** @param {string} key @param {unknown} value */
export function remember(key, value) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // storage is full or refused: the page goes on without it
  }
}

/** @param {string} id reading @returns {Place|null} */
export function recallPlace(id) {
  return recall("places", /** @type {Record<string, Place & {at: number}>} */ ({}))[id] ?? null;
}

/** @param {string} id reading @param {Place|null} place null when it was heard to its end */
export function rememberPlace(id, place) {
  const places = recall("places", /** @type {Record<string, Place & {at: number}>} */ ({}));
  if (place) places[id] = { index: place.index, offset: Math.round(place.offset), at: Date.now() };
  else delete places[id];
  const newest = Object.entries(places)
    .sort((a, b) => b[1].at - a[1].at)
    .slice(0, PLACES_KEPT);
  remember("places", Object.fromEntries(newest));
}
