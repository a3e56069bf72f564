/** @import {Listening} from "../listening.js" */
/** @import {Entry, Library} from "../library/list.js" */

import { readList } from "../library/imports.js";
import { forgetKept, searchTexts } from "../library/sync.js";
import { say } from "../messages.js";
import { byId } from "../player/bar.js";
import { element } from "../text/transcript.js";

const SEARCH_AFTER_MS = 400;
const LARGEST_FILE = 5_000_000;

/**
 * The list as the listener sees it: what is being heard, what waits, what was heard; plays on when an article has ended.
 *
 * @param {Listening} listening @param {Library} library
 * @param {(entry: Entry, sentence?: number|null) => Promise<boolean>} open shows and plays an entry; false if it can't
 */
export function setUpLibrary(listening, library, open) {
  const playNext = async () => {
    for (let next = library.waiting[0]; next; next = library.waiting[0]) {
      if (await open(next)) return;
      library.remove(next.key);
    }
  };
  listening.addEventListener("ended", playNext);
  listening.addEventListener("open", (event) => {
    const reading = /** @type {CustomEvent} */ (event).detail;
    if (library.get(reading.id)?.state === "waiting") library.begin(reading);
  });
  listening.sound.addEventListener("state", () => {
    const { reading, sound } = listening;
    if (reading && sound.state === "playing" && library.get(reading.id)?.state !== "begun") library.begin(reading);
  });
  listening.addEventListener("place", (event) => {
    const { id, place, share } = /** @type {CustomEvent} */ (event).detail;
    library.heard(id, place, share);
  });
  library.addEventListener("change", () => showLibrary(library));
  byId("queue").addEventListener("click", (event) => {
    const button = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest("button[data-do]"));
    if (button) act(library, button, open);
  });
  byId("queue").addEventListener("toggle", () => showLibrary(library));
  setUpSearch(library);
  setUpImport(library);
  byId("library-clear").addEventListener("click", async () => {
    library.clear();
    await forgetKept().catch(() => {});
    tell(say("library.cleared"));
    byId("queue").focus();
  });
  showLibrary(library);
  return playNext;
}

/** @param {Library} library @param {HTMLElement} button @param {(entry: Entry, sentence?: number|null) => Promise<boolean>} open */
async function act(library, button, open) {
  const { key = "", do: what = "", sentence } = button.dataset;
  const entry = library.get(key);
  if (!entry) return;
  if (what === "open") {
    byId("queue").hidePopover?.();
    if (!(await open(entry, sentence === undefined ? null : Number(sentence)))) tell(say("queue.failed"));
    return;
  }
  if (what === "remove") library.remove(key);
  else if (what === "heard" || what === "unheard") library.mark(key, what === "heard");
  else library.move(key, what === "up" ? -1 : 1);
  const same = document.querySelector(`#queue [data-key="${CSS.escape(key)}"][data-do="${what}"]:not([disabled])`);
  /** @type {HTMLElement} */ (same ?? byId("queue")).focus();
}

/** Writes the list in the present language. @param {Library} library */
export function showLibrary(library) {
  const { waiting } = library;
  fill("queue-list", waiting.map((entry, i) => row(entry, i, waiting.length)));
  for (const [id, state] of /** @type {const} */ ([["begun", "begun"], ["heard", "heard"]])) {
    const entries = library.of(state);
    fill(`${id}-list`, entries.map((entry) => row(entry)));
    byId(`library-${id}`).hidden = entries.length === 0;
  }
  byId("queue-empty").hidden = waiting.length > 0;
  const count = byId("queue-count");
  count.hidden = waiting.length === 0;
  count.textContent = String(waiting.length);
  byId("library-clear").hidden = library.all.every((entry) => entry.state === "removed");
}

/** @param {string} id @param {HTMLElement[]} items */
function fill(id, items) {
  byId(id).replaceChildren(...items);
}

