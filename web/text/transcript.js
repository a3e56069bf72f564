/** @import {Reading, Sentence, Turn} from "../types.js" */

import { say } from "../messages.js";
import { icon, isHeadline, looksOf, personKey, shape, speakerDetail, speakerName } from "./people.js";

/**
 * The article as it is read: a turn for each speaker, a paragraph for each line, a span for each sentence. All text
 * comes in as text nodes. Fires `sentence` (detail: index) when the reader picks one to hear.
 */
export class Transcript extends EventTarget {
  /** @type {ReturnType<typeof setTimeout>|undefined} a click that may become a double one */
  #picking;

  /** @param {HTMLElement} article all that can be picked @param {HTMLElement} root the turns @param {HTMLElement} title */
  constructor(article, root, title) {
    super();
    this.article = article;
    this.root = root;
    this.title = title;
    /** @type {HTMLElement[]} */
    this.spans = [];
    /** @type {HTMLElement|null} */
    this.current = null;
    article.addEventListener("click", (event) => this.#onClick(event));
    article.addEventListener("keydown", (event) => this.#onKey(event));
    // Firefox looks at the first line of a sentence only: the others would stay behind the controls
    article.addEventListener("focusin", (event) => {
      const span = /** @type {HTMLElement} */ (event.target);
      if (span.classList.contains("sentence")) span.scrollIntoView({ block: "nearest" });
    });
  }

  /** @param {Reading} reading */
  show(reading) {
    const looks = looksOf(reading.turns);
    this.spans = [];
    this.current = null;
    this.root.lang = reading.language ?? "";
    let { turns } = reading;
    if (turns.length > 0 && isHeadline(turns[0])) {
      this.title.replaceChildren(...turns[0].sentences.flatMap((sentence) => [this.#sentence(sentence), " "]));
      turns = turns.slice(1);
    }
    this.root.replaceChildren(...turns.map((turn) => this.#turn(turn, looks.get(personKey(turn)) ?? 0)));
    this.spans[0]?.setAttribute("tabindex", "0");
    this.#tellApart();
  }

  /** Buttons of one speaker have names that differ: by how their turns begin. */
  #tellApart() {
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll(".from-here"))) {
      const text = this.spans[Number(button.dataset.index)]?.textContent ?? "";
      const start = text.length > START ? `${text.slice(0, START)}…` : text;
      button.setAttribute("aria-label", say("turn.play", { name: button.dataset.name ?? "", start }));
    }
  }

  /** Marks what the listener has chosen to skip. @param {(turn: Turn) => boolean} isMuted @param {Turn[]} turns */
  showMuted(isMuted, turns) {
    for (const turn of turns) {
      const section = document.getElementById(`turn-${turn.index}`);
      if (!section) continue;
      const muted = isMuted(turn);
      section.classList.toggle("muted", muted);
      const badge = section.querySelector(".muted-mark");
      if (muted && !badge) {
        const mark = element("p", "muted-mark", say("mute.mark"));
        mark.lang = document.documentElement.lang;
        section.querySelector(".speaker")?.append(mark);
      } else if (!muted) {
        badge?.remove();
      }
    }
  }

  /** @param {Turn} turn @param {number} look */
  #turn(turn, look) {
    const section = element("section", `turn person-${look}`);
    section.id = `turn-${turn.index}`;
    section.append(this.#speaker(turn, look));
    const words = element("div", "words");
    let line = NaN;
    /** @type {HTMLElement|null} */
    let paragraph = null;
    for (const sentence of turn.sentences) {
      if (!paragraph || sentence.paragraph !== line) {
        paragraph = element("p");
        words.append(paragraph);
        line = sentence.paragraph;
      } else {
        paragraph.append(" ");
      }
      paragraph.append(this.#sentence(sentence));
    }
    section.append(words);
    return section;
  }

  /** @param {Turn} turn @param {number} look */
  #speaker(turn, look) {
    const header = element("header", "speaker");
    const heading = element("h2");
    const name = element("span", "name", speakerName(turn));
    if (!turn.name) name.lang = document.documentElement.lang;
    heading.append(shape(look), name);
    header.append(heading);
    const detail = speakerDetail(turn);
    if (detail) {
      const small = element("p", "detail", detail);
      if (!turn.title) small.lang = document.documentElement.lang;
      header.append(small);
    }
    const from = /** @type {HTMLButtonElement} */ (element("button", "from-here"));
    from.type = "button";
    from.lang = document.documentElement.lang;
    from.dataset.index = String(turn.sentences[0]?.index ?? 0);
    from.tabIndex = -1; // the text is one tab stop; Enter on a sentence does the same
    from.dataset.name = speakerName(turn);
    from.title = say("turn.play.title", { name: speakerName(turn) });
    from.append(icon("play"));
    header.append(from);
    return header;
  }

  /** @param {Sentence} sentence */
  #sentence(sentence) {
    const span = element("span", "sentence", sentence.text);
    span.id = `s${sentence.index}`;
    span.tabIndex = -1;
    span.setAttribute("role", "button");
    span.setAttribute("aria-roledescription", say("sentence.role"));
    span.dataset.index = String(sentence.index);
    this.spans[sentence.index] = span;
    this.refresh(sentence);
    return span;
  }

  /** Shows whether a sentence can be heard yet. @param {Sentence} sentence */
  refresh(sentence) {
    const span = this.spans[sentence.index];
    if (!span) return;
    span.dataset.state = sentence.state;
    span.title = sentence.state === "skipped" ? (sentence.problem ?? say("sentence.skipped")) : "";
    if (!span.title) span.removeAttribute("title");
  }

  /** Marks the sentence that is spoken, for screen readers and as the way in by Tab. @param {number|null} index */
  setCurrent(index) {
    const span = index === null ? null : (this.spans[index] ?? null);
    if (span === this.current) return;
    this.current?.removeAttribute("aria-current");
    const focused = document.activeElement;
    const focusInside = focused instanceof HTMLElement && focused.classList.contains("sentence");
    if (span) {
      span.setAttribute("aria-current", "true");
      if (!focusInside) this.#enterBy(span);
    }
    this.current = span;
  }

  /** @param {HTMLElement} span */
  #enterBy(span) {
    this.article.querySelector('.sentence[tabindex="0"]')?.setAttribute("tabindex", "-1");
    span.tabIndex = 0;
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const target = /** @type {Element} */ (event.target);
    const picked = /** @type {HTMLElement|null} */ (target.closest(".sentence, .from-here"));
    if (!picked) return;
    clearTimeout(this.#picking);
    if (!picked.classList.contains("sentence")) return this.#pick(picked);
    if (event.detail > 1) return; // a word is being selected
    const act = () => getSelection()?.isCollapsed !== false && this.#pick(picked);
    const mouse = /** @type {PointerEvent} */ (event).pointerType === "mouse";
    if (mouse) this.#picking = setTimeout(act, DOUBLE_CLICK_MS);
    else act();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const span = /** @type {HTMLElement} */ (event.target);
    if (!span.classList.contains("sentence") || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = Number(span.dataset.index);
    if (event.key === "Enter") {
      this.#pick(span);
    } else if (event.key === "Home" || event.key === "End") {
      const last = event.key === "Home" ? this.spans[0] : this.spans.at(-1);
      if (!last) return;
      this.#enterBy(last);
      last.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = this.spans[index + (event.key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      this.#enterBy(next);
      next.focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** @param {HTMLElement} picked */
  #pick(picked) {
    this.dispatchEvent(new CustomEvent("sentence", { detail: Number(picked.dataset.index) }));
  }
}

const START = 24;
const DOUBLE_CLICK_MS = 250;

/** @param {string} tag @param {string} [classes] @param {string} [text] @returns {HTMLElement} */
export function element(tag, classes, text) {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  if (text !== undefined) made.textContent = text;
  return made;
}
