/**
 * Keeps the spoken sentence in sight, and yields as soon as the reader scrolls: it goes on when the reader asks, or
 * has come back to the sentence. Fires `change` when it yields or goes on.
 */
export class Follow extends EventTarget {
  #on = true;
  #yielded = false;
  /** @type {HTMLElement|null} */
  #span = null;

  constructor() {
    super();
    for (const kind of ["wheel", "touchmove"]) {
      addEventListener(kind, () => this.#yield(), { passive: true });
    }
    addEventListener("keydown", (event) => {
      const inText = event.target === document.body || event.target === document.documentElement;
      if (inText && ["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown"].includes(event.key)) this.#yield();
    });
    addEventListener("pointerdown", (event) => {
      // a press beside the content is a press on the scroll bar
      if (event.clientX >= document.documentElement.clientWidth) this.#yield();
    });
  }

  get on() {
    return this.#on;
  }

  set on(value) {
    this.#on = value;
    this.#yielded = false;
    if (value) this.#bring(true);
    this.#changed();
  }

  get yielded() {
    return this.#on && this.#yielded;
  }

  /** Goes to the voice and stays with it. @param {boolean} [always] also when the sentence can be seen where it is */
  resume(always = true) {
    this.#yielded = false;
    if (always) this.#bring(true);
    this.#changed();
  }

  /** The reader looks elsewhere. */
  leave() {
    this.#yield();
  }

  /** @param {HTMLElement|null} span the sentence that is spoken now */
  move(span) {
    if (span === this.#span) return;
    this.#span = span;
    if (this.#on && !this.#yielded) this.#bring(false);
  }

  #yield() {
    if (!this.#on || this.#yielded || !this.#span) return;
    this.#yielded = true;
    this.#changed();
  }

  /** @param {boolean} always also when it can be seen already */
  #bring(always) {
    const span = this.#span;
    if (!span) return;
    const box = span.getBoundingClientRect();
    const height = innerHeight;
    if (!always && box.top > 8 && box.bottom < height * 0.62) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: box.top - height * 0.3, behavior: calm ? "auto" : "smooth" });
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
