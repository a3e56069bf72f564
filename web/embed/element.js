import { Problem } from "../reading/problem.js";
import { Article } from "./article.js";
import { voicesOf } from "./attributes.js";
import { mendContrast } from "./contrast.js";
import { Counts } from "./counts.js";
import { Floating } from "./floating.js";
import { Jingle } from "./jingle.js";
import { Player } from "./player.js";
import { Playlist } from "./playlist.js";
import { SERVICE, isWelcome } from "./service.js";
import { View } from "./view.js";
import { wordsOf } from "./words.js";

/** @import {Reading} from "../types.js" */

/**
 * `<nangdok-player>`: a player for one article on somebody else's page. Its attributes, properties, methods and events
 * are told in docs/embed.md.
 */
export class NangdokPlayer extends HTMLElement {
  static observedAttributes = ["src", "data-article", "language", "voices", "start", "embed-key", "playlist", "theme"];

  #view;
  #player;
  #counts;
  #floating;
  #article = new Article({ src: null, ownPage: false, voices: null, key: null });
  #say = wordsOf("en");
  #stopFollowing = () => {};
  /** Counts the articles, so that an answer that comes late is known as one. */
  #loading = 0;
  #asking = false;
  /** What the attributes named when it was loaded: an element that is moved is still the same. */
  #loaded = "";
  #wasPlaying = false;
  #playlist = new Playlist(null, null);
  #jingle = new Jingle();
  /** @type {"ko"|"en"|null} what the listener has switched to */
  #switched = null;

