/** @import {Reading} from "../types.js" */

/**
 * Tells the system what plays (lock screen, headset keys, media keys).
 *
 * @typedef {object} Actions
 * @property {() => void} play
 * @property {() => void} pause
 * @property {(seconds: number) => void} jump
 * @property {(direction: 1|-1) => void} step to another speaker
 * @property {(ms: number) => void} seekTime
 */

/** @param {Reading} reading @param {Actions} actions */
export function announce(reading, actions) {
  const session = navigator.mediaSession;
  if (!session) return;
  session.metadata = new MediaMetadata({
    title: reading.title,
    artist: reading.site ?? reading.byline ?? "",
    album: "Nangdok",
    artwork: [192, 512].map((size) => ({
      src: new URL(`../icons/${size}.png`, import.meta.url).href,
      sizes: `${size}x${size}`,
      type: "image/png",
    })),
  });
  /** @type {[MediaSessionAction, MediaSessionActionHandler][]} */
  const handlers = [
    ["play", () => actions.play()],
    ["pause", () => actions.pause()],
    ["stop", () => actions.pause()],
    ["seekbackward", (details) => actions.jump(-(details.seekOffset ?? 15))],
    ["seekforward", (details) => actions.jump(details.seekOffset ?? 15)],
    ["seekto", (details) => actions.seekTime((details.seekTime ?? 0) * 1000)],
    ["previoustrack", () => actions.step(-1)],
    ["nexttrack", () => actions.step(1)],
  ];
  for (const [action, handler] of handlers) {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // this browser doesn't know the action
    }
  }
}

/** @param {boolean} playing @param {number} totalMs @param {number} atMs @param {number} rate */
export function tellPosition(playing, totalMs, atMs, rate) {
  const session = navigator.mediaSession;
  if (!session) return;
  session.playbackState = playing ? "playing" : "paused";
  if (totalMs > 0 && session.setPositionState) {
    session.setPositionState({
      duration: totalMs / 1000,
      playbackRate: rate,
      position: Math.min(atMs, totalMs) / 1000,
    });
  }
}
