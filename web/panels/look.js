/** @import {Listening} from "../listening.js" */

import { say } from "../messages.js";
import { byId } from "../player/bar.js";
import { recall, remember } from "../player/memory.js";

const SIZES = ["90", "100", "115", "130", "150", "175"];
const WIDTHS = ["narrow", "usual", "wide"];

/** How the text looks (its size, its width, wider spaces) and where some words stand in it. @param {Listening} listening */
export function setUpLook(listening) {
  const size = /** @type {HTMLSelectElement} */ (byId("text-size"));
  const width = /** @type {HTMLSelectElement} */ (byId("text-width"));
  const easy = /** @type {HTMLInputElement} */ (byId("easy"));
  fillLook();
  size.value = recall("text-size", "100");
  width.value = recall("text-width", "usual");
  easy.checked = recall("easy", false);
  const apply = () => {
    const { style, dataset } = document.documentElement;
    style.setProperty("--text-size", `${Number(size.value) / 100}`);
    dataset.width = width.value;
    dataset.easy = String(easy.checked);
    remember("text-size", size.value);
    remember("text-width", width.value);
    remember("easy", easy.checked);
  };
  for (const control of [size, width, easy]) control.addEventListener("change", apply);
  apply();
  setUpFind(listening);
}

/** Writes the choices in the present language. */
export function fillLook() {
  fill(byId("text-size"), SIZES.map((value) => new Option(`${value} %`, value)));
  fill(byId("text-width"), WIDTHS.map((value) => new Option(say(`settings.text-width.${value}`), value)));
}

/** @param {HTMLElement} select @param {HTMLOptionElement[]} options */
function fill(select, options) {
  const list = /** @type {HTMLSelectElement} */ (select);
  const { value } = list;
  list.replaceChildren(...options);
  if (value) list.value = value;
}

/** Marks some words in the text; Enter goes from one to the next. @param {Listening} listening */
function setUpFind({ transcript, follow }) {
  const field = /** @type {HTMLInputElement} */ (byId("find"));
  const painted = "highlights" in CSS ? new Highlight() : null;
  if (painted) CSS.highlights.set("found", painted);
  /** @type {Range[]} */
  let ranges = [];
  let at = -1;
  const look = () => {
    ranges = field.value.trim() ? find(transcript.spans, field.value.trim()) : [];
    at = -1;
    painted?.clear();
    ranges.forEach((range) => painted?.add(range));
    byId("found").textContent = field.value.trim() ? say("settings.found", { count: ranges.length }) : "";
  };
  field.addEventListener("input", look);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || ranges.length === 0) return;
    event.preventDefault();
    at = (at + (event.shiftKey ? ranges.length - 1 : 1)) % ranges.length;
    follow.leave();
    ranges[at].startContainer.parentElement?.scrollIntoView({ block: "center" });
    byId("found").textContent = say("settings.found-at", { at: at + 1, count: ranges.length });
  });
}

/** @param {HTMLElement[]} spans @param {string} words @returns {Range[]} */
function find(spans, words) {
  const wanted = words.toLowerCase();
  return spans.flatMap((span) => {
    const node = span.firstChild;
    const text = node?.nodeValue?.toLowerCase() ?? "";
    /** @type {Range[]} */
    const found = [];
    for (let from = text.indexOf(wanted); node && from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, from + wanted.length);
      found.push(range);
    }
    return found;
  });
}
