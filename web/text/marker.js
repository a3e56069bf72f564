/** @import {Mark} from "../types.js" */

/**
 * Paints the sentence and the word that are spoken, with the CSS Custom Highlight API: no element is added, so nothing
 * breaks for screen readers, selection or search. Browsers without it see the sentence by its `aria-current`.
 */
export class Marker {
  #sentence = highlight("spoken-sentence", 1);
  #word = highlight("spoken-word", 2);
  /** @type {Node|null} */
  #text = null;
  /** @type {Mark|null} */
  #mark = null;

  /** @param {HTMLElement|null} span the sentence @param {Mark|null} mark the word in it */
  show(span, mark) {
    const text = span?.firstChild ?? null;
    if (text !== this.#text) {
      this.#text = text;
      this.#mark = null;
      this.#word?.clear();
      paint(this.#sentence, text, 0, text?.nodeValue?.length ?? 0);
    }
    if (mark !== this.#mark) {
      this.#mark = mark;
      if (mark) paint(this.#word, text, mark.from, mark.to);
      else this.#word?.clear();
    }
  }
}

/** @param {string} name @param {number} priority */
function highlight(name, priority) {
  if (!("highlights" in CSS)) {
    document.documentElement.classList.add("no-highlights");
    return null;
  }
  const made = new Highlight();
  made.priority = priority;
  CSS.highlights.set(name, made);
  return made;
}

/** @param {Highlight|null} painted @param {Node|null} text @param {number} from @param {number} to */
function paint(painted, text, from, to) {
  painted?.clear();
  const length = text?.nodeValue?.length ?? 0;
  if (!painted || !text || from >= to || to > length) return;
  const range = new Range();
  range.setStart(text, from);
  range.setEnd(text, to);
  painted.add(range);
}
