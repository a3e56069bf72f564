/** @import {Place} from "../types.js" */
/** @import {Timeline} from "../reading/timeline.js" */
/** @import {Stream} from "./stream.js" */

/**
 * Where the sound of an article comes from: one `clip` a sentence, the growing `stream`, the `chunked` answer that
 * knows no seeking, or the `whole` file.
 *
 * @typedef {"none"|"clip"|"stream"|"chunked"|"whole"} Rung
 * @typedef {{rung: Rung, address: string, ms: number}} Source `ms` is a time in that address
 * @typedef {{stream: string, chunked: string}} Making addresses of an article that is being made
 */

/** The stream is joined only with so much of it made that it won't run dry at once. */
const LEAD_MS = 6000;

/**
 * Chooses among the rungs. The complete file comes first. While an article is made, the first sentence is played as a
 * clip, because a clip is there soonest; from its end on the stream, because a phone that is locked and a page that
 * nobody sees play one source on and begin no other; it stays until the listener pauses or jumps, since to begin the file
 * would be heard. Any sentence that is ready, and what is made too slowly for the
 * stream, is played as clips. Where there is no HLS at all, the chunked answer takes the stream's place for those who
 * listen from the beginning.
 */
export class Rungs {
  /** @type {string|null} address of the complete file, once there is one */
  whole = null;
  /** @type {Making|null} */
  making = null;

  /** @param {Stream|null} stream null: never HLS */
  constructor(stream) {
    this.stream = stream;
  }

  /** Another article. */
  reset() {
    this.whole = null;
    this.making = null;
  }

  /** Notes where an article that is being made can be had. @param {Making} making */
  offer(making) {
    this.making = making;
    this.stream?.prepare();
  }

  /**
   * The source for a place that the listener goes to.
   *
   * @param {Timeline} timeline @param {Place} place @param {Rung} now what plays @returns {Source|null} null: not ready
   */
  choose(timeline, place, now) {
    const ms = timeline.timeOf(place);
    if (this.whole && timeline.exact) return { rung: "whole", address: this.whole, ms };
    if (now === "stream" && this.stream?.reaches(ms / 1000)) return this.#stream(ms);
    const sentence = timeline.sentences[place.index];
    if (sentence?.state !== "ready" || !sentence.clip) return null;
    if (this.#chunkedFits(ms, now)) return { rung: "chunked", address: this.making?.chunked ?? "", ms };
    return { rung: "clip", address: sentence.clip, ms: Math.min(place.offset, Math.max(0, (sentence.durationMs ?? 0) - 50)) };
  }

  /** Brings the next clip into the browser's cache. @param {Timeline} timeline @param {number} from */
  warm(timeline, from) {
    const next = timeline.speakableFrom(from);
    const clip = next === null ? null : timeline.sentences[next].clip;
    if (clip) fetch(clip).then((answer) => answer.blob()).catch(() => {});
  }

  /** The continuous source to change to at the end of a clip. @param {Timeline} timeline @param {number} ms @returns {Source|null} */
  after(timeline, ms) {
    if (this.whole && timeline.exact) return null; // after the pause, like the next clip
    const leads = this.making !== null && timeline.settled > ms + LEAD_MS;
    return leads && this.stream?.ready ? this.#stream(ms) : null;
  }

  /** @param {number} ms @param {Rung} now */
  #chunkedFits(ms, now) {
    return ms === 0 && now === "none" && this.making !== null && this.stream?.way === "none";
  }

  /** @param {number} ms @returns {Source} */
  #stream(ms) {
    return { rung: "stream", address: this.making?.stream ?? "", ms };
  }
}
