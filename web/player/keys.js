import { recall, remember } from "./memory.js";

/** @typedef {"player"|"page"|"off"} KeyScope where single keys work */

/**
 * @typedef {object} Shortcut
 * @property {string} name of what it does, by which its key is remembered
 * @property {string} action
 * @property {number} direction
 * @property {string} key as it is usually, see `nameOf`
 */

/** What each key does: the key map that is shown and changed is made from this list. @type {Shortcut[]} */
export const SHORTCUTS = [
  { name: "toggle", action: "toggle", direction: 0, key: "k" },
  { name: "sentence-back", action: "sentence", direction: -1, key: "ArrowLeft" },
  { name: "sentence-on", action: "sentence", direction: 1, key: "ArrowRight" },
  { name: "paragraph-back", action: "paragraph", direction: -1, key: "Shift+ArrowLeft" },
  { name: "paragraph-on", action: "paragraph", direction: 1, key: "Shift+ArrowRight" },
  { name: "speaker-back", action: "speaker", direction: -1, key: "[" },
  { name: "speaker-on", action: "speaker", direction: 1, key: "]" },
  { name: "back", action: "jump", direction: -1, key: "j" },
  { name: "on", action: "jump", direction: 1, key: "l" },
  { name: "slower", action: "speed", direction: -1, key: "<" },
  { name: "faster", action: "speed", direction: 1, key: ">" },
  { name: "mute", action: "mute", direction: 0, key: "m" },
  { name: "follow", action: "follow", direction: 0, key: "f" },
  { name: "help", action: "help", direction: 0, key: "?" },
];

/** Keys that keep their use: a space plays and pauses, Esc stops. @type {Record<string, string>} */
const FIXED = { " ": "toggle", Escape: "stop" };

/** Keys that a browser or a screen reader needs. */
const TAKEN = new Set(["Tab", "Enter", " ", "Escape", "Shift", "Control", "Alt", "Meta", "F5", "F11", "F12", "ArrowUp", "ArrowDown"]);

/** @returns {KeyScope} */
export function keyScope() {
  return recall("keys", /** @type {KeyScope} */ ("player"));
}

/** @param {KeyScope} scope */
export function setKeyScope(scope) {
  remember("keys", scope);
}

/** Whether keys work with Alt only. */
export function needsModifier() {
  return recall("keys-modifier", false);
}

/** @param {boolean} wanted */
export function setModifier(wanted) {
  remember("keys-modifier", wanted);
}

/** The key of a shortcut as the listener has it. @param {Shortcut} shortcut */
export function keyOf(shortcut) {
  return recall("keymap", /** @type {Record<string, string>} */ ({}))[shortcut.name] ?? shortcut.key;
}

/**
 * Gives a shortcut another key.
 *
 * @param {Shortcut} shortcut @param {string} key @returns {Shortcut|"taken"|null} what has that key already, or null: done
 */
export function setKey(shortcut, key) {
  if (TAKEN.has(key)) return "taken";
  const other = SHORTCUTS.find((one) => one !== shortcut && keyOf(one) === key);
  if (other) return other;
  remember("keymap", { ...recall("keymap", {}), [shortcut.name]: key });
  return null;
}

export function resetKeys() {
  remember("keymap", {});
}

/** @param {string} key as a person knows it */
export function shownKey(key) {
  const names = /** @type {Record<string, string>} */ ({ ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", " ": "Space" });
  const parts = key.length > 1 ? key.split("+") : [key];
  const shown = parts.map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return [...(needsModifier() ? ["Alt"] : []), ...shown].join(" ");
}

/**
 * Listens for single keys inside the player and its text, or on the whole page, as the reader has chosen (WCAG 2.1.4).
 *
 * @param {Element[]} inside the parts that count as the player
 * @param {(action: string, direction: number) => void} act
 */
export function listenForKeys(inside, act) {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing) return;
    const target = /** @type {Element} */ (event.target);
    const scope = keyScope();
    if (scope === "off") return;
    if (scope === "player" && !inside.some((part) => part.contains(target))) return;
    const found = meant(event);
    if (!found || hasOwnUse(target, event)) return;
    event.preventDefault();
    act(found.action, found.direction);
  });
}

/** @param {KeyboardEvent} event @returns {{action: string, direction: number}|null} */
function meant(event) {
  const fixed = FIXED[event.key];
  if (fixed) return event.altKey ? null : { action: fixed, direction: 0 };
  if (event.altKey !== needsModifier()) return null;
  const name = nameOf(event);
  return SHORTCUTS.find((shortcut) => keyOf(shortcut) === name) ?? null;
}

/** @param {KeyboardEvent} event */
export function nameOf(event) {
  if (event.shiftKey && event.key.length > 1) return `Shift+${event.key}`;
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

/** Whether the element, or something that is open, does something of its own with the key. @param {Element} target @param {KeyboardEvent} event */
function hasOwnUse(target, { key }) {
  if (key === "Escape" && document.querySelector("dialog[open], [popover]:popover-open")) return true;
  if (target.matches("textarea, select, [contenteditable]")) return true;
  if (target.matches("input")) {
    const range = target.getAttribute("type") === "range";
    return !range || key.startsWith("Arrow") || key === " ";
  }
  return target.matches("button, a, summary") && (key === " " || key === "Enter");
}
