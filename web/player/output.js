/** @import {Stream} from "./stream.js" */

const NEAR_SECONDS = 0.6;
const SEEK_TRIES = 5;

/**
 * One `<audio>` element, and what engines get wrong about it: seeks that are lost while it loads, a rate that may be
 * set only when sound runs, sound before the place is reached.
 */
export class Output {
  /** whether the listener wants silence */
  #muted = false;
  #volume = 1;
  #faded = 1;
  #rate = 1;
  /** @type {{seconds: number, tries: number}|null} a seek that the element hasn't done yet */
  #landing = null;

  #lastTime = 0;
  /** @type {string|null} the address that the stream plays */
  #streamed = null;

  /** @param {HTMLAudioElement} audio @param {Stream|null} [stream] what plays HLS */
  constructor(audio, stream = null) {
    this.audio = audio;
    this.stream = stream;
    audio.preload = "auto";
    for (const moment of ["loadedmetadata", "canplay", "playing", "seeked", "timeupdate"]) {
      audio.addEventListener(moment, () => {
        this.#land();
        this.#applyRate();
      });
    }
  }

  /** Goes to a time of an address, loading it unless it is loaded. @param {string} address @param {number} seconds */
  load(address, seconds) {
    const { audio } = this;
    this.#leaveStream();
    const loaded = audio.currentSrc === new URL(address, document.baseURI).href && !audio.error && audio.readyState > 0;
    this.#landing = loaded || seconds > 0 ? { seconds, tries: SEEK_TRIES } : null;
    if (!loaded) {
      audio.src = address;
      audio.load();
    }
    this.#land();
  }

  /** Asks for sound. @returns {Promise<boolean>} false when the browser forbids it */
  async play() {
    try {
      await this.audio.play();
    } catch (error) {
      return !(error instanceof DOMException && error.name === "NotAllowedError");
    }
    return true;
  }

  /** Whether sound ran on since this was asked last; a jump isn't that. */
  moved() {
    const { currentTime } = this.audio;
    const moved = currentTime > this.#lastTime && currentTime - this.#lastTime < 1;
    this.#lastTime = currentTime;
    return moved && !this.landing;
  }

  /** Goes to a time of an HLS playlist, loading it unless it is loaded. @param {string} address @param {number} seconds */
  loadStream(address, seconds) {
    this.#landing = { seconds, tries: SEEK_TRIES };
    if (this.#streamed !== address || this.audio.error) {
      this.#streamed = address;
      this.stream?.open(address, seconds);
    }
    this.#land();
  }

  #leaveStream() {
    if (this.#streamed === null) return;
    this.#streamed = null;
    this.stream?.close();
  }

  /** Lets go of what is loaded. */
  empty() {
    this.#landing = null;
    this.audio.pause();
    this.#leaveStream();
    if (!this.audio.currentSrc) return;
    this.audio.removeAttribute("src");
    this.audio.load();
  }

  /** Whether it is on its way to a time. */
  get landing() {
    return this.#landing !== null;
  }

  /** Seconds into the address: where it is, or is about to be. */
  get time() {
    return this.#landing?.seconds ?? this.audio.currentTime;
  }

  get rate() {
    return this.#rate;
  }

  set rate(value) {
    this.#rate = value;
    this.audio.preservesPitch = true;
    this.#applyRate();
  }

  /** How loud the listener wants it, 0 to 1. */
  get volume() {
    return this.#volume;
  }

  set volume(value) {
    this.#volume = value;
    this.audio.volume = value * this.#faded;
  }

  /** Softer than the listener wants it, for a while. @param {number} loud 0 to 1 */
  fade(loud) {
    this.#faded = loud;
    this.audio.volume = this.#volume * loud;
  }

  /** @param {boolean} muted */
  mute(muted) {
    this.#muted = muted;
    this.audio.muted = muted;
  }

  /**
   * Brings the element to where it should be. WebKitGTK forgets a seek, or takes it for the end, while it is still
   * loading: there the seek waits, unheard, until sound runs.
   */
  #land() {
    const { audio } = this;
    const landing = this.#landing;
    if (!landing || audio.readyState === 0) return;
    const there = Math.abs(audio.currentTime - landing.seconds) < NEAR_SECONDS;
    const exactly = there && (landing.tries < SEEK_TRIES || audio.currentTime === landing.seconds);
    if (exactly || landing.tries === 0) {
      this.#landing = null;
      audio.muted = this.#muted;
    } else if (isWebKitGtk() && audio.currentTime < 0.02 && !audio.paused) {
      audio.muted = true;
    } else if (!audio.seeking || landing.tries === SEEK_TRIES) {
      landing.tries--;
      audio.currentTime = landing.seconds;
    }
  }

  #applyRate() {
    const { audio } = this;
    if (audio.playbackRate === this.#rate || audio.readyState === 0) return;
    // WebKitGTK can crash when the rate changes before sound is really running.
    if (isWebKitGtk() && audio.currentTime < 0.5) return;
    audio.playbackRate = this.#rate;
  }
}

function isWebKitGtk() {
  return /Linux.*AppleWebKit/.test(navigator.userAgent) && !/Chrom|Android/.test(navigator.userAgent);
}
