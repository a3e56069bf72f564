/** @import {Listening} from "../listening.js" */

import { clockTime, say } from "../messages.js";
import { byId } from "../player/bar.js";

const MINUTES = [5, 10, 15, 30, 45, 60];
const MORE = 5;

/** The sleep timer: its choice, and beside the player what is left, with ways to stop and to prolong it. @param {Listening} listening */
export function setUpSleep(listening) {
  const { sleep, sound } = listening;
  const select = /** @type {HTMLSelectElement} */ (byId("sleep"));
  fillSleep();
  select.addEventListener("change", () => {
    const { timeline } = listening;
    const value = select.value;
    if (value === "off") sleep.off();
    else if (value === "turn") sleep.atEndOf(timeline?.turnOf[sound.at().index] ?? 0, "turn");
    else if (value === "article") sleep.atEndOf((timeline?.turns.length ?? 1) - 1, "article");
    else sleep.after(Number(value));
  });
  byId("sleep-more").addEventListener("click", () => sleep.more(MORE));
  byId("sleep-off").addEventListener("click", () => {
    sleep.off();
    byId("play").focus({ preventScroll: true });
  });
  sleep.addEventListener("change", () => showSleep(listening));
  sleep.addEventListener("fade", (event) => sound.output.fade(/** @type {CustomEvent} */ (event).detail));
  sleep.addEventListener("sleep", () => {
    sound.pause();
    listening.tellBriefly(say("status.slept"));
  });
}

/** @param {Listening} listening */
export function showSleep({ sleep }) {
  const select = /** @type {HTMLSelectElement} */ (byId("sleep"));
  select.value = String(sleep.choice);
  const chip = byId("sleep-chip");
  chip.hidden = !sleep.on;
  if (!sleep.on) return;
  const key = sleep.left === null ? `settings.sleep.${sleep.choice}.short` : "settings.sleep.left";
  const text = say(key, { left: clockTime(sleep.left ?? 0) });
  const left = byId("sleep-left");
  if (left.textContent !== text) left.textContent = text;
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
