/** @import {Reading, Turn} from "../types.js" */
/** @import {Timeline} from "../reading/timeline.js" */
/** @import {Say} from "./words.js" */

import { clockTime } from "../messages.js";
import { Extras } from "./extras.js";
import { STYLE } from "./style.js";
import { spokenTime } from "./words.js";

const SPEEDS = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const SVG = "http://www.w3.org/2000/svg";
const PLAY = "M7 4.5v15l13-7.5z";
const PAUSE = "M6 4.5h4.2v15H6zM13.8 4.5H18v15h-4.2z";
const BACK = "M12 5V1L6 6l6 5V7a5.500 5.500 0 1 1-5.300 7H4.600A7.500 7.500 0 1 0 12 5z";
const ON = "M12 5V1l6 5-6 5V7a5.500 5.500 0 1 0 5.300 7h2.100A7.500 7.500 0 1 1 12 5z";

/**
 * What an embedded player shows, in a shadow tree. Fires `toggle`, `jump` (detail: seconds), `seek` (detail: ms),
 * `speed` (detail: rate), `sentence` (detail: index) and `again` for what is pressed.
 */
export class View extends EventTarget {
  audio = document.createElement("audio");
  #root;
  /** @type {Say} */
  #say = (key) => key;
  #title = "";
  #dragging = false;
  /** @type {Reading|null} */
  #reading = null;
  language = "en";
  /** @type {HTMLElement} */
  #shell = document.createElement("div");
  /** @type {HTMLElement[]} */
  #sentences = [];

