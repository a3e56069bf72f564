/** @import {Place, Reading, Turn} from "../types.js" */
/** @import {Timeline} from "../reading/timeline.js" */

import { clockTime, say, spokenTime } from "../messages.js";
import { looksOf, personKey, shape, speakerName } from "../text/people.js";
import { element } from "../text/transcript.js";
import { BarSize } from "./barsize.js";
import { recall, remember } from "./memory.js";

export const SPEEDS = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/**
 * The player bar: what it shows. Fires `toggle`, `seek` (detail: ms), `step` (detail: unit and direction) and
 * `speed` (detail: rate) for what is pressed.
 */
export class PlayerBar extends EventTarget {
  #root = byId("player");
  #play = byId("play");
  #seek = /** @type {HTMLInputElement} */ (byId("seek"));
  #speed = /** @type {HTMLSelectElement} */ (byId("speed"));
  #ribbon = byId("ribbon");
  #dragging = false;
  #turn = -1;
  #shown = -1;
  #site = "";
  #size;
  /** @type {Map<string, number>} */
  #looks = new Map();

  constructor() {
    super();
    this.#play.addEventListener("click", () => this.#tell("toggle"));
    this.#seek.addEventListener("input", () => {
      this.#dragging = true;
      this.#say(Number(this.#seek.value));
    });
    this.#seek.addEventListener("change", () => {
      this.#dragging = false;
      this.#tell("seek", Number(this.#seek.value));
    });
    this.#seek.addEventListener("keydown", (event) => this.#seekByKey(event));
    this.#seek.addEventListener("focus", () => this.#say(Number(this.#seek.value)));
    this.#speed.addEventListener("change", () => this.speed(Number(this.#speed.value)));
    document.addEventListener("click", (event) => {
      const button = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest("[data-step]"));
      if (button) this.step(button.dataset.step ?? "", Number(button.dataset.direction));
    });
    this.#fillSpeeds(recall("speed", 1));
    this.#size = new BarSize(this.#root, byId("grow"));
    new ResizeObserver(() => {
      document.documentElement.style.setProperty("--dock", `${this.#root.offsetHeight}px`);
    }).observe(this.#root);
  }

  /** @param {string} unit @param {number} direction */
  step(unit, direction) {
    this.#tell("step", { unit, direction });
  }

  /** @param {number} rate */
  speed(rate) {
    this.#fillSpeeds(rate);
    this.#shown = -1; // what is left takes another time now
    remember("speed", rate);
    if (this.#site) remember("speeds", { ...recall("speeds", {}), [this.#site]: rate });
    this.#tell("speed", rate);
  }

  /** @param {number} direction */
  changeSpeed(direction) {
    const at = SPEEDS.indexOf(Number(this.#speed.value));
    this.speed(SPEEDS[Math.min(Math.max(0, at + direction), SPEEDS.length - 1)]);
  }

  get rate() {
    return Number(this.#speed.value);
  }

  /** @param {Reading} reading @param {Timeline} timeline @returns {number} the speed that is usual for its site */
  open(reading, timeline) {
    this.#root.hidden = false;
    const { title } = reading;
    this.#root.setAttribute("aria-label", say("player.label", { title }));
    const what = byId("what");
    what.textContent = title;
    what.lang = reading.language ?? "";
    this.#looks = looksOf(timeline.turns);
    this.#turn = -1;
    this.#site = reading.site ?? "";
    const rate = recall("speeds", /** @type {Record<string, number>} */ ({}))[this.#site];
    if (rate !== undefined) this.#fillSpeeds(rate);
    this.measure(timeline);
    this.#size.label();
    return this.rate;
  }

  /** Puts the place into words as it is now. @param {number} ms */
  sayPlace(ms) {
    this.#seek.value = String(Math.round(ms));
    this.#say(ms);
  }

  /** Draws the speakers along the slider anew. @param {Timeline} timeline */
  measure(timeline) {
    this.#seek.max = String(100 * Math.ceil(timeline.total / 100));
    this.#shown = -1;
    const strips = ["strip", "strip heard"].map((classes) => {
      const strip = element("div", classes);
      timeline.turns.forEach((turn) => {
        if (turn.sentences.length === 0) return;
        const first = turn.sentences[0].index;
        const end = timeline.starts[first + turn.sentences.length] ?? timeline.total;
        const part = element("i", `person-${this.#looks.get(personKey(turn)) ?? 0}`);
        part.style.inlineSize = `${(100 * (end - timeline.starts[first])) / timeline.total}%`;
        strip.append(part);
      });
      return strip;
    });
    this.#ribbon.replaceChildren(...strips);
  }

  /** Shows a place. @param {Timeline} timeline @param {Place} place */
  show(timeline, place) {
    const ms = timeline.timeOf(place);
    const turn = timeline.turnAt(place.index);
    if (turn && turn.index !== this.#turn) this.#showSpeaker(turn);
    const quarter = Math.floor(ms / 250);
    if (quarter === this.#shown) return;
    this.#shown = quarter;
    this.#ribbon.style.setProperty("--heard", `${(100 * ms) / Math.max(1, timeline.total)}%`);
    byId("at").textContent = clockTime(ms);
    byId("left").textContent = `−${clockTime((timeline.total - ms) / this.rate)}`;
    if (!this.#dragging) this.#seek.value = String(Math.round(ms));
  }

  /** @param {Turn} turn */
  #showSpeaker(turn) {
    this.#turn = turn.index;
    const look = this.#looks.get(personKey(turn)) ?? 0;
    const who = byId("who");
    who.className = `who person-${look}`;
    who.replaceChildren(shape(look), element("span", "label", speakerName(turn)));
  }

  /** @param {boolean} playing @param {boolean} waiting */
  showState(playing, waiting) {
    const key = playing ? "player.pause" : "player.play";
    this.#play.dataset.sayLabel = key;
    this.#play.dataset.sayTitle = key;
    this.#play.setAttribute("aria-label", say(key));
    this.#play.title = say(key);
    this.#play.toggleAttribute("aria-busy", false);
    if (waiting) this.#play.setAttribute("aria-busy", "true");
    const use = this.#play.querySelector("use");
    use?.setAttribute("href", use.getAttribute("href")?.replace(/#.*/, playing ? "#pause" : "#play") ?? "");
    if (!playing) this.#say(Number(this.#seek.value));
  }

  /** Puts the place into words, only when asked: a screen reader repeats each change. @param {number} ms */
  #say(ms) {
    const total = Number(this.#seek.max);
    const at = say("player.position", { at: spokenTime(ms), total: spokenTime(total) });
    const left = say("player.left", { left: spokenTime((total - ms) / this.rate) });
    this.#seek.setAttribute("aria-valuetext", `${at}, ${left}`);
  }

  /** @param {KeyboardEvent} event */
  #seekByKey(event) {
    const steps = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30 };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const ms = Math.min(Math.max(0, Number(this.#seek.value) + step * 1000), Number(this.#seek.max));
    this.#seek.value = String(ms);
    this.#say(ms);
    this.#tell("seek", ms);
  }

  /** @param {number} rate */
  #fillSpeeds(rate) {
    const options = SPEEDS.map((speed) => new Option(`${speed}×`, String(speed), speed === rate, speed === rate));
    this.#speed.replaceChildren(...options);
    if (!SPEEDS.includes(rate)) this.#speed.value = "1";
    this.#shown = -1;
  }

  /** @param {string} kind @param {unknown} [detail] */
  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}
