/** @import {Place, Reading} from "./types.js" */

import { say } from "./messages.js";
import { announce, tellPosition } from "./player/lockscreen.js";
import { recall, recallPlace, rememberPlace } from "./player/memory.js";
import { PlayerBar, byId } from "./player/bar.js";
import { oneVoice } from "./player/onevoice.js";
import { SleepTimer } from "./player/sleep.js";
import { Sound } from "./player/sound.js";
import { Stream } from "./player/stream.js";
import { linkTo } from "./reading/links.js";
import { fetchReading, followReading, tellPlace } from "./reading/server.js";
import { Timeline } from "./reading/timeline.js";
import { Follow } from "./text/follow.js";
import { Marker } from "./text/marker.js";
import { Transcript } from "./text/transcript.js";

const REMEMBER_EVERY_MS = 5000;
const BRIEFLY_MS = 6000;
const TELL_WAIT_AFTER_MS = 1500;
/** So many sentences ahead of the listener are looked at whether they are made. */
const AHEAD = 8;

/**
 * One reader listening to one article: keeps sound, text and player bar together. Fires `open` and `change` (detail: the
 * reading) when there is another one and when the server knows more about it, `place` (detail: id, place, share) now and
 * then, `ended`, and `problem` (detail: the error).
 */
export class Listening extends EventTarget {
  sound = voice();
  transcript = new Transcript(byId("article"), byId("transcript"), byId("title"));
  bar = new PlayerBar();
  follow = new Follow();
  sleep = new SleepTimer();
  markWords = recall("words", true);
  /** @type {Reading|null} */
  reading = null;
  /** @type {Timeline|null} */
  timeline = null;
  #marker = new Marker();
  #stopFollowing = () => {};
  #frame = 0;
  #remembered = 0;
  #oneVoice = oneVoice(() => this.#yieldVoice());
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #telling;

  constructor() {
    super();
    const { sound, bar } = this;
    sound.output.rate = bar.rate;
    sound.output.volume = recall("volume", 100) / 100;
    sound.addEventListener("state", () => this.#onState());
    sound.addEventListener("want", (event) => this.#want(detail(event)));
    sound.addEventListener("jump", () => {
      this.#show();
      this.#keepPlace();
    });
    bar.addEventListener("toggle", () => sound.toggle());
    bar.addEventListener("seek", (event) => sound.seekTime(detail(event)));
    bar.addEventListener("step", (event) => this.step(detail(event).unit, detail(event).direction));
    bar.addEventListener("speed", (event) => {
      sound.output.rate = detail(event);
      this.#show();
    });
    this.transcript.addEventListener("sentence", (event) => {
      this.follow.resume(false);
      sound.seek({ index: detail(event), offset: 0 }, true);
    });
    this.follow.addEventListener("change", () => {
      byId("return").hidden = !(this.follow.yielded && sound.playing);
    });
    addEventListener("pagehide", () => this.#keepPlace());
    document.addEventListener("visibilitychange", () => this.#keepPlace());
  }

  /** What is waited for is made next, and stays where the listener was told it is. @param {number} index */
  #want(index) {
    const { reading, timeline } = this;
    if (!reading || !timeline || reading.state === "complete" || reading.state === "failed") return;
    const sentences = timeline.sentences.slice(index, index + AHEAD);
    timeline.hold(index);
    if (sentences.some((sentence) => sentence.state === "waiting")) tellPlace(reading.id, index);
  }

  /** Another tab of this browser speaks now. */
  #yieldVoice() {
    if (!this.sound.playing) return;
    this.sound.pause();
    this.tellBriefly(say("status.other-tab"));
  }

  /** Opens an article, at a place or where it was left. @param {Reading} reading @param {number|null} sentence */
  open(reading, sentence = null) {
    this.#stopFollowing();
    this.reading = reading;
    const timeline = new Timeline(reading);
    this.timeline = timeline;
    const left = sentence === null ? recallPlace(reading.id) : { index: sentence, offset: 0 };
    const start = left && left.index < timeline.length ? left : null;
    this.transcript.show(reading);
    this.sound.output.rate = this.bar.open(reading, timeline);
    this.sound.open(timeline, start);
    this.sleep.anotherArticle();
    announce(reading, {
      play: () => this.sound.play(),
      pause: () => this.sound.pause(),
      jump: (seconds) => this.jump(seconds),
      step: (direction) => this.step("speaker", direction),
      seekTime: (ms) => this.sound.seekTime(ms),
    });
    this.status("");
    if (start && sentence === null && start.index > 0) this.tellBriefly(say("status.resumed"));
    if (reading.state === "complete") this.sound.offerWhole(reading.audio);
    else if (reading.state !== "failed") {
      this.sound.rungs.offer({ stream: linkTo(reading.id, "audio.m3u8"), chunked: reading.audio });
      this.#stopFollowing = this.#followMaking(reading.id);
    }
    this.#show();
    this.bar.sayPlace(timeline.timeOf(this.sound.at()));
    this.dispatchEvent(new CustomEvent("open", { detail: reading }));
  }

  /** Writes everything in the present language; the sound goes on. */
  showAgain() {
    const { reading, timeline } = this;
    if (!reading || !timeline) return;
    this.transcript.show(reading);
    this.bar.open(reading, timeline);
    this.bar.showState(this.sound.playing, this.sound.playing && this.sound.state === "waiting");
    this.#show();
    this.bar.sayPlace(timeline.timeOf(this.sound.at()));
  }

  /** @param {string} id */
  #followMaking(id) {
    return followReading(id, {
      clip: (sentence) => {
        if (!this.timeline || !this.reading) return;
        this.timeline.update(sentence);
        this.transcript.refresh(this.timeline.sentences[sentence.index]);
        this.#changed();
        this.sound.refresh();
      },
      complete: () => this.#takeWhole(id),
      failed: (problem) => this.dispatchEvent(new CustomEvent("problem", { detail: problem })),
      broken: () => this.sound.state === "waiting" && this.status(say("status.broken")),
      back: () => byId("status").textContent === say("status.broken") && this.status(""),
    });
  }

  /** @param {string} id */
  async #takeWhole(id) {
    const whole = await fetchReading(id);
    if (this.reading?.id !== id || !this.timeline) return;
    for (const turn of whole.turns) turn.sentences.forEach((sentence) => this.timeline?.update(sentence));
    this.reading = { ...whole, part: this.reading.part, turns: this.timeline.turns };
    this.#changed();
    this.tellBriefly(say("status.ready"));
    this.sound.offerWhole(whole.audio);
  }

