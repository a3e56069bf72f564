/**
 * Keys: where a service is for those with a key only, asks for it once and sends it with every request of this page.
 * The key stays in this tab (sessionStorage) and goes to this service only. Importing this module is all there is to do.
 */

import { say } from "./messages.js";

const PLACE = "nangdok.key";
const send = globalThis.fetch.bind(globalThis);

/** @type {Promise<string|null>|null} the question that stands open, one for all requests that wait */
let asking = null;

/** @returns {string|null} */
function kept() {
  try {
    return sessionStorage.getItem(PLACE);
  } catch {
    return null; // the browser keeps nothing for this site
  }
}

/** Whether this tab has a key. */
export function hasKey() {
  return kept() !== null;
}

/** @param {string|null} key */
function keep(key) {
  try {
    if (key) sessionStorage.setItem(PLACE, key);
    else sessionStorage.removeItem(PLACE);
  } catch {
    // it is asked for again on the next page
  }
}

/** @param {Request} request @param {string|null} key */
function withKey(request, key) {
  const sent = new Request(request);
  if (key && !sent.headers.has("Authorization")) sent.headers.set("Authorization", `Bearer ${key}`);
  return sent;
}

/** @type {typeof fetch} */
async function fetchWithKey(input, options) {
  const request = new Request(input, options);
  if (new URL(request.url).origin !== location.origin) return send(request);
  const tried = kept();
  const answer = await send(withKey(request.clone(), tried));
  if (answer.status !== 401) return answer;
  if (kept() === tried) keep(null);
  const key = kept() ?? (await askForKey(tried !== null));
  return key ? send(withKey(request, key)) : answer;
}

/** @param {boolean} wrong whether the last one was refused @returns {Promise<string|null>} */
function askForKey(wrong) {
  asking ??= showQuestion(wrong).then((key) => {
    asking = null;
    if (key) keep(key);
    return key;
  });
  return asking;
}

/** @param {boolean} wrong @returns {Promise<string|null>} */
function showQuestion(wrong) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", "key-title");
  const form = document.createElement("form");
  form.method = "dialog";
  const title = document.createElement("h2");
  title.id = "key-title";
  title.textContent = say("key.title");
  const label = document.createElement("label");
  label.htmlFor = "key-field";
  label.textContent = say(wrong ? "key.wrong" : "key.label");
  const field = document.createElement("input");
  field.id = "key-field";
  field.type = "password";
  field.autocomplete = "off";
  field.required = true;
  const enter = button("key.enter", "primary", "submit");
  const leave = button("key.leave", "plain", "button");
  leave.addEventListener("click", () => dialog.close());
  const buttons = document.createElement("p");
  buttons.className = "actions";
  buttons.append(enter, leave);
  form.append(title, label, field, buttons);
  dialog.append(form);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let given = "";
    form.addEventListener("submit", () => (given = field.value.trim()));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(given || null);
    });
    dialog.showModal();
  });
}

/** @param {string} name @param {string} kind @param {"submit"|"button"} type */
function button(name, kind, type) {
  const made = document.createElement("button");
  made.type = type;
  made.className = kind;
  made.textContent = say(name);
  return made;
}

globalThis.fetch = fetchWithKey;
