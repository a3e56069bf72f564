/** @import {Reading} from "../types.js" */
/** @import {Say} from "./words.js" */
/** @import {Playlist} from "./playlist.js" */

import { linkTo } from "../reading/links.js";
import { SERVICE } from "./service.js";

/** What a site may add to the player by attribute: a playlist, a download, another language; and the way back from floating. */
export class Extras {
  list = document.createElement("ol");
  dock = document.createElement("button");
  #download = document.createElement("a");
  #language = document.createElement("button");

  /** @param {(kind: string, detail?: unknown) => void} tell */
  constructor(tell) {
    this.list.className = "list";
    this.list.setAttribute("part", "playlist");
    this.list.setAttribute("role", "list");
    this.list.hidden = true;
    this.list.addEventListener("click", (event) => {
      const entry = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest("button"));
      if (entry) tell("entry", Number(entry.dataset.index));
    });
    this.dock.type = "button";
    this.dock.className = "tool dock";
    this.dock.setAttribute("part", "dock-button");
    this.dock.textContent = "×";
    this.dock.addEventListener("click", () => tell("dock"));
    this.#download.setAttribute("part", "download");
    this.#download.hidden = true;
    this.#language.type = "button";
    this.#language.className = "again";
    this.#language.setAttribute("part", "language-button");
    this.#language.hidden = true;
    this.#language.addEventListener("click", () => tell("language"));
  }

  /** What stands in the last line. */
  get footer() {
    return [this.#download, this.#language];
  }

  /** @param {Say} say @param {HTMLElement} host whose attributes count */
  label(say, host) {
    this.list.setAttribute("aria-label", say("playlist"));
    this.dock.setAttribute("aria-label", say("dock"));
    this.dock.title = say("dock");
    this.#download.textContent = say("download");
    this.#language.hidden = !host.hasAttribute("language-switch");
    this.#language.textContent = say("other");
    this.#language.lang = say("other") === "English" ? "en" : "ko";
  }

  /** @param {Reading} reading @param {HTMLElement} host */
  show(reading, host) {
    this.#download.hidden = !host.hasAttribute("download");
    this.#download.href = new URL(linkTo(reading.id, "audio.mp3", true), SERVICE).href;
    if (host.getAttribute("transcript") === "open") {
      const text = /** @type {HTMLDetailsElement|null} */ (host.shadowRoot?.querySelector("details") ?? null);
      if (text) text.open = true;
    }
  }

  /** @param {Playlist} playlist */
  showPlaylist(playlist) {
    this.list.hidden = playlist.items.length < 2;
    this.list.replaceChildren(
      ...playlist.items.map((item, index) => {
        const entry = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        button.dataset.index = String(index);
        button.textContent = item.title || item.src.replace(/^https?:\/\//, "");
        if (index === playlist.at) button.setAttribute("aria-current", "true");
        entry.append(button);
        return entry;
      }),
    );
  }
}
