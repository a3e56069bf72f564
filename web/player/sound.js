/** @import {Place} from "../types.js" */
/** @import {Timeline} from "../reading/timeline.js" */
/** @import {Rung, Source} from "./rungs.js" */
/** @import {Stream} from "./stream.js" */

import { Retry } from "../reading/retry.js";
import { Output } from "./output.js";
import { Rungs } from "./rungs.js";

/** @typedef {"idle"|"playing"|"paused"|"waiting"|"blocked"|"broken"|"ended"} SoundState */

const FAR_FROM_END_MS = 3000;

/**
 * The voice of one article on one `<audio>` element, which plays what `Rungs` chooses. The rung changes at the
 * end of a clip or where the listener pauses or jumps, and keeps place, speed and volume.
 *
 * Fires `state` when the state changes, `jump` when the place changes otherwise than by playing on, and `want` (detail: a
 * sentence's index) when something is waited for that isn't made yet.
 */
export class Sound extends EventTarget {
  /** @param {HTMLAudioElement} audio @param {Stream|null} [stream] what plays HLS, where that is wanted */
  constructor(audio, stream = null) {
    super();
    this.audio = audio;
    this.rungs = new Rungs(stream);
    /** @type {Timeline|null} */
    this.timeline = null;
    /** @type {SoundState} */
    this.state = "idle";
    this.output = new Output(audio, stream);
    audio.addEventListener("ended", () => this.#onEnded());
    audio.addEventListener("error", () => this.#onError());
    audio.addEventListener("playing", () => this.#onPlaying());
    audio.addEventListener("waiting", () => this.#onWaiting());
    stream?.addEventListener("failure", () => {
      this.rungs.making = null; // clips, until the file is complete
      this.#leave(this.at());
    });
    audio.addEventListener("timeupdate", () => this.#onTime());
    audio.addEventListener("pause", () => this.#onPause());
    globalThis.addEventListener?.("online", () => this.state === "broken" && this.retry());
  }

  #wanted = false;
  /** @type {Rung} what the element has loaded */
  #loaded = "none";
  #index = 0;
  /** @type {Place|null} where to go as soon as it can be gone to */
  #pending = null;
  /** @type {number|null} the sentence that follows the silence which is now */
  #afterPause = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  #retrying = new Retry();

  /** Begins another article; nothing plays yet. @param {Timeline} timeline @param {Place|null} start */
  open(timeline, start) {
    this.stop();
    this.timeline = timeline;
    this.rungs.reset();
    this.#index = 0;
    this.#retrying.succeeded();
    this.#pending = start ?? { index: 0, offset: 0 };
    this.#enter("idle");
    this.dispatchEvent(new Event("jump"));
  }

  /** Lets go of the element's sound. */
  stop() {
    this.#forget();
    this.#wanted = false;
    this.output.empty();
    this.#loaded = "none";
  }

  /** @param {string} address the complete file */
  offerWhole(address) {
    this.rungs.whole = address;
    if (!this.#wanted && this.#loaded !== "none") this.#pending = this.at();
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
    if (this.#continuous && this.timeline) return this.timeline.placeAt(ms);
    return { index: this.#index, offset: ms };
  }

  get playing() {
    return this.#wanted;
  }

  /** Whether the element's time is the article's. */
  get #continuous() {
    return this.#loaded !== "none" && this.#loaded !== "clip";
  }

  /** Which of the rungs is in use: for tests and the curious. */
  get rung() {
    return this.#loaded;
  }

  play() {
    if (!this.timeline || this.timeline.length === 0) return;
    this.#wanted = true;
    if (this.state === "ended") this.#pending = { index: 0, offset: 0 };
    // Safari grants an element the right to sound only inside the gesture, even when there is nothing to play yet.
    if (this.#pending && this.#loaded === "none") this.audio.play().catch(() => {});
    if (this.#pending) this.#go(this.#pending);
    else this.#start();
  }

  pause() {
    this.#forget();
    if (this.#afterPause !== null) this.#pending = { index: this.#afterPause, offset: 0 };
    this.#afterPause = null;
    this.audio.pause();
    this.#halt("paused");
  }

  toggle() {
    return this.#wanted ? this.pause() : this.play();
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
      this.#forget();
      this.#pending = target;
      this.dispatchEvent(new CustomEvent("want", { detail: index }));
    }
    this.dispatchEvent(new Event("jump"));
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
    this.#wanted = true;
    this.#go(this.#pending ?? this.at());
  }

  /** Lets go of what was to be done later. */
  #forget() {
    clearTimeout(this.#timer);
    this.#retrying.cancel();
  }

  /** @param {Place} place */
  #go(place) {
    this.#forget();
    this.#afterPause = null;
    const { timeline } = this;
    if (!timeline) return;
    const source = this.rungs.choose(timeline, place, this.#loaded);
    if (source) {
      this.#load(source, place.index);
    } else if (timeline.sentences[place.index]?.state === "skipped") {
      this.#advance(place.index + 1);
    } else {
      this.#pending = place;
      this.audio.pause();
      this.dispatchEvent(new CustomEvent("want", { detail: place.index }));
      this.#enter("waiting");
    }
  }

  /** @param {Source} source @param {number} index the sentence that is heard from it */
  #load({ rung, address, ms }, index) {
    this.#pending = null;
    this.#loaded = rung;
    this.#index = index;
    if (rung === "stream") this.output.loadStream(address, ms / 1000);
    else this.output.load(address, ms / 1000);
    if (rung === "clip" && this.timeline) this.rungs.warm(this.timeline, index + 1);
    this.#start();
  }

  async #start() {
    if (!(await this.output.play())) this.#halt("blocked");
  }

  #onPlaying() {
    if (!this.#wanted) return;
    this.#retrying.succeeded();
    this.#enter("playing");
  }

  /** Time that moves is sound that plays: WebKit says `waiting` now and then and never `playing` after it. */
  #onTime() {
    if (this.output.moved() && this.state === "waiting" && !this.#pending) this.#onPlaying();
  }

  /** Nothing more is there to play: the network is slow or gone, or the article isn't made so far. */
  #onWaiting() {
    if (!this.#wanted || this.#pending || !this.timeline) return;
    this.#enter("waiting");
    if (this.#loaded !== "stream" || this.output.landing) return;
    const place = this.at();
    const { stream } = this.rungs;
    if (stream?.failing) this.#break(place);
    else if (stream && !stream.reaches(this.audio.currentTime)) this.#leave(place);
  }

  /** Goes on without the stream, with the next sentence when this one is over. @param {Place} place */
  #leave(place) {
    const next = this.timeline?.isOver(place) ? this.timeline.speakableFrom(place.index + 1) : null;
    this.#loaded = "none";
    this.#pending = next === null ? place : { index: next, offset: 0 };
    if (this.#wanted) this.#go(this.#pending);
  }

  /** The browser or the system (headphones pulled out, another app) may pause without us. */
  #onPause() {
    const { audio } = this;
    if (!audio.paused || audio.ended || audio.error || audio.readyState < 2) return;
    if (!this.#pending && !this.output.landing && this.#wanted) this.#halt("paused");
  }

  #onEnded() {
    if (!this.#wanted || !this.timeline) return;
    const place = this.at();
    const early = this.timeline.total - this.timeline.timeOf(place) > FAR_FROM_END_MS;
    if (!this.#continuous) this.#advance(this.#index + 1);
    else if (early) this.#go(place);
    else this.#halt("ended");
  }

  /** @param {number} from */
  #advance(from) {
    const { timeline } = this;
    if (!timeline) return;
    const next = timeline.speakableFrom(from);
    if (next === null) return this.#halt("ended");
    const { durationMs, pauseMs } = timeline.sentences[this.#index] ?? {};
    const end = timeline.timeOf({ index: this.#index, offset: durationMs ?? 0 });
    const joined = this.#loaded === "clip" ? this.rungs.after(timeline, end) : null;
    if (joined) {
      this.#load(joined, this.#index); // its own silence is the pause
      return;
    }
    this.#afterPause = next;
    this.#timer = setTimeout(() => this.#wanted && this.#go({ index: next, offset: 0 }), (pauseMs ?? 0) / this.rate);
  }

  /** Ends playing until the listener asks for it. @param {SoundState} state */
  #halt(state) {
    this.#wanted = false;
    this.#enter(state);
  }

  #onError() {
    if (this.#loaded === "none") return;
    if (this.audio.error?.code === MediaError.MEDIA_ERR_DECODE && this.#loaded === "clip") {
      this.#advance(this.#index + 1);
      return;
    }
    this.#break(this.at());
  }

  /** Tells that nothing comes any more, and tries again by itself. @param {Place} place */
  #break(place) {
    this.#pending = place;
    this.#enter("broken");
    if (this.#wanted) this.#retrying.later(() => this.retry());
  }

  /** @param {SoundState} state */
  #enter(state) {
    if (this.state === state) return;
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}
