/** @import {Mark, Sentence} from "../types.js" */

/**
 * A text that stands in a page, and where each of its characters stands there. White space and characters without
 * width are left out, because pages break lines where they like.
 */
export class PageText {
  text = "";
  /** @type {{node: Text, start: number, offsets: number[]}[]} start: index in `text` of the node's first character */
  #nodes = [];

  /** @param {Node} root @param {(element: Element) => boolean} [skip] what isn't looked into */
  constructor(root, skip = isUnread) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (node instanceof Element) return skip(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
      return NodeFilter.FILTER_ACCEPT;
    });
    /** @type {string[]} */
    const parts = [];
    let start = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = /** @type {Text} */ (node);
      const { seen, offsets } = squeeze(text.data);
      if (seen === "") continue;
      this.#nodes.push({ node: text, start, offsets });
      parts.push(seen);
      start += seen.length;
    }
    this.text = parts.join("");
  }

  /**
   * The range of a stretch of `text`.
   *
   * @param {number} from @param {number} to one past its last character
   */
  range(from, to) {
    const range = new Range();
    const first = this.#nodeAt(from);
    const last = this.#nodeAt(to - 1);
    range.setStart(first.node, first.offsets[from - first.start]);
    range.setEnd(last.node, last.offsets[to - 1 - last.start] + 1);
    return range;
  }

  /** @param {number} index */
  #nodeAt(index) {
    let low = 0;
    let high = this.#nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#nodes[middle].start <= index) low = middle;
      else high = middle - 1;
    }
    return this.#nodes[low];
  }
}

/**
 * Finds sentences in a text that holds other things too. A sentence that occurs once is certain; one that occurs more
 * often (a headline that is also a link, a sentence said twice) is the occurrence that fits between the certain ones
 * around it: before the first of them the last that there is, after that the next.
 *
 * @param {string} text without white space @param {string[]} sentences in their order
 * @returns {({from: number, to: number}|null)[]} null for a sentence that isn't there
 */
export function placeSentences(text, sentences) {
  const words = sentences.map((sentence) => squeeze(sentence).seen);
  const certain = risingOnes(words.map((word) => (word === "" ? -1 : onlyPlace(text, word))));
  /** @type {(number|null)[]} */
  const places = certain.map((place) => (place < 0 ? null : place));
  const firstCertain = places.findIndex((place) => place !== null);
  let limit = firstCertain < 0 ? -1 : /** @type {number} */ (places[firstCertain]);
  for (let i = firstCertain - 1; i >= 0; i--) {
    const found = words[i] === "" ? -1 : text.lastIndexOf(words[i], limit - words[i].length);
    if (found < 0 || limit < words[i].length) continue;
    places[i] = found;
    limit = found;
  }
  let end = 0;
  words.forEach((word, i) => {
    if (places[i] === null && i > firstCertain && word !== "") {
      const next = places.slice(i + 1).find((place) => place !== null) ?? text.length;
      const found = text.indexOf(word, end);
      places[i] = found >= 0 && found + word.length <= next ? found : null;
    }
    if (places[i] !== null) end = /** @type {number} */ (places[i]) + word.length;
  });
  return places.map((place, i) => (place === null ? null : { from: place, to: place + words[i].length }));
}

/** Where a word of a sentence stands in the sentence without its white space. @param {Sentence} sentence @param {Mark} mark */
export function squeezedMark(sentence, mark) {
  return {
    from: squeeze(sentence.text.slice(0, mark.from)).seen.length,
    to: squeeze(sentence.text.slice(0, mark.to)).seen.length,
  };
}

/** @param {string} text @param {string} word @returns {number} -1 unless it occurs exactly once */
function onlyPlace(text, word) {
  const first = text.indexOf(word);
  return first >= 0 && text.indexOf(word, first + 1) < 0 ? first : -1;
}

/** Keeps the longest rising run of places; the others become -1. @param {number[]} places @returns {number[]} */
function risingOnes(places) {
  /** @type {number[]} index of the last place of the best run of each length */
  const tails = [];
  const before = places.map(() => -1);
  places.forEach((place, i) => {
    if (place < 0) return;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[tails[middle]] < place) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1] : -1;
    tails[low] = i;
  });
  const kept = places.map(() => -1);
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]) kept[i] = places[i];
  return kept;
}

/** @param {string} text */
function squeeze(text) {
  /** @type {number[]} */
  const offsets = [];
  let seen = "";
  for (let i = 0; i < text.length; i++) {
    if (/[\s\u00ad\u200b-\u200d\u2060\ufeff]/.test(text[i])) continue;
    seen += text[i];
    offsets.push(i);
  }
  return { seen, offsets };
}

/** @param {Element} element */
function isUnread(element) {
  return element.matches("script, style, noscript, template, textarea, select, button, nangdok-player, svg, iframe");
}
