/** @import {Sentence} from "../types.js" */

import { Problem } from "./problem.js";
import { Retry } from "./retry.js";

/**
 * Follows a reading while its sound is made. Reconnects by itself, also where a browser's EventSource gives up
 * (a server that restarts answers with an error for a while).
 *
 * @param {string} address of the events
 * @param {{clip: (sentence: Sentence) => void, complete: () => void,
 *     failed: (problem: Problem) => void, broken: () => void, back: () => void}} on
 * @returns {() => void} stops it
 */
export function followEvents(address, on) {
  /** @type {EventSource|null} */
  let source = null;
  const retry = new Retry();
  const close = () => {
    retry.cancel();
    source?.close();
  };
  const open = () => {
    source = new EventSource(address);
    source.addEventListener("open", () => {
      retry.succeeded();
      on.back();
    });
    for (const kind of ["clip", "ahead"]) source.addEventListener(kind, (event) => on.clip(JSON.parse(event.data)));
    source.addEventListener("complete", () => {
      close();
      on.complete();
    });
    source.addEventListener("failed", (event) => {
      close();
      const data = JSON.parse(event.data);
      on.failed(new Problem(data.code, data.detail));
    });
    source.addEventListener("error", () => {
      on.broken();
      if (source?.readyState === EventSource.CLOSED) retry.later(open);
    });
  };
  open();
  return close;
}
