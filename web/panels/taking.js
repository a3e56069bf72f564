/** @import {Listening} from "../listening.js" */
/** @import {Reading} from "../types.js" */

import { say } from "../messages.js";
import { byId } from "../player/bar.js";
import { linkTo } from "../reading/links.js";
import { element } from "../text/transcript.js";

/** Downloads and sharing: taking the article away. @param {Listening} listening */
export function setUpTaking(listening) {
  byId("share").addEventListener("click", async () => {
    const { reading } = listening;
    if (!reading) return;
    const address = new URL(reading.page, location.href);
    const { index } = listening.sound.at();
    if (index > 0) address.hash = `s${index}`;
    if (navigator.share) {
      await navigator.share({ title: reading.title, url: address.href }).catch(() => {});
    } else {
      listening.tellBriefly(await copied(address.href) ? say("status.copied") : address.href);
    }
  });
  byId("copy-embed").addEventListener("click", async () => {
    if (!listening.reading) return;
    const code = embedCode(listening.reading);
    listening.tellBriefly(await copied(code) ? say("status.embed") : code);
  });
}

/** Whether a text could be put on the clipboard; browsers keep it from pages without TLS. @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The two lines that show an article's player on another site. @param {Reading} reading */
function embedCode(reading) {
  const script = `<script type="module" src="${location.origin}/embed.js"></script>`;
  const player = document.createElement("nangdok-player");
  player.setAttribute("src", new URL(reading.page, location.href).href);
  const link = document.createElement("a");
  link.href = new URL(reading.page, location.href).href;
  link.textContent = reading.title;
  player.append(link);
  return `${script}\n${player.outerHTML}`;
}

/** @param {Reading} reading */
export function showDownloads(reading) {
  const { id } = reading;
  /** @type {[string, string][]} */
  const files = [
    ["mp3", linkTo(id, "audio.mp3", true)],
    ["m4a", linkTo(id, "audio.m4a", true)],
    ["ogg", linkTo(id, "audio.ogg", true)],
    ["flac", linkTo(id, "audio.flac", true)],
    ["wav", linkTo(id, "audio.wav", true)],
    ["zip", linkTo(id, "article.zip", true)],
    ["epub", linkTo(id, "book.epub")],
    ["m4b", linkTo(id, "audiobook.m4b")],
    ["daisy", linkTo(id, "daisy.zip")],
    ["parts", linkTo(id, "chapters.zip")],
    ["audiobookshelf", linkTo(id, "audiobookshelf.zip")],
    ["vtt", linkTo(id, "transcript.vtt", true)],
    ["srt", linkTo(id, "transcript.srt", true)],
    ["txt", linkTo(id, "transcript.txt", true)],
    ["json", linkTo(id, "transcript.json", true)],
    ["chapters", linkTo(id, "chapters.json", true)],
  ];
  const items = files.map(([kind, address]) => {
    const item = element("li");
    const link = /** @type {HTMLAnchorElement} */ (element("a", "", say(`downloads.${kind}`)));
    link.href = address;
    link.setAttribute("download", "");
    item.append(link);
    return item;
  });
  byId("download-links").replaceChildren(...items);
  byId("download-hint").hidden = reading.state === "complete";
}
