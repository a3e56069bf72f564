/**
 * Keeps a player in sight that is heard: when it has scrolled away while it plays, it stands small at the window's edge
 * until it is back in sight, pauses or is closed.
 */
export class Floating {
  #host;
  #box;
  #observer;
  #away = false;
  #playing = false;
  #closed = false;

  /** @param {HTMLElement} host the element @param {HTMLElement} box what floats */
  constructor(host, box) {
    this.#host = host;
    this.#box = box;
    this.#observer =
      typeof IntersectionObserver === "undefined"
        ? null
        : new IntersectionObserver(([entry]) => {
            this.#away = !entry.isIntersecting;
            if (!this.#away) this.#closed = false;
            this.#show();
          });
  }

  connect() {
    this.#observer?.observe(this.#host);
  }

  disconnect() {
    this.#observer?.disconnect();
    this.#away = false;
    this.#show();
  }

  /** @param {boolean} playing */
  tell(playing) {
    this.#playing = playing;
    this.#show();
  }

  /** The listener doesn't want it there, until the player was in sight again. */
  close() {
    this.#closed = true;
    this.#show();
  }

  get #wanted() {
    return this.#host.getAttribute("floating") !== "off" && this.#away && !this.#closed && (this.#playing || this.#isFloating);
  }

  get #isFloating() {
    return this.#box.classList.contains("floating");
  }

  #show() {
    const wanted = this.#wanted;
    if (wanted === this.#isFloating) return;
    // the place in the page keeps its height, or everything below would jump
    this.#host.style.minBlockSize = wanted ? `${this.#host.offsetHeight}px` : "";
    this.#box.classList.toggle("floating", wanted);
  }
}
