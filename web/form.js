/** The field for an address or a text. */

import { say } from "./messages.js";
import { byId } from "./player/bar.js";
import { understand } from "./reading/source.js";
import { element } from "./text/transcript.js";

/** @typedef {{url: string}|{text: string}} Body */

/**
 * Sets the form up; what isn't an address, though it looks like one, is told at once.
 *
 * @param {{ask: (body: Body) => void, later: (body: Body, done: () => void) => void}} on
 */
export function understood(on) {
  const source = /** @type {HTMLTextAreaElement} */ (byId("source"));
  const form = /** @type {HTMLFormElement} */ (byId("ask"));
  const fit = () => {
    byId("clear").hidden = source.value === "";
    source.rows = Math.min(12, Math.max(1, source.value.split("\n").length));
    refuse("");
  };
  const write = (/** @type {string} */ text) => {
    source.value = text;
    fit();
  };
  const clear = () => {
    write("");
    source.focus();
  };
  /** @returns {Body|null} */
  const read = () => {
    const meant = understand(source.value);
    if (meant && !("wrong" in meant)) return meant;
    if (!meant) refuse(say("form.empty"));
    else if (meant.wrong === "scheme") refuse(say("refused.page.scheme"));
    else if (meant.meant) offer(meant.meant);
    else refuse(say("form.mistyped"));
    source.focus();
    return null;
  };
  /** @param {string} address what was meant, perhaps */
  const offer = (address) => {
    refuse(say("form.meant"));
    const button = /** @type {HTMLButtonElement} */ (element("button", "plain", address));
    button.type = "button";
    button.addEventListener("click", () => {
      write(address);
      form.requestSubmit();
    });
    byId("source-error").append(" ", button);
  };
  source.addEventListener("input", fit);
  source.addEventListener("focus", () => delete form.dataset.read);
  source.addEventListener("keydown", (event) => {
    const oneLine = !("text" in (understand(source.value) ?? {}));
    if (event.key === "Enter" && !event.isComposing && (oneLine || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  byId("clear").addEventListener("click", clear);
  byId("later").addEventListener("click", () => {
    const body = read();
    if (body) on.later(body, () => write(""));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = read();
    if (body) on.ask(body);
  });
  fit();
  const select = () => {
    source.focus();
    source.select();
  };
  return { write, clear, read, select };
}

/** @param {string} sentence what is wrong with the field, or nothing */
function refuse(sentence) {
  const source = byId("source");
  const error = byId("source-error");
  error.hidden = sentence === "";
  error.textContent = sentence;
  if (sentence) source.setAttribute("aria-invalid", "true");
  else source.removeAttribute("aria-invalid");
}
