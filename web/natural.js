/** The line above the article about natural voices: on their way, there now, or not to be had. */

/** @import {Reading, Voice} from "./types.js" */
/** @import {Pack} from "./packs.js" */

import { say } from "./messages.js";
import { fetchPacks, speaks } from "./packs.js";
import { fetchReading, fetchVoices, readAgain } from "./reading/server.js";
import { element } from "./text/transcript.js";

const MOMENT = 2_000;

/** @typedef {"none"|"fetching"|"failed"|"again"|"held"} Line what the line says */

export class NaturalVoices {
  /** @type {Reading|null} */
  #reading = null;
  /** Each look belongs to one turn; with a new one, those before come to nothing. */
  #turn = 0;
  #wanted = false;
  #seen = false;
  /** @type {string} */
  #shown = "";

  /**
   * @param {HTMLElement} place where the line stands
   * @param {(reading: Reading) => void} open shows a reading and plays it
   * @param {() => void} pause what is heard stops while somebody waits
   */
  constructor(place, open, pause) {
    this.place = place;
    this.open = open;
    this.pause = pause;
  }

  /** Says what there is to say about the voices of a reading. @param {Reading} reading */
  async show(reading) {
    if (this.#reading?.id !== reading.id) {
      this.#wanted = false;
      this.#draw("none");
    }
    this.#reading = reading;
    this.#shown = ""; // the page's language may be another one now
    await this.#look(reading, ++this.#turn);
  }

  /** @param {Reading} reading @param {number} turn */
  async #look(reading, turn) {
    if (this.#turn !== turn) return;
    const pack = (await fetchPacks()).find((one) => one.byItself && speaks(one, reading.language ?? ""));
    if (this.#turn !== turn) return;
    if (pack?.state === "installing") {
      this.#seen = true;
      this.#draw("fetching", pack);
      setTimeout(() => this.#look(reading, turn), MOMENT);
    } else if (pack?.state === "failed" && this.#seen) {
      this.#seen = false; // once
      this.#draw("failed", pack);
    } else {
      await this.#there(reading, turn);
    }
  }

  /** @param {Reading} reading @param {number} turn */
  async #there(reading, turn) {
    const held = await this.#isHeld(reading);
    const natural = !held && readByLight(reading, await voicesOrNone());
    if (this.#turn !== turn) return;
    if (held) setTimeout(() => this.#look(reading, turn), MOMENT);
    if (natural && this.#wanted) await this.#again();
    else this.#draw(held ? "held" : natural ? "again" : "none");
  }

  /** @param {Reading} reading */
  async #isHeld(reading) {
    if (!reading.held && this.#shown !== "held") return false;
    try {
      return (await fetchReading(reading.id)).held;
    } catch {
      return false;
    }
  }

  async #again() {
    const reading = this.#reading;
    if (!reading) return;
    try {
      const natural = await readAgain(reading.id);
      if (this.#reading === reading) this.open(natural);
    } catch (error) {
      this.place.replaceChildren(element("p", "", error instanceof Error ? error.message : say("natural.failed")));
    }
  }

  #wait() {
    this.#wanted = true;
    this.pause();
    if (this.#reading) this.#look(this.#reading, ++this.#turn);
  }

  /** @param {Line} line @param {Pack} [pack] */
  #draw(line, pack) {
    const state = line === "fetching" && this.#wanted ? "waiting" : line;
    if (this.#shown !== state) this.place.replaceChildren(...this.#parts(line));
    this.#shown = state;
    this.place.hidden = line === "none";
    const bar = this.place.querySelector("progress");
    if (!pack || !bar) return;
    const percent = Math.floor((100 * pack.done) / Math.max(1, pack.bytes));
    bar.value = percent;
    const number = this.place.querySelector(".percent");
    if (number) number.textContent = `${percent} %`;
  }

  /** @param {Line} line @returns {HTMLElement[]} */
  #parts(line) {
    if (line === "none") return [];
    const sentence = element("p", "", say(line === "fetching" && this.#wanted ? "natural.waiting" : `natural.${line}`));
    sentence.setAttribute("role", "status");
    if (line === "failed" || line === "held") return [sentence];
    const actions = element("p", "actions", "");
    if (line === "again") {
      actions.append(button("natural.read-again", () => this.#again()));
      return [sentence, actions];
    }
    const bar = /** @type {HTMLProgressElement} */ (element("progress", "", ""));
    bar.max = 100;
    bar.setAttribute("aria-label", say("natural.fetching"));
    actions.append(bar, element("span", "percent", ""));
    if (this.#wanted) actions.append(button("natural.listen-now", () => this.#listenNow()));
    else actions.append(button("natural.wait", () => this.#wait()), button("natural.listen-now", () => this.#listenNow()));
    return [sentence, actions];
  }

  #listenNow() {
    const reading = this.#reading;
    this.#wanted = false;
    if (!reading) return;
    this.#look(reading, ++this.#turn);
    this.open(reading);
  }
}

/**
 * Whether light voices read an article that natural ones could read.
 *
 * @param {Reading} reading @param {Voice[]} voices
 */
export function readByLight(reading, voices) {
  const natural = new Set(voices.filter((voice) => voice.natural && voice.ready).map((voice) => voice.id));
  const language = (reading.language ?? "").split("-")[0];
  const there = voices.some((voice) => natural.has(voice.id) && voice.language.split("-")[0] === language);
  return there && reading.turns.every((turn) => !natural.has(turn.voice?.id ?? ""));
}

/** @returns {Promise<Voice[]>} */
async function voicesOrNone() {
  try {
    return await fetchVoices();
  } catch {
    return []; // the line is a courtesy
  }
}

/** @param {string} key @param {() => void} act @returns {HTMLButtonElement} */
function button(key, act) {
  const made = /** @type {HTMLButtonElement} */ (element("button", "plain", say(key)));
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