  /** @param {ShadowRoot} root */
  constructor(root) {
    super();
    this.#root = root;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    this.player = this.#make("section", "player", "player");
    this.play = this.#button("play", "play-button", PLAY, () => this.#tell("toggle"));
    this.title = this.#make("p", "title", "title");
    this.seek = /** @type {HTMLInputElement} */ (this.#make("input", "seek", "seek"));
    this.speaker = this.#make("span", "speaker", "speaker");
    this.time = this.#make("span", "time", "time");
    this.back = this.#button("tool", "jump-button", BACK, () => this.#tell("jump", -15));
    this.on = this.#button("tool", "jump-button", ON, () => this.#tell("jump", 15));
    this.speed = /** @type {HTMLSelectElement} */ (this.#make("select", "speed", "speed"));
    this.text = this.#make("details", "text", "transcript");
    this.scroll = this.#make("div", "scroll", "text");
    this.status = this.#make("span", "status", "status");
    this.again = this.#make("button", "again", "again");
    this.link = /** @type {HTMLAnchorElement} */ (this.#make("a", "link", "link"));
    this.synthetic = this.#make("span", "synthetic", "synthetic");
    this.extras = new Extras((kind, detail) => this.#tell(kind, detail));
    this.#setUp();
  }

  #setUp() {
    const now = this.#make("p", "now", "now");
    now.append(this.speaker, this.time);
    const tools = this.#make("div", "tools", "tools");
    tools.append(this.back, this.on, this.speed);
    const summary = document.createElement("summary");
    this.text.append(summary, this.scroll);
    this.text.hidden = true;
    this.status.setAttribute("role", "status");
    this.again.hidden = true;
    this.again.addEventListener("click", () => this.#tell("again"));
    this.link.target = "_blank";
    this.link.rel = "noopener";
    const foot = this.#make("p", "foot", "foot");
    foot.append(this.status, this.again, this.link, this.synthetic);
    this.seek.type = "range";
    this.seek.max = "1";
    this.seek.value = "0";
    this.speed.append(...SPEEDS.map((rate) => new Option(`${rate}×`, String(rate), rate === 1, rate === 1)));
    this.speed.addEventListener("change", () => this.#tell("speed", Number(this.speed.value)));
    this.seek.addEventListener("input", () => {
      this.#dragging = true;
      this.sayPosition();
    });
    this.seek.addEventListener("change", () => {
      this.#dragging = false;
      this.#tell("seek", Number(this.seek.value));
    });
    this.seek.addEventListener("focus", () => this.sayPosition());
    this.seek.addEventListener("keydown", (event) => this.#seekByKey(event));
    this.scroll.addEventListener("click", (event) => this.#pick(event));
    this.scroll.addEventListener("keydown", (event) => this.#walk(event));
    foot.append(...this.extras.footer);
    this.player.append(this.play, this.title, this.seek, now, tools, this.extras.dock, this.extras.list, this.text, foot);
    this.#shell = this.#make("div", "shell", "");
    this.#shell.append(this.player);
    this.#root.replaceChildren(this.#shell, this.audio);
  }

  /** Writes everything in a language. @param {Say} say @param {string} language @param {string} page */
  label(say, language, page) {
    this.#say = say;
    this.language = language;
    this.player.lang = language;
    this.#name(this.back, say("back"));
    this.#name(this.on, say("on"));
    this.seek.setAttribute("aria-label", say("seek"));
    this.speed.setAttribute("aria-label", say("speed"));
    const summary = this.text.querySelector("summary");
    if (summary) summary.textContent = say("transcript");
    this.scroll.setAttribute("aria-label", say("transcript"));
    this.scroll.setAttribute("role", "group");
    this.again.textContent = say("again");
    this.link.textContent = say("open");
    this.link.href = page;
    this.synthetic.textContent = say("synthetic");
    this.showTitle(this.#title, "");
  }

  /** The reading once more, in the present language. @param {boolean} withText */
  showAgain(withText) {
    if (this.#reading) this.showReading(this.#reading, withText);
  }

  /** @param {string} title @param {string} language */
  showTitle(title, language) {
    this.#title = title;
    this.title.textContent = title || this.#say("page");
    if (language) this.title.lang = language;
    this.player.setAttribute("aria-label", this.#say("player", { title: title || this.#say("page") }));
  }

  /** @param {Reading} reading @param {boolean} withText */
  showReading(reading, withText) {
    this.#reading = reading;
    this.showTitle(reading.title, reading.language ?? "");
    this.link.href = reading.page;
    this.text.hidden = !withText;
    this.#sentences = [];
    if (!withText) return;
    this.scroll.lang = reading.language ?? "";
    this.scroll.replaceChildren(...reading.turns.map((turn) => this.#turn(turn)));
    this.#sentences[0]?.setAttribute("tabindex", "0");
  }

  /** @param {Turn} turn */
  #turn(turn) {
    const part = document.createElement("div");
    if (turn.speaker !== "narrator" || turn.name) {
      // no heading: it would stand anywhere in the page's own outline
      const name = this.#make("p", "who", "who");
      name.textContent = this.nameOf(turn);
      if (!turn.name) name.lang = this.player.lang;
      part.append(name);
    }
    const paragraph = document.createElement("p");
    for (const sentence of turn.sentences) {
      const span = this.#make("span", "sentence", "sentence");
      span.textContent = sentence.text;
      span.dataset.index = String(sentence.index);
      span.tabIndex = -1;
      span.setAttribute("role", "button");
      span.setAttribute("aria-roledescription", this.#say("sentence"));
      this.#sentences[sentence.index] = span;
      paragraph.append(span, " ");
    }
    part.append(paragraph);
    return part;
  }

  /** @param {Turn} turn */
  nameOf(turn) {
    return turn.name ?? this.#say(turn.speaker);
  }

  /** @param {Turn} turn @param {string} language */
  showSpeaker(turn, language) {
    this.speaker.textContent = this.nameOf(turn);
    if (turn.name) this.speaker.lang = language;
    else this.speaker.removeAttribute("lang");
  }

  /** @param {Timeline} timeline @param {number} ms */
  showTime(timeline, ms) {
    const total = Math.ceil(timeline.total / 100) * 100;
    if (this.seek.max !== String(total)) this.seek.max = String(total);
    if (!this.#dragging) this.seek.value = String(Math.round(ms));
    const text = `${clockTime(ms)} / ${clockTime(timeline.total)}`;
    if (this.time.textContent !== text) this.time.textContent = text;
  }

  /** @param {number|null} index */
  showSentence(index) {
    this.scroll.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const span = index === null ? null : this.#sentences[index];
    if (!span) return;
    span.setAttribute("aria-current", "true");
    const box = span.getBoundingClientRect();
    const frame = this.scroll.getBoundingClientRect();
    if (box.bottom > frame.bottom || box.top < frame.top) this.scroll.scrollTop += box.top - frame.top - 40;
  }

  /** @param {boolean} playing @param {boolean} waiting */
  showState(playing, waiting) {
    this.#name(this.play, this.#say(playing ? "pause" : "play"));
    if (waiting) this.play.setAttribute("aria-busy", "true");
    else this.play.removeAttribute("aria-busy");
    this.play.querySelector("path")?.setAttribute("d", playing ? PAUSE : PLAY);
    if (!playing) this.sayPosition();
  }

  /** Puts the place into words, only when asked: a screen reader repeats each change. */
  sayPosition() {
    const at = spokenTime(this.#say, Number(this.seek.value));
    const total = spokenTime(this.#say, Number(this.seek.max));
    this.seek.setAttribute("aria-valuetext", this.#say("position", { at, total }));
  }

  /** @param {string} text @param {boolean} [again] whether trying again is a way on */
  tell(text, again = false) {
    if (this.status.textContent !== text) this.status.textContent = text;
    this.again.hidden = !again;
  }

  /** Nothing but a link, for a site that may not embed. @param {string} text @param {string} page */
  showLink(text, page) {
    const link = /** @type {HTMLAnchorElement} */ (this.#make("a", "plain", "link"));
    link.href = page;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = text;
    this.#shell.replaceChildren(link);
    this.#root.replaceChildren(this.#shell);
  }

  /** @param {KeyboardEvent} event */
  #seekByKey(event) {
    const steps = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30 };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.seek.value = String(Number(this.seek.value) + step * 1000);
    this.sayPosition();
    this.#tell("seek", Number(this.seek.value));
  }

  /** Enter plays from a sentence, the arrows go from one to another: the text is one tab stop. @param {KeyboardEvent} event */
  #walk(event) {
    const span = /** @type {HTMLElement} */ (event.target);
    if (event.key === "Enter") return this.#pick(event);
    const step = { ArrowDown: 1, ArrowUp: -1 }[/** @type {"ArrowDown"} */ (event.key)];
    const next = step && this.#sentences[Number(span.dataset.index) + step];
    if (!next || !span.dataset.index) return;
    event.preventDefault();
    span.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  /** @param {Event} event */
  #pick(event) {
    const span = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest(".sentence"));
    if (span) this.#tell("sentence", Number(span.dataset.index));
  }

  /** @param {string} tag @param {string} classes @param {string} part @returns {HTMLElement} */
  #make(tag, classes, part) {
    const made = document.createElement(tag);
    made.className = classes;
    made.setAttribute("part", part);
    return made;
  }

  /** @param {string} classes @param {string} part @param {string} shape @param {() => void} act */
  #button(classes, part, shape, act) {
    const button = this.#make("button", classes, part);
    button.setAttribute("type", "button");
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("fill", "currentColor");
    path.setAttribute("d", shape);
    svg.append(path);
    button.append(svg);
    button.addEventListener("click", act);
    return button;
  }

  /** @param {HTMLElement} control @param {string} name */
  #name(control, name) {
    control.setAttribute("aria-label", name);
    control.title = name;
  }

  /** @param {string} kind @param {unknown} [detail] */
  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}
