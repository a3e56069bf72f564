/** @import {Listening} from "../listening.js" */
/** @import {Turn} from "../types.js" */

import { say } from "../messages.js";
import { byId } from "../player/bar.js";
import { recall, remember } from "../player/memory.js";
import { roleName, speakerDetail } from "../text/people.js";
import { element } from "../text/transcript.js";

const KEPT = 200;

/**
 * Roles and people whom the listener doesn't want to hear: the voice goes on with the next sentence of somebody else.
 * The choice stands beside that of the voices, counts when it is applied with them, and is remembered for other articles.
 *
 * @param {Listening} listening
 */
export function setUpMuting(listening) {
  const muted = new Set(recall("muted", /** @type {string[]} */ ([])));
  const fieldset = element("fieldset");
  fieldset.id = "muting";
  byId("voices-list").after(fieldset);
  const isMuted = (/** @type {Turn} */ turn) => muted.has(roleKey(turn)) || muted.has(nameKey(turn));
  const mark = () => listening.reading && listening.transcript.showMuted(isMuted, listening.reading.turns);
  byId("voices-form").addEventListener("submit", () => {
    for (const box of fieldset.querySelectorAll("input")) {
      muted.delete(box.value);
      if (box.checked) muted.add(box.value);
    }
    remember("muted", [...muted].slice(-KEPT));
    mark();
    watch();
  });
  byId("open-voices").addEventListener("click", () => {
    if (listening.reading) fieldset.replaceChildren(...choices(listening.reading.turns, muted));
  });

  const skip = () => {
    const { sound, timeline } = listening;
    if (muted.size === 0 || !timeline || !sound.playing) return;
    /** @param {number} index */
    const silent = (index) => {
      const turn = timeline.turns[timeline.turnOf[index]];
      return turn !== undefined && isMuted(turn);
    };
    const now = sound.at().index;
    if (!silent(now)) return;
    let next = now + 1;
    while (next < timeline.length && silent(next)) next++;
    if (next < timeline.length) {
      sound.seek({ index: next, offset: 0 });
    } else {
      sound.pause();
      listening.tellBriefly(say("mute.nothing"));
    }
  };
  let frame = 0;
  const watch = () => {
    skip();
    cancelAnimationFrame(frame);
    if (listening.sound.playing && muted.size > 0) frame = requestAnimationFrame(watch);
  };
  listening.addEventListener("open", mark);
  listening.sound.addEventListener("state", watch);
  listening.sound.addEventListener("jump", skip);
  listening.sound.audio.addEventListener("timeupdate", skip); // frames stop in a page that nobody sees
  return mark;
}

/** @param {Turn[]} turns @param {Set<string>} muted */
function choices(turns, muted) {
  /** @type {Map<string, string>} */
  const labels = new Map();
  for (const turn of turns) {
    const key = roleKey(turn);
    if (!labels.has(key)) labels.set(key, say("mute.role", { role: roleName(turn) }));
  }
  for (const turn of turns) {
    const key = nameKey(turn);
    if (!turn.name || labels.has(key)) continue;
    const detail = speakerDetail(turn);
    labels.set(key, detail ? `${turn.name} · ${detail}` : turn.name);
  }
  const rows = [...labels].map(([key, text]) => {
    const label = element("label");
    const box = /** @type {HTMLInputElement} */ (element("input"));
    box.type = "checkbox";
    box.value = key;
    box.checked = muted.has(key);
    label.append(box, ` ${text}`);
    const row = element("p");
    row.append(label);
    return row;
  });
  return [element("legend", "", say("mute.title")), ...rows];
}

/** A reporter is one role, live and on tape. @param {Turn} turn */
function roleKey(turn) {
  return `role:${turn.speaker === "report" ? "reporter" : turn.speaker}`;
}

/** @param {Turn} turn */
function nameKey(turn) {
  return `name:${turn.name ?? ""}`;
}
