/** @import {Mark, Place, Reading, Sentence, Turn} from "../types.js" */

const HANGUL_MS = 165;
const OTHER_MS = 70;
const DEFAULT_PAUSE_MS = 400;

/**
 * When each sentence is heard. Sentences that aren't spoken yet are given a guessed length, so that there is
 * always a whole to seek in; guesses vanish as the clips come in. All times are milliseconds of the whole sound at
 * speed 1.
 */
export class Timeline {
  /** @param {Reading} reading */
  constructor(reading) {
    /** @type {Sentence[]} */
    this.sentences = [];
    /** @type {Turn[]} */
    this.turns = reading.turns;
    /** @type {number[]} turn of each sentence */
    this.turnOf = [];
    for (const turn of reading.turns) {
      for (const sentence of turn.sentences) {
        this.sentences[sentence.index] = sentence;
        this.turnOf[sentence.index] = turn.index;
      }
    }
    /** @type {number[]} */
    this.starts = [];
    this.total = 0;
    /** Milliseconds from the beginning that are made without a hole. */
    this.settled = 0;
    /** @type {{index: number, ms: number}|null} where the listener was told a sentence is that isn't made yet */
    this.held = null;
    this.measure();
  }

  /**
   * Has a sentence stay at its guessed time until the server knows better, so that the clock doesn't move under who
   * listens there while what lies before is made.
   *
   * @param {number} index
   */
  hold(index) {
    const known = (this.sentences[index]?.startMs ?? null) !== null;
    this.held = known ? null : { index, ms: this.starts[index] ?? 0 };
  }

  get length() {
    return this.sentences.length;
  }

  /** Takes a sentence as the server now knows it. @param {Sentence} sentence */
  update(sentence) {
    const known = this.sentences[sentence.index];
    if (!known) return;
    Object.assign(known, sentence);
    this.measure();
  }

  /** Sums up the starts; what the server has said comes before what is guessed. */
  measure() {
    const scale = this.#guessScale();
    let at = 0;
    let whole = true;
    this.settled = 0;
    this.starts = this.sentences.map((sentence) => {
      if (sentence.startMs !== null && sentence.startMs !== undefined) at = sentence.startMs;
      else if (sentence.index === this.held?.index) at = this.held.ms = Math.max(this.held.ms, this.settled);
      const start = at;
      at += this.durationOf(sentence, scale) + this.#pauseOf(sentence);
      whole &&= sentence.state === "skipped" || (sentence.startMs ?? null) !== null;
      if (whole) this.settled = at;
      return start;
    });
    this.total = at;
    this.#squeeze();
  }

  /** What is guessed before a held sentence fits in front of it. */
  #squeeze() {
    const { held, starts } = this;
    if (!held) return;
    const first = this.sentences.findIndex((sentence) => (sentence.startMs ?? null) === null && sentence.state !== "skipped");
    if (first < 0 || first >= held.index) return;
    const from = starts[first];
    const guessed = starts[held.index - 1] + this.durationOf(this.sentences[held.index - 1], this.#guessScale()) - from;
    const room = Math.max(0, held.ms - from);
    for (let i = first; i < held.index; i++) starts[i] = from + ((starts[i] - from) * room) / Math.max(1, guessed);
  }

  /** How long spoken sentences took, compared with the guess for them. */
  #guessScale() {
    let guessed = 0;
    let measured = 0;
    for (const sentence of this.sentences) {
      if (sentence.state === "ready" && sentence.durationMs) {
        guessed += guess(sentence.text);
        measured += sentence.durationMs;
      }
    }
    return guessed > 0 ? measured / guessed : 1;
  }

  /** @param {Sentence} sentence @param {number} [scale] */
  durationOf(sentence, scale = 1) {
    if (sentence.state === "skipped") return 0;
    return sentence.durationMs ?? guess(sentence.text) * scale;
  }

  /** @param {Sentence} sentence */
  #pauseOf(sentence) {
    if (sentence.state === "skipped") return 0;
    return sentence.pauseMs ?? DEFAULT_PAUSE_MS;
  }

  /** Whether every start is the server's own. */
  get exact() {
    return this.sentences.every((s) => s.state === "skipped" || (s.startMs ?? null) !== null);
  }

  /** The sentence that is heard at a time; the pause after a sentence belongs to it. @param {number} ms @returns {Place} */
  placeAt(ms) {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= ms) low = middle;
      else high = middle - 1;
    }
    return { index: low, offset: Math.max(0, ms - (this.starts[low] ?? 0)) };
  }

  /** @param {Place} place */
  timeOf(place) {
    return (this.starts[place.index] ?? 0) + place.offset;
  }

  /** The word that is heard at an offset into a sentence. @param {Place} place @returns {Mark|null} */
  markAt({ index, offset }) {
    for (const mark of this.sentences[index]?.marks ?? []) {
      if (offset >= mark.start && offset < mark.end) return mark;
    }
    return null;
  }

  /** Whether a place is in the pause after its sentence. @param {Place} place */
  isOver({ index, offset }) {
    return offset >= (this.sentences[index]?.durationMs ?? Infinity);
  }

  /** The next sentence that has or will have sound, from an index on. @param {number} index @returns {number|null} */
  speakableFrom(index) {
    for (let i = Math.max(0, index); i < this.length; i++) {
      if (this.sentences[i].state !== "skipped") return i;
    }
    return null;
  }

  /**
   * Where a step leads. Backwards, a step first returns to the start of the present one when that started more than
   * two seconds ago, as music players do.
   *
   * @param {Place} place @param {"sentence"|"paragraph"|"speaker"} unit @param {1|-1} direction
   * @returns {Place|null}
   */
  step(place, unit, direction) {
    const groups = this.#groups(unit);
    const group = groups[place.index];
    const first = groups.indexOf(group);
    if (direction < 0) {
      const into = this.timeOf(place) - this.starts[first];
      if (into > 2000 || first === 0) return { index: first, offset: 0 };
      return { index: groups.indexOf(groups[first - 1]), offset: 0 };
    }
    const next = groups.findIndex((other, i) => i > place.index && other !== group);
    return next < 0 ? null : { index: next, offset: 0 };
  }

  /** A number for each sentence, equal within one unit. @param {"sentence"|"paragraph"|"speaker"} unit */
  #groups(unit) {
    /** @type {number[]} */
    const groups = [];
    this.sentences.forEach((sentence, i) => {
      const before = this.sentences[i - 1];
      const sameTurn = i > 0 && this.turnOf[i] === this.turnOf[i - 1];
      let joined = false;
      if (i > 0 && unit === "paragraph") joined = sameTurn && sentence.paragraph === before.paragraph;
      if (i > 0 && unit === "speaker") joined = sameTurn || samePerson(this.turnAt(i), this.turnAt(i - 1));
      groups.push(joined ? groups[i - 1] : i);
    });
    return groups;
  }

  /** @param {number} index @returns {Turn} */
  turnAt(index) {
    return this.turns[this.turnOf[index]];
  }
}

/** @param {Turn} one @param {Turn} other */
function samePerson(one, other) {
  return one.person !== null && one.person !== undefined && one.person === other.person;
}

/** @param {string} text */
function guess(text) {
  const hangul = (text.match(/[가-힣]/g) ?? []).length;
  return 200 + hangul * HANGUL_MS + (text.length - hangul) * OTHER_MS;
}
