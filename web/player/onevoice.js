/** One voice at a time: what begins to speak in one tab has the others of this site pause. */

const NAME = "nangdok-voice";

/** @typedef {{claim: () => void, close: () => void}} OneVoice */

/**
 * @param {() => void} yieldTo pauses, because another one speaks
 * @returns {OneVoice} `claim` is called when this one begins
 */
export function oneVoice(yieldTo) {
  if (typeof BroadcastChannel === "undefined") return { claim: () => {}, close: () => {} };
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener("message", ({ data }) => {
    if (data === "speaks") yieldTo();
  });
  return { claim: () => channel.postMessage("speaks"), close: () => channel.close() };
}
