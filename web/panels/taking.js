/** @import {Listening} from "../listening.js" */
/** @import {Reading} from "../types.js" */

import { canSay, say } from "../messages.js";
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

/**
 * What can be taken away: format, the bytes of a millisecond (exact where the format has a fixed rate), whether about.
 *
 * @type {[string, string, number, boolean][]}
 */
const SOUNDS = [
  ["mp3", "audio.mp3", 8, false],
  ["m4a", "audio.m4a", 8, true],
  ["ogg", "audio.ogg", 5, true],
  ["flac", "audio.flac", 22, true],
  ["wav", "audio.wav", 48, false],
];
const TEXTS = [
  ["txt", "transcript.txt"],
  ["vtt", "transcript.vtt"],
  ["srt", "transcript.srt"],
  ["json", "transcript.json"],
  ["chapters", "chapters.json"],
  ["zip", "article.zip"],
];
/** For listening elsewhere; they have their own names. @type {[string, string][]} */
const BOOKS = [
  ["epub", "book.epub"],
  ["m4b", "audiobook.m4b"],
  ["daisy", "daisy.zip"],
  ["parts", "chapters.zip"],
  ["audiobookshelf", "audiobookshelf.zip"],
];

/** @param {Reading} reading */
export function showDownloads(reading) {
  const { id } = reading;
  const complete = reading.state === "complete";
  const sounds = SOUNDS.map(([kind, file, rate, about]) => {
    const size = complete ? readableSize(reading.durationMs * rate) : "";
    return row(kind, linkTo(id, file, true), size && about ? say("downloads.about", { size }) : size);
  });
  byId("download-links").replaceChildren(...sounds);
  byId("download-texts").replaceChildren(...TEXTS.map(([kind, file]) => row(kind, linkTo(id, file, true), "")));
  byId("download-books").replaceChildren(...BOOKS.map(([kind, file]) => row(kind, linkTo(id, file), "")));
  byId("download-hint").hidden = complete;
}

/** @param {string} kind @param {string} address @param {string} size */
function row(kind, address, size) {
  const item = element("li");
  const link = /** @type {HTMLAnchorElement} */ (element("a", "taking"));
  link.href = address;
  link.setAttribute("download", "");
  const details = [canSay(`downloads.${kind}.use`) ? say(`downloads.${kind}.use`) : "", size].filter(Boolean).join(" · ");
  link.append(element("span", "", say(`downloads.${kind}`)), " ", element("small", "hint", details));
  item.append(link);
  return item;
}

/** @param {number} bytes */
function readableSize(bytes) {
  const million = bytes / 1e6;
  return million < 1 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${million < 10 ? million.toFixed(1) : Math.round(million)} MB`;
}
