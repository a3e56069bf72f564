/**
 * Stops the voice after some minutes, or at the end of what the present speaker says. Fires `change` each second while
 * it counts, and `sleep` when it is time.
 */
export class SleepTimer extends EventTarget {
  /** @type {number|null} when, in milliseconds of the clock */
  #until = null;
  /** @type {number|null} turn after which it stops */
  #turn = null;
  /** @type {ReturnType<typeof setInterval>|undefined} */
  #ticking;

  /** @param {number} minutes */
  after(minutes) {
    this.off();
    this.#until = Date.now() + minutes * 60_000;
    this.#ticking = setInterval(() => this.#tick(), 1000);
    this.#changed();
  }

  /** @param {number} turn index of the turn that may still be heard */
  atEndOf(turn) {
    this.off();
    this.#turn = turn;
    this.#changed();
  }

  off() {
    clearInterval(this.#ticking);
    this.#until = null;
    this.#turn = null;
    this.#changed();
  }

  /** Milliseconds that are left, or null. */
  get left() {
    return this.#until === null ? null : Math.max(0, this.#until - Date.now());
  }

  get on() {
    return this.#until !== null || this.#turn !== null;
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
    if (this.left === 0) this.#sleep();
    else this.#changed();
  }

  #sleep() {
    this.off();
    this.dispatchEvent(new Event("sleep"));
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
