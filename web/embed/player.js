/** @import {Reading} from "../types.js" */
/** @import {View} from "./view.js" */

import { announce, tellPosition } from "../player/lockscreen.js";
import { oneVoice } from "../player/onevoice.js";
import { Sound } from "../player/sound.js";
import { Timeline } from "../reading/timeline.js";
import { startOf } from "./attributes.js";

/** @import {PageMarker} from "./pagemarker.js" */

const POSITION_MS = 5000;

/** @type {Player|null} the one that plays: a page has one voice */
let sounding = null;

/**
 * One reading with its sound, shown in a view and, where the reading is the page's own text, in the page. Tells `state`
 * when the sound's state changes and `tell` ({kind, detail}) what is of interest to the page.
 */
export class Player extends EventTarget {
  #view;
  /** @type {PageMarker|null} */
  #marker = null;
  #frame = 0;
  #sentence = -1;
  #turn = -1;
  #told = 0;
  #oneVoice = oneVoice(() => this.sound.playing && this.sound.pause());

  /** @param {View} view @param {(place: {id: string, sentence: number}) => void} attend what is waited for is made next */
  constructor(view, attend) {
    super();
    this.#view = view;
    this.sound = new Sound(view.audio);
    /** @type {Reading|null} */
    this.reading = null;
    /** @type {Timeline|null} */
    this.timeline = null;
    this.sound.addEventListener("state", () => this.#onState());
    this.sound.addEventListener("jump", () => {
      this.show();
      if (this.sound.state !== "idle") this.#tell("seek", { time: this.time });
    });
    this.sound.addEventListener("want", (event) => {
      const sentence = /** @type {CustomEvent} */ (event).detail;
      const { reading, timeline } = this;
      if (!reading || !timeline || timeline.exact) return;
      timeline.hold(sentence);
      attend({ id: reading.id, sentence });
    });
  }

  /** How many sentences were found in the page's own text. */
  get found() {
    return this.#marker?.found ?? 0;
  }

  /** Seconds into the reading, at speed 1. */
  get time() {
    return this.timeline ? this.timeline.timeOf(this.sound.at()) / 1000 : 0;
  }

  /**
   * Shows a reading and makes it ready to play.
   *
   * @param {Reading} reading @param {string|null} start as the attribute has it @param {Element|null} page whose text the
   *     reading is, with the colours of its marks
   */
  open(reading, start, page) {
    const timeline = new Timeline(reading);
    this.reading = reading;
    this.timeline = timeline;
    if (page && "highlights" in CSS) this.#markPage(page, timeline);
    this.sound.open(timeline, startOf(start, timeline));
    if (reading.state === "complete") this.sound.offerWhole(reading.audio);
    this.show();
  }

  /** What marks a page's own text is fetched by players that do. @param {Element} page @param {Timeline} timeline */
  async #markPage(page, timeline) {
    const { PageMarker } = await import("./pagemarker.js");
    if (this.timeline !== timeline) return;
    this.#marker = new PageMarker(document.body, timeline, getComputedStyle(page));
    this.show();
  }

  close() {
    cancelAnimationFrame(this.#frame);
    this.sound.stop();
    this.#marker?.clear();
    this.#marker = null;
    this.reading = null;
    this.timeline = null;
    if (sounding === this) sounding = null;
  }

  play() {
    if (sounding !== this) sounding?.sound.pause();
    sounding = this;
    this.sound.play();
  }

  /** @param {number} seconds */
  seek(seconds) {
    this.sound.seekTime(seconds * 1000);
  }

  /** @param {"sentence"|"paragraph"|"speaker"} unit @param {1|-1} direction */
  step(unit, direction) {
    const place = this.timeline?.step(this.sound.at(), unit, direction);
    if (place) this.sound.seek(place);
  }

  /** Everything is shown anew, as in another language. */
  showAgain() {
    this.#turn = -1;
    this.#sentence = -1;
    this.show();
  }

  /** Shows where the sound is. */
  show() {
    const { timeline } = this;
    if (!timeline || timeline.length === 0) return;
    const place = this.sound.at();
    const sentence = timeline.sentences[place.index];
    const ms = timeline.timeOf(place);
    const touched = this.sound.state !== "idle" || place.index > 0;
    this.#view.showTime(timeline, ms);
    if (touched && this.sound.state !== "ended") this.#marker?.show(sentence, timeline.markAt(place));
    if (this.sound.playing) this.dispatchEvent(new CustomEvent("share", { detail: ms / Math.max(1, timeline.total) }));
    if (Math.abs(ms - this.#told) > POSITION_MS) {
      this.#told = ms;
      if (sounding === this) tellPosition(this.sound.playing, timeline.total, ms, this.sound.rate);
    }
    const turn = timeline.turnAt(place.index);
    if (turn.index !== this.#turn) {
      this.#turn = turn.index;
      this.#view.showSpeaker(turn, this.reading?.language ?? "");
      const { speaker: role, name, title } = turn;
      if (touched) this.#tell("speaker", { role, name, title });
    }
    if (touched && place.index !== this.#sentence) {
      this.#sentence = place.index;
      this.#view.showSentence(place.index);
      this.#tell("sentence", { index: place.index, text: sentence.text, start: timeline.starts[place.index] / 1000 });
    }
  }

  #onState() {
    const { state } = this.sound;
    this.dispatchEvent(new Event("state"));
    cancelAnimationFrame(this.#frame);
    if (sounding === this && this.timeline) {
      tellPosition(this.sound.playing, this.timeline.total, this.time * 1000, this.sound.rate);
    }
    if (state === "playing") {
      this.#oneVoice.claim();
      this.#announce();
      this.#tell("play");
      this.#run();
    } else {
      this.show();
    }
    if (state === "paused") this.#tell("pause");
    if (state === "ended") {
      this.#marker?.clear();
      this.#tell("ended");
    }
  }

  #run() {
    this.show();
    this.#frame = requestAnimationFrame(() => this.#run());
  }

  #announce() {
    if (!this.reading) return;
    announce(this.reading, {
      play: () => this.play(),
      pause: () => this.sound.pause(),
      jump: (seconds) => this.seek(this.time + seconds),
      step: (direction) => this.step("speaker", direction),
      seekTime: (ms) => this.seek(ms / 1000),
    });
  }

  /** @param {string} kind @param {unknown} [detail] */
  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent("tell", { detail: { kind, detail } }));
  }
}
