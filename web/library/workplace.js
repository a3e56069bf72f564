/** @import {Entry, Library} from "./list.js" */

/**
 * A part of a work, as its page shows it.
 *
 * @typedef {object} Part
 * @property {string|null} id its reading, once it is planned
 * @property {string} url its address, with which a reading of it can be had
 * @property {string} title
 * @property {number} ms of sound, as far as it is made
 * @property {number} characters
 *
 * @typedef {object} WorkPlace where a listener is in a whole work
 * @property {number} index of the part with which it goes on
 * @property {number} ms from the beginning of that part
 * @property {number} share of the whole work that lies before it, 0 to 1
 */

/**
 * Where a listener stopped in a work: in the part that was heard last, or at the beginning of the one behind it.
 *
 * @param {Library} library @param {Part[]} parts in order @returns {WorkPlace|null} null where nothing of it was heard
 */
export function placeInWork(library, parts) {
  const heard = parts.map(({ id, url }) => wasHeard((id ? library.get(id) : null) ?? library.get(url)));
  const last = heard.reduce((best, entry, index) => (entry && entry.at >= (heard[best]?.at ?? 0) ? index : best), -1);
  const entry = heard[last];
  if (!entry) return null;
  const begun = entry.state === "begun";
  const index = begun ? last : (last + 1) % parts.length;
  const inside = begun ? entry.share : 0;
  return { index, ms: Math.round(inside * parts[index].ms), share: share(parts, begun || index > 0 ? index : parts.length, inside) };
}

/** @param {Entry|null} entry */
function wasHeard(entry) {
  return entry?.state === "begun" || entry?.state === "heard" ? entry : null;
}

/** By letters: how long the sound is isn't known of what isn't made. @param {Part[]} parts @param {number} index @param {number} inside */
function share(parts, index, inside) {
  const letters = (/** @type {Part[]} */ some) => some.reduce((sum, { characters }) => sum + characters, 0);
  const before = letters(parts.slice(0, index)) + inside * (parts[index]?.characters ?? 0);
  return before / Math.max(1, letters(parts));
}
