/** Plays the parts of a work one after the other, and goes on where the listener stopped. */

/** @import {Part, WorkPlace} from "./library/workplace.js" */

import { hasKey } from "./key.js";
import { Library } from "./library/list.js";
import { takeKept } from "./library/sync.js";
import { placeInWork } from "./library/workplace.js";
import { loadMessages } from "./messages.js";
import { ask } from "./reading/server.js";

const main = /** @type {HTMLElement|null} */ (document.querySelector("main[data-work]"));
const resume = /** @type {HTMLElement|null} */ (document.querySelector("#resume"));
const doors = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-part]")]);
const library = new Library();

/** @returns {Part[]} */
function parts() {
  return doors.map(({ dataset }) => ({
    id: dataset.reading ?? null,
    url: dataset.part ?? "",
    title: dataset.title ?? "",
    ms: Number(dataset.ms ?? 0),
    characters: Number(dataset.characters ?? 0),
  }));
}

/** @param {number} index */
async function play(index) {
  const [first, ...others] = parts().slice(index);
  if (!first) return;
  const id = first.id ?? (await ask(first.url, { method: "POST" })).id;
  library.waitFirst(others);
  library.choose({ ...first, id });
  location.assign(`/?id=${encodeURIComponent(id)}`);
}

/** @param {HTMLElement} door @param {Promise<void>} playing */
async function showBusy(door, playing) {
  door.setAttribute("aria-busy", "true");
  try {
    await playing;
  } catch (error) {
    const status = document.querySelector("[role=status]");
    if (status) status.textContent = error instanceof Error ? error.message : "";
  } finally {
    door.removeAttribute("aria-busy");
  }
}

/** @param {WorkPlace|null} place */
function showPlace(place) {
  const button = resume?.querySelector("button");
  if (!resume || !button) return;
  resume.hidden = place === null;
  if (!place) return;
  const { title } = parts()[place.index];
  button.textContent = fill(resume.dataset.resume, { title, time: clock(place.ms) });
  button.title = fill(resume.dataset.share, { percent: String(Math.round(place.share * 100)) });
  button.dataset.index = String(place.index);
}

/** @param {string|undefined} words @param {Record<string, string>} values */
function fill(words, values) {
  return (words ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** @param {number} ms */
function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  const pair = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${pair(Math.floor(seconds / 60) % 60)}:${pair(seconds % 60)}`;
}

const show = () => showPlace(placeInWork(library, parts()));

doors.forEach((door, index) => {
  door.hidden = false;
  door.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    showBusy(door, play(index));
  });
  if (main?.dataset.play) door.title = main.dataset.play;
});
resume?.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest("button"));
  if (button) showBusy(button, play(Number(button.dataset.index)));
});
library.addEventListener("change", show);
addEventListener("pageshow", (event) => event.persisted && location.reload()); // the player has moved on meanwhile
show();
if (hasKey()) {
  const { lang } = document.documentElement;
  await loadMessages(); // a key that was refused is asked for in words
  document.documentElement.lang = lang; // the page is in the work's language
  // what another device has heard since
  await takeKept(library).catch(() => {});
}
