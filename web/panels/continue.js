/** @import {Listening} from "../listening.js" */
/** @import {Entry, Library} from "../library/list.js" */

import { say } from "../messages.js";
import { byId } from "../player/bar.js";

/**
 * On the first page: goes on with what was being heard last, or with what waits, by one press.
 *
 * @param {Listening} listening @param {Library} library @param {(entry: Entry) => Promise<boolean>} open shows and plays it
 */
export function setUpContinue(listening, library, open) {
  const entry = () => library.current ?? library.waiting[0] ?? null;
  const show = () => {
    const next = entry();
    const card = byId("continue");
    card.hidden = !next || next.id === listening.reading?.id || listening.sound.state !== "idle";
    if (card.hidden || !next) return;
    byId("continue-title").textContent = say(next.state === "begun" ? "continue.title" : "continue.waits");
    const share = next.share > 0 ? ` · ${say("library.share", { percent: Math.round(next.share * 100) })}` : "";
    byId("continue-what").textContent = next.title + share;
  };
  byId("continue-go").addEventListener("click", async () => {
    const next = entry();
    if (next) await open(next);
  });
  library.addEventListener("change", show);
  listening.addEventListener("open", show);
  listening.sound.addEventListener("state", show);
  show();
  return show;
}
