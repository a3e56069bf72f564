/** @import {Place} from "../types.js" */
/** @import {Timeline} from "../reading/timeline.js" */

/**
 * Understands `voices="anchor=ko-a, 홍길순=ko-b"`.
 *
 * @param {string|null} text @returns {Record<string, string>|null} voice by role or name
 */
export function voicesOf(text) {
  const pairs = (text ?? "").split(",").map((pair) => pair.split("=").map((part) => part.trim()));
  const named = pairs.filter((pair) => pair.length === 2 && pair[0] && pair[1]);
  return named.length > 0 ? Object.fromEntries(named) : null;
}

/**
 * Understands `start`: a sentence (`s12`), seconds (`90`) or a time (`1:30`).
 *
 * @param {string|null} text @param {Timeline} timeline @returns {Place|null} null for the beginning
 */
export function startOf(text, timeline) {
  const sentence = /^s(\d+)$/.exec(text ?? "");
  if (sentence) return Number(sentence[1]) < timeline.length ? { index: Number(sentence[1]), offset: 0 } : null;
  if (!text || !/^\d+(:\d{1,2}){0,2}(\.\d+)?$/.test(text)) return null;
  const seconds = text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return timeline.placeAt(Math.min(seconds * 1000, Math.max(0, timeline.total - 1)));
}
