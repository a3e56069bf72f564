/** Waits before a next try: a second at first, twice as long each time, never longer than fifteen seconds. */
export class Retry {
  #wait = FIRST_MS;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;

  /** @param {() => void} attempt */
  later(attempt) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(attempt, this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_MS);
  }

  cancel() {
    clearTimeout(this.#timer);
  }

  /** It came: the next trouble is a new one. */
  succeeded() {
    this.#wait = FIRST_MS;
  }
}

const FIRST_MS = 1000;
const LONGEST_MS = 15000;
