/** @import {Reading} from "../types.js" */
/** @import {Wanted} from "./service.js" */

import { announce, tellPosition } from "../player/lockscreen.js";
import { Sound } from "../player/sound.js";
import { Problem } from "../reading/problem.js";
import { Timeline } from "../reading/timeline.js";
import { startOf, voicesOf } from "./attributes.js";
import { PageMarker, canMarkPages } from "./pagemarker.js";
import { createReading, fetchReading, followReading, isWelcome, pageOf, understand } from "./service.js";
import { View } from "./view.js";
import { wordsOf } from "./words.js";

/** @type {NangdokPlayer|null} the one that plays: a page has one voice */
let sounding = null;

/**
 * `<nangdok-player>`: a player for one article on somebody else's page. Its attributes, properties, methods and events
 * are told in docs/embed.md.
 */
export class NangdokPlayer extends HTMLElement {
  static observedAttributes = ["src", "data-article", "language", "voices", "start"];

  #view;
  #sound;
  #say = wordsOf("en");
  /** @type {Wanted|null} */
  #wanted = null;
  /** @type {Reading|null} */
  #reading = null;
  /** @type {Timeline|null} */
  #timeline = null;
  /** @type {PageMarker|null} */
  #marker = null;
  #stopFollowing = () => {};
  #loading = 0;
  #frame = 0;
  #sentence = -1;
  #turn = -1;
  #told = 0;
  #asking = false;

