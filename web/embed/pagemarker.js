/** @import {Mark, Sentence} from "../types.js" */
/** @import {Timeline} from "../reading/timeline.js" */

import { PageText, placeSentences, squeezedMark } from "./pagetext.js";

/**
 * Paints the sentence and the word that are spoken in the page's own text, by the CSS Custom Highlight API: the page's
 * elements and styles stay as they are.
 */
export class PageMarker {
  #page;
  #places;
  #sentence = new Highlight();
  #word = new Highlight();
  #index = -1;
  /** @type {Mark|null} */
  #mark = null;

  /** @param {Element} root where the text stands @param {Timeline} timeline @param {CSSStyleDeclaration} style */
  constructor(root, timeline, style) {
    this.#page = new PageText(root);
    const sentences = timeline.sentences.map((sentence) => sentence.text);
    this.#places = placeSentences(this.#page.text, sentences);
    this.#word.priority = 1;
    CSS.highlights.set("nangdok-sentence", this.#sentence);
    CSS.highlights.set("nangdok-word", this.#word);
    paintWith(style);
  }

  /** How many sentences were found in the page. */
  get found() {
    return this.#places.filter((place) => place !== null).length;
  }

  /** @param {Sentence} sentence @param {Mark|null} mark */
  show(sentence, mark) {
    if (sentence.index === this.#index && mark === this.#mark) return;
    const place = this.#places[sentence.index];
    if (sentence.index !== this.#index) {
      this.#sentence.clear();
      if (place) this.#sentence.add(this.#page.range(place.from, place.to));
    }
    this.#word.clear();
    if (place && mark) {
      const { from, to } = squeezedMark(sentence, mark);
      if (from < to) this.#word.add(this.#page.range(place.from + from, place.from + to));
    }
    this.#index = sentence.index;
    this.#mark = mark;
  }

  clear() {
    this.#sentence.clear();
    this.#word.clear();
    this.#index = -1;
    this.#mark = null;
  }
}

/** @type {CSSStyleSheet|null} */
let sheet = null;

/** One sheet for the page that names nothing but our two highlights. @param {CSSStyleDeclaration} style */
function paintWith(style) {
  const colour = (/** @type {string} */ name, /** @type {string} */ usual) => style.getPropertyValue(name).trim() || usual;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  sheet.replaceSync(`
    ::highlight(nangdok-sentence) { background-color: ${colour("--nangdok-mark", "#fbe7ac")}; color: ${colour("--nangdok-mark-color", "#1e1c19")}; }
    ::highlight(nangdok-word) { background-color: ${colour("--nangdok-word", "#f3c14b")}; color: ${colour("--nangdok-mark-color", "#1e1c19")}; }
    @media (forced-colors: active) {
      ::highlight(nangdok-sentence) { background-color: Canvas; color: CanvasText; text-decoration: underline; }
      ::highlight(nangdok-word) { background-color: Highlight; color: HighlightText; }
    }`);
}
