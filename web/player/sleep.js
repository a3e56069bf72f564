/**
 * Stops the voice after some minutes, at the end of what the present speaker says, or of the article. Minutes belong to
 * the listener and go on over articles; an end belongs to its article. Fires `change` when its choice changes and each
 * second while it counts, `fade` (detail: how loud, 0 to 1) towards the end, and `sleep` when it is time.
 *
 * @typedef {"off"|"turn"|"article"|number} Choice minutes where it is a number
 */
export class SleepTimer extends EventTarget {
  /** @type {Choice} */
  #choice = "off";
  /** @type {number|null} when, in milliseconds of the clock */
  #until = null;
  /** @type {number|null} turn after which it stops */
  #turn = null;
  /** @type {ReturnType<typeof setInterval>|undefined} */
  #ticking;
  #loud = 1;

  /** @param {number} minutes */
  after(minutes) {
    this.#clear();
    this.#choice = minutes;
    this.#until = Date.now() + minutes * 60_000;
    this.#ticking = setInterval(() => this.#tick(), TICK_MS);
    this.#changed();
  }

  /** So many minutes more; from now on, where none are counted. @param {number} minutes */
  more(minutes) {
    const left = this.left ?? 0;
    const choice = this.#choice;
    this.after(left / 60_000 + minutes);
    this.#choice = typeof choice === "number" ? choice : minutes;
    this.#changed();
  }

  /** @param {number} turn index of the turn that may still be heard @param {"turn"|"article"} choice */
  atEndOf(turn, choice) {
    this.#clear();
    this.#choice = choice;
    this.#turn = turn;
    this.#changed();
  }

  off() {
    this.#clear();
    this.#changed();
  }

  /** Another article is heard: what was said of the one before doesn't count for it. */
  anotherArticle() {
    if (this.#turn !== null) this.off();
  }

  get choice() {
    return this.#choice;
  }

  /** Milliseconds that are left, or null. */
  get left() {
    return this.#until === null ? null : Math.max(0, this.#until - Date.now());
  }

  get on() {
    return this.#choice !== "off";
  }

  /** Tells it which turn is heard now. @param {number} turn */
  heard(turn) {
    if (this.#turn !== null && turn > this.#turn) this.#sleep();
  }

  /** Tells it that the article has ended. @returns {boolean} whether it is time to sleep */
  ended() {
    const sleeps = this.#turn !== null;
    if (sleeps) this.#sleep();
    return sleeps;
  }

  #tick() {
    const left = this.left ?? 0;
    if (left === 0) this.#sleep();
    else {
      this.#fade(Math.min(1, left / FADE_MS));
      this.#changed();
    }
  }

  /** @param {number} loud */
  #fade(loud) {
    if (loud === this.#loud) return;
    this.#loud = loud;
    this.dispatchEvent(new CustomEvent("fade", { detail: loud }));
  }

  #sleep() {
    this.#clear(false);
    this.dispatchEvent(new Event("sleep"));
    this.#fade(1); // after the voice has stopped
    this.#changed();
  }

  #clear(aloud = true) {
    clearInterval(this.#ticking);
    this.#choice = "off";
    this.#until = null;
    this.#turn = null;
    if (aloud) this.#fade(1);
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

const TICK_MS = 500;
const FADE_MS = 15_000;
