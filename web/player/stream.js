import { Retry } from "../reading/retry.js";

const AHEAD_SECONDS = 120;
const NEAR_END_SECONDS = 0.5;
const ONE_TRY = {
  default: { maxTimeToFirstByteMs: 15000, maxLoadTimeMs: 30000, timeoutRetry: null, errorRetry: null },
};

/**
 * HLS on one `<audio>` element: the sound of an article that is still being made, as one source that goes on by
 * itself. Played by hls.js, which is fetched only when it is wanted; by the browser itself only where there is
 * ManagedMediaSource (Apple), because Chromium's own HLS fails on MP3.
 *
 * Fires `failure` when nothing can be played from it any more.
 */
export class Stream extends EventTarget {
  /** @type {any} the library's class */
  #library = null;
  /** @type {any} the library at work */
  #at = null;
  #asked = false;
  #retry = new Retry();

  /** Whether the last thing that was asked of the network didn't come. */
  failing = false;

  /** @param {HTMLAudioElement} audio */
  constructor(audio) {
    super();
    this.audio = audio;
  }

  /** How this browser can play it. @returns {"library"|"native"|"none"} */
  get way() {
    const { ManagedMediaSource, MediaSource } = /** @type {any} */ (globalThis);
    if (ManagedMediaSource && this.audio.canPlayType("application/vnd.apple.mpegurl")) return "native";
    const takes = (/** @type {string} */ type) => MediaSource?.isTypeSupported(type) ?? false;
    return takes("audio/mpeg") || takes('audio/mp4; codecs="mp3"') ? "library" : "none";
  }

  /** Whether it can play at once. */
  get ready() {
    return this.way === "native" || this.#library !== null;
  }

  /** Fetches the library, unless it is there or of no use. */
  async prepare() {
    if (this.#asked || this.way !== "library") return;
    this.#asked = true;
    try {
      await import(new URL("../lib/hls.light.min.js", import.meta.url).href);
      this.#library = /** @type {any} */ (globalThis).Hls ?? null;
    } catch {
      this.#asked = false; // clips go on; the next article may try again
    }
  }

  /** @param {string} address of the playlist @param {number} seconds where to begin */
  open(address, seconds) {
    this.close();
    const { audio } = this;
    if (this.way === "native") {
      audio.src = address;
      audio.load();
      return;
    }
    const Hls = this.#library;
    const hls = new Hls({
      startPosition: seconds,
      enableWorker: false, // 64 kbit/s need none, and the page's policy forbids workers from a blob
      maxBufferLength: AHEAD_SECONDS,
      manifestLoadPolicy: ONE_TRY,
      playlistLoadPolicy: ONE_TRY,
      fragLoadPolicy: ONE_TRY,
    });
    this.#at = hls;
    hls.on(Hls.Events.ERROR, (/** @type {string} */ _, /** @type {any} */ data) => data.fatal && this.#onFatal(hls, data));
    for (const event of [Hls.Events.FRAG_LOADED, Hls.Events.LEVEL_LOADED]) {
      hls.on(event, () => {
        this.failing = false;
        this.#retry.succeeded();
      });
    }
    hls.loadSource(address);
    hls.attachMedia(audio);
  }

  /** Whether what plays is known to go on beyond a time. @param {number} seconds */
  reaches(seconds) {
    const { seekable } = this.audio;
    return seekable.length > 0 && seconds < seekable.end(seekable.length - 1) - NEAR_END_SECONDS;
  }

  /** Lets go of the element. */
  close() {
    this.#retry.cancel();
    this.failing = false;
    this.#at?.destroy();
    this.#at = null;
  }

  /** @param {any} hls @param {{type: string}} data */
  #onFatal(hls, { type }) {
    if (type !== this.#library.ErrorTypes.NETWORK_ERROR) {
      this.dispatchEvent(new Event("failure"));
      return;
    }
    this.failing = true; // what has been loaded plays on meanwhile
    this.#retry.later(() => (hls.levels.length > 0 ? hls.startLoad(-1) : hls.loadSource(hls.url)));
  }
}
