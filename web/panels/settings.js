/** @import {Listening} from "../listening.js" */

import { clockTime, say, translate } from "../messages.js";
import { byId } from "../player/bar.js";
import { KEYS, keyScope, listenForKeys, setKeyScope } from "../player/keys.js";
import { recall, remember } from "../player/memory.js";
import { element } from "../text/transcript.js";

const MINUTES = [5, 10, 15, 30, 45, 60];

/** Volume, sleep timer, following, word marks and keys. @param {Listening} listening */
export function setUpSettings(listening) {
  setUpVolume(listening);
  setUpSleep(listening);
  setUpText(listening);
  setUpKeys(listening);
}

/** @param {Listening} listening */
function setUpVolume({ sound }) {
  const { audio } = sound;
  const volume = /** @type {HTMLInputElement} */ (byId("volume"));
  const mute = /** @type {HTMLInputElement} */ (byId("mute"));
  volume.value = String(recall("volume", 100));
  volume.addEventListener("input", () => {
    audio.volume = Number(volume.value) / 100;
    remember("volume", Number(volume.value));
  });
  mute.addEventListener("change", () => sound.output.mute(mute.checked));
}

/** @param {Listening} listening */
function setUpSleep(listening) {
  const select = /** @type {HTMLSelectElement} */ (byId("sleep"));
  const left = byId("sleep-left");
  fillSleep();
  select.addEventListener("change", () => {
    if (select.value === "off") listening.sleep.off();
    else if (select.value === "turn") {
      listening.sleep.atEndOf(listening.timeline?.turnOf[listening.sound.at().index] ?? 0);
    } else if (select.value === "article") {
      listening.sleep.atEndOf((listening.timeline?.turns.length ?? 1) - 1);
    } else listening.sleep.after(Number(select.value));
  });
  listening.sleep.addEventListener("change", () => {
    if (!listening.sleep.on) select.value = "off";
    left.hidden = listening.sleep.left === null;
    left.textContent = say("settings.sleep.left", { left: clockTime(listening.sleep.left ?? 0) });
  });
}

/** Writes the choices of the sleep timer in the present language. */
export function fillSleep() {
  const select = /** @type {HTMLSelectElement} */ (byId("sleep"));
  const chosen = select.value || "off";
  select.replaceChildren(
    new Option(say("settings.sleep.off"), "off"),
    ...MINUTES.map((minutes) => new Option(say("settings.sleep.minutes", { minutes }), String(minutes))),
    new Option(say("settings.sleep.turn"), "turn"),
    new Option(say("settings.sleep.article"), "article"),
  );
  select.value = chosen;
}

/** @param {Listening} listening */
function setUpText(listening) {
  const follow = /** @type {HTMLInputElement} */ (byId("follow"));
  const words = /** @type {HTMLInputElement} */ (byId("words"));
  follow.checked = recall("follow", true);
  listening.follow.on = follow.checked;
  words.checked = listening.markWords;
  follow.addEventListener("change", () => {
    listening.follow.on = follow.checked;
    remember("follow", follow.checked);
  });
  words.addEventListener("change", () => {
    listening.markWords = words.checked;
    remember("words", words.checked);
  });
  byId("return").addEventListener("click", () => listening.follow.resume());
  byId("again").addEventListener("click", () => listening.sound.retry());
}

/** @param {Listening} listening */
function setUpKeys(listening) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("keys"));
  const show = () => {
    fillKeys();
    byId("settings").hidePopover?.();
    dialog.showModal();
  };
  byId("open-keys").addEventListener("click", show);
  byId("keys-scope").addEventListener("change", (event) => {
    setKeyScope(/** @type {any} */ (event.target).value);
  });
  const flip = (/** @type {string} */ id) => byId(id).click();
  listenForKeys([byId("player"), byId("article"), byId("settings")], (action, direction) => {
    if (action === "toggle") listening.sound.toggle();
    else if (action === "stop") listening.sound.pause();
    else if (action === "speed") listening.bar.changeSpeed(direction);
    else if (action === "mute" || action === "follow") flip(action);
    else if (action === "help") show();
    else listening.step(action, direction);
  });
  for (const button of document.querySelectorAll("[data-close]")) {
    button.addEventListener("click", () => button.closest("dialog")?.close());
  }
}

function fillKeys() {
  const rows = KEYS.map(({ keys, does }) => {
    const row = element("tr");
    const cell = element("td");
    keys.forEach((key, i) => cell.append(i > 0 ? " " : "", element("kbd", "", key)));
    const name = element("th", "", say(`keys.${does}`));
    /** @type {HTMLTableCellElement} */ (name).scope = "row";
    row.append(name, cell);
    return row;
  });
  byId("keys-table").replaceChildren(...rows);
  for (const radio of document.querySelectorAll('[name="scope"]')) {
    const input = /** @type {HTMLInputElement} */ (radio);
    input.checked = input.value === keyScope();
  }
  translate(byId("keys"));
}
