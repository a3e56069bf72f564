import { recall, remember } from "./memory.js";

/** @typedef {"player"|"page"|"off"} KeyScope where single keys work */

/** What each key does: the key map that is shown is made from this list. */
export const KEYS = [
  { keys: ["Space", "K"], does: "toggle" },
  { keys: ["←", "→"], does: "sentence" },
  { keys: ["Shift ←", "Shift →"], does: "paragraph" },
  { keys: ["[", "]"], does: "speaker" },
  { keys: ["J", "L"], does: "jump" },
  { keys: ["<", ">"], does: "speed" },
  { keys: ["M"], does: "mute" },
  { keys: ["F"], does: "follow" },
  { keys: ["Esc"], does: "stop" },
  { keys: ["?"], does: "help" },
];

/** @type {Record<string, [string, number]>} key to action and direction */
const ACTIONS = {
  " ": ["toggle", 0],
  k: ["toggle", 0],
  ArrowLeft: ["sentence", -1],
  ArrowRight: ["sentence", 1],
  "Shift+ArrowLeft": ["paragraph", -1],
  "Shift+ArrowRight": ["paragraph", 1],
  "[": ["speaker", -1],
  "]": ["speaker", 1],
  j: ["jump", -1],
  l: ["jump", 1],
  "<": ["speed", -1],
  ">": ["speed", 1],
  m: ["mute", 0],
  f: ["follow", 0],
  Escape: ["stop", 0],
  "?": ["help", 0],
};

/** @returns {KeyScope} */
export function keyScope() {
  return recall("keys", /** @type {KeyScope} */ ("player"));
}

/** @param {KeyScope} scope */
export function setKeyScope(scope) {
  remember("keys", scope);
}

/**
 * Listens for single keys inside the player and its text, or on the whole page, as the reader has chosen (WCAG 2.1.4).
 *
 * @param {Element[]} inside the parts that count as the player
 * @param {(action: string, direction: number) => void} act
 */
export function listenForKeys(inside, act) {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = /** @type {Element} */ (event.target);
    const scope = keyScope();
    if (scope === "off") return;
    if (scope === "player" && !inside.some((part) => part.contains(target))) return;
    const found = ACTIONS[nameOf(event)];
    if (!found || hasOwnUse(target, event.key)) return;
    event.preventDefault();
    act(found[0], found[1]);
  });
}

/** @param {KeyboardEvent} event */
function nameOf(event) {
  if (event.shiftKey && event.key.startsWith("Arrow")) return `Shift+${event.key}`;
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

/** Whether the element does something of its own with the key. @param {Element} target @param {string} key */
function hasOwnUse(target, key) {
  if (target.closest("dialog, [popover]") && key === "Escape") return true;
  if (target.matches("textarea, select, [contenteditable]")) return true;
  if (target.matches("input")) {
    const range = target.getAttribute("type") === "range";
    return !range || key.startsWith("Arrow") || key === " ";
  }
  return target.matches("button, a, summary") && (key === " " || key === "Enter");
}