  constructor() {
    super();
    const view = new View(this.attachShadow({ mode: "open" }));
    const sound = new Sound(view.audio);
    this.#view = view;
    this.#sound = sound;
    view.addEventListener("toggle", () => this.toggle());
    view.addEventListener("jump", (event) => this.seek(this.currentTime + detail(event)));
    view.addEventListener("seek", (event) => this.seek(detail(event) / 1000));
    view.addEventListener("speed", (event) => (this.playbackRate = detail(event)));
    view.addEventListener("sentence", (event) => sound.seek({ index: detail(event), offset: 0 }, true));
    view.addEventListener("again", () => (this.#reading ? sound.retry() : this.#load()));
    sound.addEventListener("state", () => this.#onState());
    sound.addEventListener("jump", () => this.#show());
  }

  connectedCallback() {
    this.#load();
  }

  disconnectedCallback() {
    this.#loading++;
    this.#close();
  }

  /** @param {string} name @param {string|null} before @param {string|null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.isConnected || before === now) return;
    if (name === "language") this.#label();
    else this.#load();
  }

  // What a page's script may use.

  /** Plays; the article is asked for first where that hasn't happened yet. */
  async play() {
    if (!this.#reading) {
      // The right to sound belongs to the press, and must be taken before anything is waited for.
      this.#view.audio.play().catch(() => {});
      if (!(await this.#ask())) return;
    }
    if (sounding !== this) sounding?.pause();
    sounding = this;
    this.#sound.play();
  }

  pause() {
    this.#sound.pause();
  }

  toggle() {
    if (this.#sound.playing) this.pause();
    else this.play();
  }

  /** @param {number} seconds */
  seek(seconds) {
    this.#sound.seekTime(seconds * 1000);
  }

  /** @param {"sentence"|"paragraph"|"speaker"} unit @param {1|-1} direction */
  step(unit, direction) {
    const place = this.#timeline?.step(this.#sound.at(), unit, direction);
    if (place) this.#sound.seek(place);
  }

  get paused() {
    return !this.#sound.playing;
  }

  get currentTime() {
    return this.#timeline ? this.#timeline.timeOf(this.#sound.at()) / 1000 : 0;
  }

  set currentTime(seconds) {
    this.seek(seconds);
  }

  /** Seconds at speed 1; 0 before the article is known, a guess while it is made. */
  get duration() {
    return (this.#timeline?.total ?? 0) / 1000;
  }

  get playbackRate() {
    return this.#sound.rate;
  }

  set playbackRate(rate) {
    this.#sound.output.rate = Math.min(3, Math.max(0.5, rate));
    this.#view.speed.value = String(this.#sound.rate);
  }

  get volume() {
    return this.#view.audio.volume;
  }

  set volume(volume) {
    this.#view.audio.volume = volume;
  }

  /** The reading as the service tells it, or null before it is known. */
  get reading() {
    return this.#reading;
  }

  /** How many sentences were found in the page's own text (`data-article="page"`). */
  get found() {
    return this.#marker?.found ?? 0;
  }

  /** The sentence that `src` itself names (`/r/{id}#s12`). */
  get #linked() {
    return this.#wanted && "id" in this.#wanted ? this.#wanted.start : null;
  }

  get #voices() {
    return voicesOf(this.getAttribute("voices"));
  }

  get #ownPage() {
    return this.dataset.article === "page";
  }

  /** Begins with what the attributes name. */
  async #load() {
    const loading = ++this.#loading;
    this.#close();
    const src = this.getAttribute("src");
    this.#wanted = this.#ownPage ? { body: { url: location.href } } : src ? understand(src) : null;
    this.#label();
    if (!this.#wanted) {
      this.#fail(new Problem("embed.src", ""), false);
    } else if ("id" in this.#wanted && !this.#voices) {
      await this.#open(fetchReading(this.#wanted.id), loading);
    } else if (!(await isWelcome()) && loading === this.#loading) {
      this.#showLink();
    }
  }

  /** Has the article read that isn't a reading yet. @returns {Promise<boolean>} whether it can be heard now */
  async #ask() {
    if (this.#asking || !this.#wanted) return false;
    this.#asking = true;
    this.#view.tell(this.#say("asking"));
    this.#view.showState(true, true);
    try {
      return await this.#open(this.#request(), this.#loading);
    } finally {
      this.#asking = false;
      if (!this.#reading) this.#view.showState(false, false);
    }
  }

  async #request() {
    const voices = this.#voices;
    const wanted = /** @type {Wanted} */ (this.#wanted);
    if ("id" in wanted) {
      const reading = await fetchReading(wanted.id);
      return reading.url && voices ? createReading({ url: reading.url, voices }) : reading;
    }
    const html = this.#ownPage ? document.documentElement.outerHTML : undefined;
    return createReading({ ...wanted.body, html, ...(voices ? { voices } : {}) });
  }

  /** @param {Promise<Reading>} request @param {number} loading @returns {Promise<boolean>} */
  async #open(request, loading) {
    let reading;
    try {
      reading = await request;
    } catch (error) {
      if (loading === this.#loading) this.#fail(/** @type {Problem} */ (error), true);
      return false;
    }
    if (loading !== this.#loading) return false;
    this.#reading = reading;
    const timeline = new Timeline(reading);
    this.#timeline = timeline;
    this.#view.tell("");
    this.#view.showReading(reading, !this.#ownPage);
    if (this.#ownPage && canMarkPages()) this.#marker = new PageMarker(document.body, timeline, getComputedStyle(this));
    this.#sound.open(timeline, startOf(this.getAttribute("start") ?? this.#linked, timeline));
    if (reading.state === "complete") this.#sound.offerWhole(reading.audio);
    else if (reading.state === "failed") this.#fail(new Problem("failed", ""), false);
    else this.#stopFollowing = this.#follow(reading.id, loading);
    this.#show();
    this.#tell("ready", { id: reading.id, title: reading.title, duration: this.duration });
    return true;
  }

  /** @param {string} id @param {number} loading */
  #follow(id, loading) {
    return followReading(id, {
      clip: (sentence) => {
        this.#timeline?.update(sentence);
        this.#show();
        this.#sound.refresh();
      },
      complete: async () => {
        const whole = await fetchReading(id);
        if (loading !== this.#loading) return;
        for (const turn of whole.turns) turn.sentences.forEach((sentence) => this.#timeline?.update(sentence));
        this.#sound.offerWhole(whole.audio);
        this.#show();
      },
      failed: (problem) => this.#fail(problem, true),
      broken: () => this.#sound.state === "waiting" && this.#view.tell(this.#say("broken")),
      back: () => this.#view.status.textContent === this.#say("broken") && this.#view.tell(""),
    });
  }

  #label() {
    const near = /** @type {HTMLElement|null} */ (this.closest("[lang]"))?.lang;
    const language = this.getAttribute("language") || near || navigator.language || "en";
    this.#say = wordsOf(language);
    this.#view.label(this.#say, language.toLowerCase().startsWith("ko") ? "ko" : "en", pageOf(this.#wanted));
    if (this.#reading) this.#view.showReading(this.#reading, !this.#ownPage);
    this.#turn = -1;
    this.#sentence = -1;
    this.#show();
  }

  #close() {
    this.#stopFollowing();
    this.#stopFollowing = () => {};
    cancelAnimationFrame(this.#frame);
    this.#sound.stop();
    this.#marker?.clear();
    this.#marker = null;
    this.#reading = null;
    this.#timeline = null;
    if (sounding === this) sounding = null;
  }

  #showLink() {
    this.#view.showLink(this.#say("unwelcome"), pageOf(this.#wanted));
    this.#tell("problem", { code: "embed.unlisted", message: this.#say("unwelcome") });
  }

  /** @param {Problem} problem @param {boolean} again */
  async #fail(problem, again) {
    // A browser says no more than "failed" when a site isn't listed: what everybody may read tells the two apart.
    const loading = this.#loading;
    if (problem.code === "embed.unreachable" && !(await isWelcome())) {
      if (loading === this.#loading) this.#showLink();
      return;
    }
    const message = this.#say(problem.code) || problem.message || this.#say("failed");
    this.#view.tell(message, again && problem.status !== 404);
    this.#tell("problem", { code: problem.code, message });
  }

  #onState() {
    const { state, playing } = this.#sound;
    this.#view.showState(playing, playing && state === "waiting");
    if (state === "broken" || state === "blocked") this.#view.tell(this.#say(state), state === "broken");
    else if (state !== "idle" && state !== "waiting") this.#view.tell("");
    cancelAnimationFrame(this.#frame);
    if (state === "playing") {
      this.#announce();
      this.#tell("play");
      this.#run();
    } else {
      this.#show();
    }
    if (state === "paused") this.#tell("pause");
    if (state === "ended") {
      this.#marker?.clear();
      this.#tell("ended");
    }
  }

  #announce() {
    if (!this.#reading) return;
    announce(this.#reading, {
      play: () => this.play(),
      pause: () => this.pause(),
      jump: (seconds) => this.seek(this.currentTime + seconds),
      step: (direction) => this.step("speaker", direction),
      seekTime: (ms) => this.seek(ms / 1000),
    });
  }

  #run() {
    this.#show();
    this.#frame = requestAnimationFrame(() => this.#run());
  }

  #show() {
    const timeline = this.#timeline;
    if (!timeline || timeline.length === 0) return;
    const place = this.#sound.at();
    const sentence = timeline.sentences[place.index];
    const ms = timeline.timeOf(place);
    const touched = this.#sound.state !== "idle" || place.index > 0;
    this.#view.showTime(timeline, ms);
    if (touched && this.#sound.state !== "ended") this.#marker?.show(sentence, timeline.markAt(place));
    if (Math.abs(ms - this.#told) > 5000) {
      this.#told = ms;
      if (sounding === this) tellPosition(this.#sound.playing, timeline.total, ms, this.#sound.rate);
    }
    const turn = timeline.turnAt(place.index);
    if (turn.index !== this.#turn) {
      this.#turn = turn.index;
      this.#view.showSpeaker(turn, this.#reading?.language ?? "");
      const { speaker: role, name, title } = turn;
      if (touched) this.#tell("speaker", { role, name, title });
    }
    if (touched && place.index !== this.#sentence) {
      this.#sentence = place.index;
      this.#view.showSentence(place.index);
      this.#tell("sentence", { index: place.index, text: sentence.text, start: timeline.starts[place.index] / 1000 });
    }
  }

  /** @param {string} kind @param {unknown} [detail] */
  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail, bubbles: true }));
  }
}

/** @param {Event} event */
function detail(event) {
  return /** @type {CustomEvent} */ (event).detail;
}
