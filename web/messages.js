/** Interface messages: `messages/ko.json` and `messages/en.json`, chosen by the browser's language. */

import { recall, remember } from "./player/memory.js";

const KNOWN = ["ko", "en"];

/** @type {Record<string, string>} */
let messages = {};
let language = "ko";

/** Loads the messages of the reader's language and puts them into the page. */
export async function loadMessages() {
  await useLanguage(recall("language", null) ?? preferredLanguage());
}

/** @param {string} wanted */
export async function useLanguage(wanted) {
  const response = await fetch(new URL(`./messages/${wanted}.json`, import.meta.url));
  messages = await response.json();
  language = wanted;
  document.documentElement.lang = wanted;
  translate(document);
}

/** Chooses a language for this and later visits. @param {string} wanted */
export async function chooseLanguage(wanted) {
  remember("language", wanted);
  await useLanguage(wanted);
}

export function currentLanguage() {
  return language;
}

function preferredLanguage() {
  for (const tag of navigator.languages ?? [navigator.language]) {
    const primary = tag.toLowerCase().split("-")[0];
    if (KNOWN.includes(primary)) return primary;
  }
  return "en";
}

/**
 * The message with `{names}` filled in; the key itself where no message is.
 *
 * @param {string} key @param {Record<string, string|number>} [values]
 */
export function say(key, values = {}) {
  const pattern = messages[key] ?? key;
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param {string} key */
export function canSay(key) {
  return key in messages;
}

/**
 * Fills `data-say` (text), `data-say-label` (accessible name), `data-say-title` and `data-say-placeholder`.
 *
 * @param {ParentNode} root
 */
export function translate(root) {
  for (const element of root.querySelectorAll("[data-say]")) {
    element.textContent = say(/** @type {HTMLElement} */ (element).dataset.say ?? "");
  }
  for (const [data, attribute] of [
    ["data-say-label", "aria-label"],
    ["data-say-title", "title"],
    ["data-say-placeholder", "placeholder"],
  ]) {
    for (const element of root.querySelectorAll(`[${data}]`)) {
      element.setAttribute(attribute, say(element.getAttribute(data) ?? ""));
    }
  }
}

/** A length of time in words, as a screen reader should say it. @param {number} ms */
export function spokenTime(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const parts = { h: Math.floor(seconds / 3600), m: Math.floor(seconds / 60) % 60, s: seconds % 60 };
  if (parts.h > 0) return say("time.hours", parts);
  if (parts.m > 0) return say("time.minutes", parts);
  return say("time.seconds", parts);
}

/** A length of time in digits. @param {number} ms */
export function clockTime(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
