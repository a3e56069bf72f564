/** @import {Listening} from "../listening.js" */

import { say, spokenTime } from "../messages.js";
import { byId } from "../player/bar.js";

/** The button under the headline, with the article's length: there until the article is heard. @param {Listening} listening */
export function setUpInvitation(listening) {
  const { sound } = listening;
  const button = byId("listen");
  const show = () => {
    const { timeline } = listening;
    const hadFocus = document.activeElement === button;
    button.hidden = sound.state !== "idle" || !timeline || timeline.length === 0 || listening.reading?.state === "failed";
    if (button.hidden && hadFocus) byId("play").focus({ preventScroll: true });
    const length = timeline?.exact ? ` · ${spokenTime(timeline.total / sound.rate)}` : "";
    byId("listen-text").textContent = say("player.listen") + length;
  };
  button.addEventListener("click", () => sound.play());
  sound.addEventListener("state", show);
  sound.addEventListener("jump", show);
  listening.addEventListener("change", show);
  listening.bar.addEventListener("speed", show);
}
