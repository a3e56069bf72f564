/** A sound of the site before and after an article, by its address. */
export class Jingle {
  #audio = new Audio();
  /** @type {(() => void)|null} */
  #then = null;

  constructor() {
    this.#audio.preload = "none";
    for (const end of ["ended", "error"]) {
      this.#audio.addEventListener(end, () => this.#done()); // an article isn't kept back by a sound that is gone
    }
  }

  get playing() {
    return this.#then !== null;
  }

  /** @param {string|null} address @param {() => void} then what comes after it */
  play(address, then) {
    const wanted = address && /^https?:$/.test(new URL(address, document.baseURI).protocol);
    if (!wanted) return then();
    this.#then = then;
    this.#audio.src = new URL(address, document.baseURI).href;
    this.#audio.play().catch(() => this.#done());
  }

  stop() {
    this.#then = null;
    this.#audio.pause();
  }

  #done() {
    const then = this.#then;
    this.#then = null;
    then?.();
  }
}
