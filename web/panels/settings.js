/** @import {Listening} from "../listening.js" */

import { byId } from "../player/bar.js";
import { recall, remember } from "../player/memory.js";
import { setUpKeys } from "./keys.js";
import { setUpLook } from "./look.js";
import { setUpSleep } from "./sleep.js";

/** Volume, sleep timer, following, word marks, the text's look and keys. @param {Listening} listening */
export function setUpSettings(listening) {
  setUpVolume(listening);
  setUpSleep(listening);
  setUpText(listening);
  setUpLook(listening);
  setUpKeys(listening);
  for (const button of document.querySelectorAll("[data-close]")) {
    button.addEventListener("click", () => button.closest("dialog")?.close());
  }
}

/** @param {Listening} listening */
function setUpVolume({ sound }) {
  const volume = /** @type {HTMLInputElement} */ (byId("volume"));
  const mute = /** @type {HTMLInputElement} */ (byId("mute"));
  volume.value = String(recall("volume", 100));
  volume.addEventListener("input", () => {
    sound.output.volume = Number(volume.value) / 100;
    remember("volume", Number(volume.value));
  });
  mute.addEventListener("change", () => sound.output.mute(mute.checked));
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