  #changed() {
    if (this.timeline) this.bar.measure(this.timeline);
    this.#show();
    this.dispatchEvent(new CustomEvent("change", { detail: this.reading }));
  }

  /** @param {number} seconds */
  jump(seconds) {
    if (!this.timeline) return;
    this.sound.seekTime(this.timeline.timeOf(this.sound.at()) + seconds * 1000);
  }

  /** @param {string} unit sentence, paragraph, speaker or jump @param {number} direction */
  step(unit, direction) {
    if (!this.timeline) return;
    this.follow.resume(false);
    if (unit === "jump") {
      this.jump(15 * direction);
      return;
    }
    const step = /** @type {"sentence"|"paragraph"|"speaker"} */ (unit);
    const place = this.timeline.step(this.sound.at(), step, direction < 0 ? -1 : 1);
    if (place) this.sound.seek(place);
  }

  /** @param {string} text for the one polite status line */
  status(text) {
    byId("status").textContent = text;
  }

  /** Tells something that needs no answer; it goes away by itself. @param {string} text */
  tellBriefly(text) {
    this.status(text);
    setTimeout(() => byId("status").textContent === text && this.status(""), BRIEFLY_MS);
  }

  #onState() {
    const { state, playing } = this.sound;
    this.bar.showState(playing, playing && state === "waiting");
    byId("again").hidden = state !== "broken";
    byId("return").hidden = !(this.follow.yielded && playing);
    this.#tellState();
    cancelAnimationFrame(this.#frame);
    if (state === "playing") this.#run();
    else this.#show();
    this.#tellSystem();
    if (state === "playing") this.#oneVoice.claim();
    if (state === "paused" || state === "ended") this.#keepPlace();
    if (state === "ended" && !this.sleep.ended()) this.dispatchEvent(new Event("ended"));
  }

  /** A wait is told only when it lasts: between two sentences there is always a short one. */
  #tellState() {
    const { state } = this.sound;
    clearTimeout(this.#telling);
    if (state === "broken" || state === "blocked") {
      this.status(say(`status.${state}`));
    } else if (state === "waiting") {
      this.#telling = setTimeout(() => this.status(say("status.waiting")), TELL_WAIT_AFTER_MS);
    } else if (state !== "idle") {
      this.status("");
    }
  }

  #run() {
    this.#show();
    this.#frame = requestAnimationFrame(() => this.#run());
  }

  #show() {
    const { timeline, sound } = this;
    if (!timeline || timeline.length === 0) return;
    const place = sound.at();
    this.bar.show(timeline, place);
    const touched = sound.state !== "idle" || place.index > 0;
    const span = touched ? (this.transcript.spans[place.index] ?? null) : null;
    this.#marker.show(span, this.markWords && touched ? timeline.markAt(place) : null);
    this.transcript.setCurrent(touched ? place.index : null);
    if (sound.playing) this.follow.move(span);
    this.sleep.heard(timeline.turnOf[place.index]);
    if (Date.now() - this.#remembered > REMEMBER_EVERY_MS) {
      this.#tellSystem();
      if (sound.playing) this.#keepPlace();
    }
  }

  /** What the lock screen shows. */
  #tellSystem() {
    const { timeline, sound } = this;
    if (timeline) tellPosition(sound.playing, timeline.total, timeline.timeOf(sound.at()), sound.rate);
  }

  #keepPlace() {
    if (!this.reading || !this.timeline || this.sound.state === "idle") return;
    this.#remembered = Date.now();
    const place = this.sound.state === "ended" ? null : this.sound.at();
    rememberPlace(this.reading.id, place);
    const share = place ? this.timeline.timeOf(place) / Math.max(1, this.timeline.total) : 1;
    this.dispatchEvent(new CustomEvent("place", { detail: { id: this.reading.id, place, share } }));
  }
}

function voice() {
  const audio = /** @type {HTMLAudioElement} */ (byId("audio"));
  return new Sound(audio, new Stream(audio));
}

/** @param {Event} event */
function detail(event) {
  return /** @type {CustomEvent} */ (event).detail;
}
