import { say } from "../messages.js";

/** Where a screen has room for little: the bar is one line there until somebody opens it. */
const SMALL = "(max-width: 30rem), (max-height: 30rem)";

/** The bar as one line or with everything. */
export class BarSize {
  #bar;
  #button;
  #small = matchMedia(SMALL);
  /** @type {boolean|null} what the listener has chosen, or null */
  #wish = null;

  /** @param {HTMLElement} bar @param {HTMLElement} button that grows and shrinks it */
  constructor(bar, button) {
    this.#bar = bar;
    this.#button = button;
    button.addEventListener("click", () => {
      this.#wish = !this.#isFull;
      this.label();
    });
    this.#small.addEventListener("change", () => {
      this.#wish = null;
      this.label();
    });
    this.label();
  }

  get #isFull() {
    return this.#wish ?? !this.#small.matches;
  }

  /** Shows the size, with the button's name in the present language. */
  label() {
    const full = this.#isFull;
    this.#bar.dataset.size = full ? "full" : "mini";
    this.#button.hidden = !this.#small.matches;
    this.#button.setAttribute("aria-expanded", String(full));
    const key = full ? "player.shrink" : "player.grow";
    this.#button.dataset.sayLabel = key;
    this.#button.dataset.sayTitle = key;
    this.#button.setAttribute("aria-label", say(key));
    this.#button.title = say(key);
    const use = this.#button.querySelector("use");
    use?.setAttribute("href", use.getAttribute("href")?.replace(/#.*/, full ? "#lower" : "#up") ?? "");
  }
}