/** @param {Entry} entry @param {number} [index] among what waits @param {number} [count] */
function row(entry, index, count = 0) {
  const item = element("li");
  const open = button(entry, "open", "title", entry.title);
  if (entry.site) open.append(element("small", "", ` ${entry.site}`));
  item.append(open);
  if (entry.state === "begun") {
    const bar = /** @type {HTMLProgressElement} */ (element("progress"));
    bar.max = 100;
    bar.value = Math.round(entry.share * 100);
    bar.setAttribute("aria-label", say("library.share", { percent: bar.value }));
    item.append(bar);
  }
  const tools = element("span", "entry-tools");
  if (index !== undefined) {
    const up = button(entry, "up", "plain", "↑", say("library.up", { title: entry.title }));
    const down = button(entry, "down", "plain", "↓", say("library.down", { title: entry.title }));
    up.disabled = index === 0;
    down.disabled = index === count - 1;
    tools.append(up, down);
  }
  const mark = entry.state === "heard" ? "unheard" : "heard";
  tools.append(button(entry, mark, "plain", say(`library.${mark}`), say(`library.${mark}.label`, { title: entry.title })));
  tools.append(button(entry, "remove", "plain", say("queue.remove"), say("queue.remove.label", { title: entry.title })));
  item.append(tools);
  return item;
}

/** @param {Entry} entry @param {string} what @param {string} classes @param {string} text @param {string} [name] */
function button(entry, what, classes, text, name) {
  const made = /** @type {HTMLButtonElement} */ (element("button", classes, text));
  made.type = "button";
  made.dataset.key = entry.key;
  made.dataset.do = what;
  if (name) {
    made.setAttribute("aria-label", name);
    made.title = name;
  }
  return made;
}

/** Titles are searched here, texts by the service. @param {Library} library */
function setUpSearch(library) {
  const field = /** @type {HTMLInputElement} */ (byId("library-search"));
  const list = byId("library-found");
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  const look = async () => {
    const words = field.value.trim();
    list.hidden = words === "";
    if (words === "") return tell("");
    const entries = library.all.filter((entry) => entry.state !== "removed");
    const named = entries.filter((entry) => `${entry.title} ${entry.site ?? ""}`.toLowerCase().includes(words.toLowerCase()));
    list.replaceChildren(...named.map((entry) => found(entry, null)));
    const ids = entries.flatMap((entry) => (entry.id ? [entry.id] : []));
    const texts = await searchTexts(ids.slice(0, 200), words).catch(() => []);
    if (field.value.trim() !== words) return;
    for (const hit of texts) {
      const entry = library.get(hit.id);
      if (entry) list.append(found(entry, hit));
    }
    tell(say("library.found", { count: list.childElementCount }));
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, SEARCH_AFTER_MS);
  });
}

/** @param {Entry} entry @param {{sentence: number, excerpt: string}|null} hit in its text, or in its title */
function found(entry, hit) {
  const item = element("li");
  const open = button(entry, "open", "title", entry.title);
  if (hit) {
    open.dataset.sentence = String(hit.sentence);
    open.append(element("small", "", hit.excerpt));
  }
  item.append(open);
  return item;
}

/** @param {Library} library */
function setUpImport(library) {
  const field = /** @type {HTMLTextAreaElement} */ (byId("import-text"));
  const file = /** @type {HTMLInputElement} */ (byId("import-file"));
  const take = (/** @type {string} */ text) => {
    const listed = readList(text);
    const added = library.wait(listed);
    tell(listed.length === 0 ? say("library.import.none") : say("library.imported", { added, known: listed.length - added }));
    if (listed.length > 0) field.value = "";
  };
  byId("import-go").addEventListener("click", () => take(field.value));
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    if (chosen.size > LARGEST_FILE) tell(say("library.import.large"));
    else take(await chosen.text());
    file.value = "";
  });
}

/** @param {string} sentence */
function tell(sentence) {
  byId("library-status").textContent = sentence;
}