  constructor() {
    super();
    const view = new View(this.attachShadow({ mode: "open" }));
    const player = new Player(view, (place) => this.#article.attend(place));
    const counts = new Counts((event, id) => this.#tell("heard", { event, id }), this.#counted ? SERVICE : null);
    this.#view = view;
    this.#player = player;
    this.#counts = counts;
    this.#floating = new Floating(this, view.player);
    view.addEventListener("dock", () => this.#floating.close());
    view.addEventListener("language", () => this.#switch());
    view.addEventListener("entry", (event) => this.#go(detail(event), true));
    player.addEventListener("share", (event) => counts.at(detail(event)));
    view.addEventListener("toggle", () => this.toggle());
    view.addEventListener("jump", (event) => this.seek(this.currentTime + detail(event)));
    view.addEventListener("seek", (event) => this.seek(detail(event) / 1000));
    view.addEventListener("speed", (event) => (this.playbackRate = detail(event)));
    view.addEventListener("sentence", (event) => player.sound.seek({ index: detail(event), offset: 0 }, true));
    view.addEventListener("again", () => (this.reading ? player.sound.retry() : this.#load()));
    player.addEventListener("state", () => this.#onState());
    player.addEventListener("tell", (event) => this.#tell(detail(event).kind, detail(event).detail));
  }

  connectedCallback() {
    this.#floating.connect();
    if (this.#loaded !== this.#named) {
      this.#begin();
      return;
    }
    const { reading } = this;
    if (reading && !["complete", "failed"].includes(reading.state)) {
      this.#stopFollowing();
      this.#stopFollowing = this.#follow(reading.id, this.#loading);
    }
    // moved in one go it sounds on; where a browser has paused it for that, it goes on
    if (this.#wasPlaying) setTimeout(() => this.paused && this.isConnected && this.play(), 50);
  }

  disconnectedCallback() {
    this.#wasPlaying = !this.paused;
    this.#floating.disconnect();
    setTimeout(() => this.isConnected || this.#leave());
  }

  /** `moveBefore` moves it without anything else happening. */
  connectedMoveCallback() {}

  /** It was taken out of the page, and may come back. */
  #leave() {
    this.#wasPlaying = false;
    this.#jingle.stop();
    this.#player.sound.pause();
    this.#stopFollowing();
    this.#stopFollowing = () => {};
  }

  /** What is to be read, as far as the attributes say it. */
  get #named() {
    return JSON.stringify(["src", "data-article", "voices", "start", "embed-key", "playlist"].map((name) => this.getAttribute(name)));
  }

  get #counted() {
    return this.getAttribute("statistics") !== "off";
  }

  /** @param {string} name @param {string|null} before @param {string|null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.isConnected || before === now) return;
    if (name === "language") this.#label();
    else if (name === "theme") this.#lookAtColours();
    else this.#begin();
  }

  // What a page's script may use.

  /** Plays; the article is asked for first where that hasn't happened yet. */
  async play() {
    if (!this.reading) {
      // The right to sound belongs to the press, and must be taken before anything is waited for.
      this.#view.audio.play().catch(() => {});
      if (!(await this.#ask())) return;
    }
    const first = this.#player.sound.state === "idle" && !this.#jingle.playing;
    if (!first || !this.hasAttribute("intro")) {
      this.#player.play();
      return;
    }
    this.#view.audio.play().catch(() => {}); // the right to sound belongs to the press
    this.#view.showState(true, false);
    this.#jingle.play(this.getAttribute("intro"), () => this.#player.play());
  }

  pause() {
    if (this.#jingle.playing) {
      this.#jingle.stop();
      this.#view.showState(false, false);
    }
    this.#player.sound.pause();
  }

  /** The next article of the playlist. */
  next() {
    this.#go(this.#playlist.at + 1, !this.paused);
  }

  previous() {
    this.#go(this.#playlist.at - 1, !this.paused);
  }

  /** The addresses of the playlist, and which of them is shown. */
  get playlist() {
    return { items: this.#playlist.items.map((item) => ({ ...item })), index: this.#playlist.at };
  }

  toggle() {
    if (this.paused) this.play();
    else this.pause();
  }

  /** @param {number} seconds */
  seek(seconds) {
    this.#player.seek(seconds);
  }

  /** @param {"sentence"|"paragraph"|"speaker"} unit @param {1|-1} direction */
  step(unit, direction) {
    this.#player.step(unit, direction);
  }

  get paused() {
    return !this.#player.sound.playing && !this.#jingle.playing;
  }

  get currentTime() {
    return this.#player.time;
  }

  set currentTime(seconds) {
    this.seek(seconds);
  }

  /** Seconds at speed 1; 0 before the article is known, a guess while it is made. */
  get duration() {
    return (this.#player.timeline?.total ?? 0) / 1000;
  }

  get playbackRate() {
    return this.#player.sound.rate;
  }

  set playbackRate(rate) {
    const { sound } = this.#player;
    sound.output.rate = Math.min(3, Math.max(0.5, rate));
    this.#view.speed.value = String(sound.rate);
  }

  get volume() {
    return this.#player.sound.output.volume;
  }

  set volume(volume) {
    this.#player.sound.output.volume = Math.min(1, Math.max(0, volume));
  }

  /** The reading as the service tells it, or null before it is known. @returns {Reading|null} */
  get reading() {
    return this.#player.reading;
  }

  /** How many sentences were found in the page's own text (`data-article="page"`). */
  get found() {
    return this.#player.found;
  }

  get #ownPage() {
    return this.dataset.article === "page";
  }

  /** Begins with what the attributes name. */
  #begin() {
    this.#loaded = this.#named;
    this.#playlist = new Playlist(this.getAttribute("src"), this.getAttribute("playlist"));
    this.#showPlaylist();
    this.#playlist.learn(() => this.#showPlaylist());
    this.#load();
    this.#lookAtColours();
  }

  #showPlaylist() {
    this.#view.extras.showPlaylist(this.#playlist);
  }

  /** @param {number} index @param {boolean} thenPlay */
  async #go(index, thenPlay) {
    if (!this.#playlist.go(index)) return;
    if (thenPlay) this.#view.audio.play().catch(() => {});
    this.#showPlaylist();
    await this.#load();
    this.#tell("entry", { index, src: this.#playlist.src });
    if (thenPlay) await this.play();
  }

  /** Colours of the site that can't be read are mended and told. */
  #lookAtColours() {
    const weak = mendContrast(this.#view.player);
    if (weak.length === 0) return;
    console.warn(`nangdok-player: ${weak.map((one) => `${one.what} has a contrast of ${one.ratio}:1`).join(", ")}; at least 4.5:1 can be read.`);
    this.#tell("contrast", { colours: weak });
  }

  #switch() {
    this.#switched = this.#view.language === "ko" ? "en" : "ko";
    this.#label();
  }

  async #load() {
    const loading = ++this.#loading;
    this.#close();
    this.#article = new Article({
      src: this.#playlist.src,
      ownPage: this.#ownPage,
      voices: voicesOf(this.getAttribute("voices")),
      key: this.getAttribute("embed-key"),
    });
    this.#label();
    if (!this.#article.wanted) {
      this.#fail(new Problem("embed.src", ""), false);
    } else if (this.#article.exists) {
      await this.#open(this.#article.read(), loading);
    } else if (!(await isWelcome()) && loading === this.#loading) {
      this.#showLink("embed.unlisted");
    }
  }

  /** Has the article read that isn't a reading yet. @returns {Promise<boolean>} whether it can be heard now */
  async #ask() {
    if (this.#asking || !this.#article.wanted) return false;
    this.#asking = true;
    this.#view.tell(this.#say("asking"));
    this.#view.showState(true, true);
    try {
      return await this.#open(this.#article.read(), this.#loading);
    } finally {
      this.#asking = false;
      if (!this.reading) this.#view.showState(false, false);
    }
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
    this.#view.tell("");
    this.#view.showReading(reading, !this.#ownPage && this.getAttribute("transcript") !== "off");
    this.#view.extras.show(reading, this);
    this.#counts.open(reading);
    this.#player.open(reading, this.getAttribute("start") ?? this.#article.start, this.#ownPage ? this : null);
    this.#loaded = this.#named;
    if (reading.state === "failed") this.#fail(new Problem("failed", ""), false);
    else if (reading.state !== "complete") this.#stopFollowing = this.#follow(reading.id, loading);
    this.#tell("ready", { id: reading.id, title: reading.title, duration: this.duration });
    return true;
  }

  /** @param {string} id @param {number} loading */
  #follow(id, loading) {
    const player = this.#player;
    return this.#article.follow(id, {
      clip: (sentence) => {
        player.timeline?.update(sentence);
        player.show();
        player.sound.refresh();
      },
      complete: async () => {
        const whole = await this.#article.again(id);
        if (loading !== this.#loading) return;
        for (const turn of whole.turns) turn.sentences.forEach((sentence) => player.timeline?.update(sentence));
        player.sound.offerWhole(whole.audio);
        player.show();
      },
      failed: (problem) => this.#fail(problem, true),
      broken: () => player.sound.state === "waiting" && this.#view.tell(this.#say("broken")),
      back: () => this.#view.status.textContent === this.#say("broken") && this.#view.tell(""),
    });
  }

  #label() {
    const near = /** @type {HTMLElement|null} */ (this.closest("[lang]"))?.lang;
    const language = this.#switched ?? (this.getAttribute("language") || near || navigator.language || "en");
    this.#say = wordsOf(language);
    this.#view.label(this.#say, language.toLowerCase().startsWith("ko") ? "ko" : "en", this.#article.page);
    this.#view.extras.label(this.#say, this);
    this.#view.showAgain(!this.#ownPage && this.getAttribute("transcript") !== "off");
    this.#onState();
    this.#player.showAgain();
  }

  #close() {
    this.#stopFollowing();
    this.#stopFollowing = () => {};
    this.#jingle.stop();
    this.#player.close();
  }

  /** Instead of the player, where the article can be heard. @param {string} code @param {string} [why] */
  #showLink(code, why) {
    const words = this.#say("unwelcome");
    this.#view.showLink(words, this.#article.page);
    this.#tell("problem", { code, message: why || words });
  }

  /** @param {Problem} problem @param {boolean} again */
  async #fail(problem, again) {
    const loading = this.#loading;
    if (problem.code.startsWith("auth.")) {
      this.#showLink(problem.code, problem.message); // no key, a wrong one, or another site's
      return;
    }
    // A browser says no more than "failed" when a site isn't listed: what everybody may read tells the two apart.
    if (problem.code === "embed.unreachable" && !(await isWelcome())) {
      if (loading === this.#loading) this.#showLink("embed.unlisted");
      return;
    }
    const message = this.#say(problem.code) || problem.message || this.#say("failed");
    this.#view.tell(message, again && problem.status !== 404);
    this.#tell("problem", { code: problem.code, message });
  }

  #onState() {
    const { state, playing } = this.#player.sound;
    this.#view.showState(playing, playing && state === "waiting");
    this.#floating.tell(playing);
    if (state === "playing") this.#counts.started();
    if (state === "ended") {
      this.#counts.ended();
      this.#jingle.play(this.getAttribute("outro"), () => this.#go(this.#playlist.at + 1, true));
    }
    if (state === "broken" || state === "blocked") this.#view.tell(this.#say(state), state === "broken");
    else if (state !== "idle" && state !== "waiting") this.#view.tell("");
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
