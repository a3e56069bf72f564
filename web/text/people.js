/** @import {Turn} from "../types.js" */

import { canSay, say } from "../messages.js";

/** How many people are told apart by colour and shape before both begin again. */
export const LOOKS = 8;

/**
 * Gives each person of an article a number for their colour and shape: 0 for the narrator, then by order of
 * appearance.
 *
 * @param {Turn[]} turns @returns {Map<string, number>} by `personKey`
 */
export function looksOf(turns) {
  const looks = new Map();
  let next = 1;
  for (const turn of turns) {
    const key = personKey(turn);
    if (looks.has(key)) continue;
    if (turn.speaker === "narrator") looks.set(key, 0);
    else looks.set(key, 1 + ((next++ - 1) % (LOOKS - 1)));
  }
  return looks;
}

/** What one person is known by in this article. @param {Turn} turn */
export function personKey(turn) {
  if (turn.person) return turn.person;
  if (turn.name) return `${turn.name}/${turn.title ?? ""}`;
  return turn.speaker === "report" ? "reporter" : turn.speaker;
}

/** Whether a turn is the article's headline, which the narrator reads. @param {Turn} turn */
export function isHeadline(turn) {
  return turn.speaker === "narrator" && turn.title === "headline";
}

/** The role in the reader's language. @param {Turn} turn */
export function roleName(turn) {
  const key = `role.${turn.speaker}`;
  return canSay(key) ? say(key) : turn.speaker;
}

/** What to call the speaker. @param {Turn} turn */
export function speakerName(turn) {
  return turn.name ?? roleName(turn);
}

/** What stands under the name: role or title, and the style where it matters. @param {Turn} turn */
export function speakerDetail(turn) {
  const parts = [];
  if (isHeadline(turn)) parts.push(say("turn.headline"));
  else if (turn.title) parts.push(turn.title);
  else if (turn.name) parts.push(roleName(turn));
  const style = `style.${turn.style}`;
  if (turn.style && canSay(style)) parts.push(say(style));
  const said = speakerName(turn).toLowerCase(); // "Report · report" says it twice
  return [...new Set(parts)].filter((part) => part.toLowerCase() !== said).join(" · ");
}

const SVG = "http://www.w3.org/2000/svg";

/** The shape of a person, as a picture that says nothing to a screen reader. @param {number} look */
export function shape(look) {
  return icon(`person-${look}`, `shape person-${look}`);
}

/** @param {string} name in icons.svg @param {string} classes */
export function icon(name, classes = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", classes);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${new URL("../icons.svg", import.meta.url).pathname}#${name}`);
  svg.append(use);
  return svg;
}
