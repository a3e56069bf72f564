/** @import {Place} from "../types.js" */
/** @import {Timeline} from "../reading/timeline.js" */

import { Output } from "./output.js";

/** @typedef {"idle"|"playing"|"paused"|"waiting"|"blocked"|"broken"|"ended"} SoundState */

const LONGEST_RETRY_WAIT = 15000;
const FAR_FROM_END_MS = 3000;

/**
 * The voice of one article on one `<audio>` element, in two rungs: clip by clip while the article is being made, so
 * that any sentence that is ready can be sought at once in every browser; then the one complete file. The rung changes
 * between two sentences, or at a seek, and keeps place, speed and volume. (A chunked stream would do neither: a seek
 * past its received part hangs for good in Chromium and WebKit.)
 *
 * Fires `state` when the state changes and `jump` when the place changes otherwise than by playing on.
 */
export class Sound extends EventTarget {
  /** @param {HTMLAudioElement} audio */
  constructor(audio) {
    super();
    this.audio = audio;
    /** @type {Timeline|null} */
    this.timeline = null;
    /** @type {SoundState} */
    this.state = "idle";
    this.output = new Output(audio);
    audio.addEventListener("ended", () => this.#onEnded());
    audio.addEventListener("error", () => this.#onError());
    audio.addEventListener("playing", () => this.#onPlaying());
    audio.addEventListener("waiting", () => this.#wanted && !this.#pending && this.#enter("waiting"));
    audio.addEventListener("timeupdate", () => this.#onTime());
    audio.addEventListener("pause", () => this.#onPause());
    globalThis.addEventListener?.("online", () => this.state === "broken" && this.retry());
  }

  /** @type {string|null} address of the complete file, once there is one */
  #whole = null;
  #wanted = false;
  /** @type {"none"|"clip"|"whole"} what the element has loaded */
  #loaded = "none";
  #index = 0;
  /** @type {Place|null} where to go as soon as it can be gone to */
  #pending = null;
  /** @type {number|null} the sentence that follows the silence which is now */
  #afterPause = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  #retryWait = 1000;
  #lastTime = 0;

  /** Begins another article; nothing plays yet. @param {Timeline} timeline @param {Place|null} start */
  open(timeline, start) {
    this.stop();
    this.timeline = timeline;
    this.#whole = null;
    this.#index = 0;
    this.#retryWait = 1000;
    this.#pending = start ?? { index: 0, offset: 0 };
    this.#enter("idle");
    this.#jumped();
  }

  /** Lets go of the element's sound. */
  stop() {
    clearTimeout(this.#timer);
    this.#wanted = false;
    this.output.empty();
    this.#loaded = "none";
  }

  /** @param {string} address the complete file */
  offerWhole(address) {
    this.#whole = address;
    if (!this.#wanted && this.#loaded === "clip") this.#pending = this.at();
    if (this.#pending && this.#wanted) this.#go(this.#pending);
  }

  /** Looks again for what it was waiting for: call it when a clip has come in. */
  refresh() {
    if (this.#pending && this.#wanted && this.state !== "broken") this.#go(this.#pending);
  }

  /** Where the voice is. @returns {Place} */
  at() {
    if (this.#pending) return this.#pending;
    const ms = Math.round(this.output.time * 1000);
    if (this.#loaded === "whole" && this.timeline) return this.timeline.placeAt(ms);
    return { index: this.#index, offset: ms };
  }

  get playing() {
    return this.#wanted;
  }

  /** Which of the rungs is in use: for tests and the curious. */
  get rung() {
    return this.#loaded;
  }

  play() {
    if (!this.timeline || this.timeline.length === 0) return;
    this.#wanted = true;
    if (this.state === "ended") this.#pending = { index: 0, offset: 0 };
    if (this.#pending) {
      // Safari grants an element the right to sound only inside the gesture, even when there is nothing to play yet.
      if (this.#loaded === "none") this.audio.play().catch(() => {});
      this.#go(this.#pending);
    } else {
      this.#start();
    }
  }

  pause() {
    clearTimeout(this.#timer);
    if (this.#afterPause !== null) this.#pending = { index: this.#afterPause, offset: 0 };
    this.#afterPause = null;
    this.#wanted = false;
    this.audio.pause();
    this.#enter("paused");
  }

  toggle() {
    if (this.#wanted) this.pause();
    else this.play();
  }

  /** Goes to a place; plays on if it was playing, or if asked. @param {Place} place @param {boolean} [thenPlay] */
  seek(place, thenPlay = this.#wanted) {
    if (!this.timeline) return;
    this.#wanted = thenPlay;
    if (this.state === "ended") this.#enter("paused");
    const index = this.timeline.speakableFrom(place.index);
    if (index === null) return;
    const target = index === place.index ? place : { index, offset: 0 };
    if (thenPlay) {
      this.#go(target);
    } else {
      clearTimeout(this.#timer);
      this.#pending = target;
    }
    this.#jumped();
  }

  /** @param {number} ms of the whole sound */
  seekTime(ms) {
    if (!this.timeline) return;
    this.seek(this.timeline.placeAt(Math.min(Math.max(0, ms), Math.max(0, this.timeline.total - 200))));
  }

  get rate() {
    return this.output.rate;
  }

  /** Tries again after a broken connection. */
  retry() {
    clearTimeout(this.#timer);
    this.#wanted = true;
    this.#go(this.#pending ?? this.at());
  }

  /** @param {Place} place */
  #go(place) {
    clearTimeout(this.#timer);
    this.#afterPause = null;
    const { timeline } = this;
    if (!timeline) return;
    const sentence = timeline.sentences[place.index];
    if (this.#whole && timeline.exact) {
      this.#load("whole", this.#whole, timeline.timeOf(place));
    } else if (sentence?.state === "ready" && sentence.clip) {
      this.#index = place.index;
      this.#load("clip", sentence.clip, Math.min(place.offset, Math.max(0, (sentence.durationMs ?? 0) - 50)));
      this.#warm(place.index + 1);
    } else if (sentence?.state === "skipped") {
      this.#advance(place.index + 1);
    } else {
      this.#pending = place;
      this.audio.pause();
      this.#enter("waiting");
    }
  }

  /** @param {"clip"|"whole"} rung @param {string} address @param {number} ms in that address */
  #load(rung, address, ms) {
    this.#pending = null;
    this.#loaded = rung;
    this.output.load(address, ms / 1000);
    this.#start();
  }

  #start() {
    this.audio.play().then(
      () => {},
      (error) => {
        if (error.name === "NotAllowedError") {
          this.#wanted = false;
          this.#enter("blocked");
        }
      },
    );
  }

  #onPlaying() {
    if (!this.#wanted) return;
    this.#retryWait = 1000;
    this.#enter("playing");
  }

  /** Time that moves is sound that plays: WebKit says `waiting` now and then and never `playing` after it. */
  #onTime() {
    const { currentTime } = this.audio;
    const moved = currentTime > this.#lastTime && currentTime - this.#lastTime < 1;
    this.#lastTime = currentTime;
    if (moved && this.state === "waiting" && !this.#pending && !this.output.landing) this.#onPlaying();
  }

  /** The browser or the system (headphones pulled out, another app) may pause without us. */
  #onPause() {
    const { audio } = this;
    if (!audio.paused || audio.ended || audio.error || audio.readyState < 2) return;
    if (this.#pending || this.output.landing || !this.#wanted) return;
    this.#wanted = false;
    this.#enter("paused");
  }

  #onEnded() {
    if (!this.#wanted || !this.timeline) return;
    const place = this.at();
    const early = this.timeline.total - this.timeline.timeOf(place) > FAR_FROM_END_MS;
    if (this.#loaded === "whole" && early) {
      this.#go(place);
    } else if (this.#loaded === "whole") {
      this.#finish();
    } else {
      this.#advance(this.#index + 1);
    }
  }

  /** @param {number} from */
  #advance(from) {
    const { timeline } = this;
    if (!timeline) return;
    const next = timeline.speakableFrom(from);
    if (next === null) {
      this.#finish();
      return;
    }
    const pause = timeline.sentences[this.#index]?.pauseMs ?? 0;
    this.#afterPause = next;
    this.#timer = setTimeout(() => this.#wanted && this.#go({ index: next, offset: 0 }), pause / this.rate);
  }

  #finish() {
    this.#wanted = false;
    this.#enter("ended");
  }

  #onError() {
    if (this.#loaded === "none") return;
    if (this.audio.error?.code === MediaError.MEDIA_ERR_DECODE && this.#loaded === "clip") {
      this.#advance(this.#index + 1);
      return;
    }
    this.#pending = this.at();
    this.#enter("broken");
    if (!this.#wanted) return;
    this.#timer = setTimeout(() => this.retry(), this.#retryWait);
    this.#retryWait = Math.min(this.#retryWait * 2, LONGEST_RETRY_WAIT);
  }

  /** Brings the next clip into the browser's cache. @param {number} from */
  #warm(from) {
    const next = this.timeline?.speakableFrom(from) ?? null;
    const clip = next === null ? null : this.timeline?.sentences[next].clip;
    if (clip) fetch(clip).then((answer) => answer.blob()).catch(() => {});
  }

  /** @param {SoundState} state */
  #enter(state) {
    if (this.state === state) return;
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }

  #jumped() {
    this.dispatchEvent(new Event("jump"));
  }
}
