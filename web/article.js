/** @import {Reading} from "./types.js" */

import { canSay, currentLanguage, say } from "./messages.js";
import { byId } from "./player/bar.js";
import { workPage } from "./reading/server.js";
import { element } from "./text/transcript.js";

/** Writes everything about the article that isn't its text. @param {Reading} reading */
export function showArticle(reading) {
  byId("article").hidden = false;
  const language = reading.language ?? "";
  write("title", reading.title, language);
  write("kicker", reading.site ?? "", language);
  document.title = `${reading.title} · ${say("site.name")}`;
  showMeta(reading);
  showList("warnings", reading.warnings ?? []);
  showCredits(reading);
  showDropped(reading);
  showMaking(reading);
}

/** @param {string} id @param {string} text @param {string} language */
function write(id, text, language) {
  const target = byId(id);
  target.textContent = text;
  target.lang = language;
}

/** @param {Reading} reading */
function showMeta(reading) {
  const parts = [];
  if (reading.byline) parts.push(element("span", "", reading.byline));
  if (reading.published) parts.push(element("span", "", readableDate(reading.published)));
  if (reading.url && /^https?:/.test(reading.url)) {
    const link = /** @type {HTMLAnchorElement} */ (element("a", "", say("article.source")));
    link.href = reading.url;
    link.rel = "noreferrer";
    const holder = element("span");
    holder.append(link);
    parts.push(holder);
  }
  if (reading.part) parts.push(workLink(reading.part));
  byId("meta").replaceChildren(...parts);
}

/** Leads to the chapters of the work that the article is a part of. @param {string} part its address */
function workLink(part) {
  const link = /** @type {HTMLAnchorElement} */ (element("a", "", say("article.work")));
  link.href = part.replace(/^\/api(.*)\/parts\/\d+$/, "$1");
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault(); // with a key the address carries a signature
    location.assign(await workPage(part).catch(() => link.href));
  });
  const holder = element("span");
  holder.append(link);
  return holder;
}

/** @param {string} published */
function readableDate(published) {
  const date = new Date(published);
  if (Number.isNaN(date.getTime())) return published;
  const withTime = published.includes("T");
  return new Intl.DateTimeFormat(currentLanguage(), {
    dateStyle: "long",
    ...(withTime ? { timeStyle: "short" } : {}),
  }).format(date);
}

/** How far the sound is made. @param {Reading} reading */
export function showMaking(reading) {
  const states = reading.turns.flatMap((turn) => turn.sentences.map((sentence) => sentence.state));
  const total = states.length;
  const done = states.filter((state) => state === "ready").length;
  const skipped = states.filter((state) => state === "skipped").length;
  const making = reading.state !== "complete" && reading.state !== "failed";
  byId("making").hidden = !making && skipped === 0;
  const progress = /** @type {HTMLProgressElement} */ (byId("progress"));
  progress.hidden = !making;
  progress.max = Math.max(1, total);
  progress.value = done + skipped;
  const parts = [];
  if (making) parts.push(say("progress.text", { done, total }));
  if (skipped > 0) parts.push(say("progress.skipped", { count: skipped }));
  byId("progress-text").textContent = parts.join(" · ");
}

/** @param {string} id @param {string[]} lines */
function showList(id, lines) {
  const list = byId(id);
  list.hidden = lines.length === 0;
  list.replaceChildren(...lines.map((line) => element("li", "", line)));
}

/** @param {Reading} reading */
function showCredits(reading) {
  const credits = byId("credits");
  credits.hidden = !reading.credits?.length;
  const items = (reading.credits ?? []).map((credit) => element("li", "", credit));
  items.forEach((item) => (item.lang = reading.language ?? ""));
  credits.querySelector("ul")?.replaceChildren(...items);
}

/** @param {Reading} reading */
function showDropped(reading) {
  const dropped = byId("dropped");
  const lines = reading.dropped ?? [];
  const signs = reading.unspoken ?? [];
  dropped.hidden = lines.length + signs.length === 0;
  const summary = dropped.querySelector("summary");
  if (summary) summary.textContent = say("article.dropped", { count: lines.length, signs: signs.length });
  const items = [...lines, ...signs].map(({ text, reason }) => {
    const item = element("li");
    const words = element("span", "", text);
    words.lang = reading.language ?? "";
    const key = `reason.${reason}`;
    item.append(words, element("span", "reason", canSay(key) ? say(key) : reason));
    return item;
  });
  dropped.querySelector("ul")?.replaceChildren(...items);
}
