/** One quiet line: which natural voices could be installed for the language of the article, how large, which licence. */

/** @import {Reading} from "./types.js" */

import { currentLanguage, say } from "./messages.js";
import { element } from "./text/transcript.js";

/**
 * @typedef {object} Pack
 * @property {string} name
 * @property {string} title
 * @property {string[]} languages
 * @property {string} licence
 * @property {string} terms
 * @property {boolean} asks whether its licence must be accepted
 * @property {boolean} byItself whether the service fetches it without being asked
 * @property {number} bytes
 * @property {number} done
 * @property {"offered"|"installing"|"installed"|"failed"} state
 * @property {string|null} [problem]
 */

const MEGABYTE = 1_000_000;
const MOMENT = 1_000;

/** @type {string|null} the language that the line speaks of */
let shown = null;

/**
 * Shows the line, or takes it away where natural voices are installed already.
 *
 * @param {Reading} reading
 */
export async function offerVoices(reading) {
  const language = primary(reading.language ?? "");
  if (shown === language) return;
  shown = language;
  const place = document.querySelector(".imprint");
  document.getElementById("packs")?.remove();
  const packs = await fetchPacks();
  if (shown !== language || !place) return;
  const pack = best(packs, language);
  if (pack) place.append(line(pack, language));
}

/**
 * The pack that the service would fetch by itself, else the largest that speaks a language; nothing if one is installed
 * or on its way.
 *
 * @param {Pack[]} packs @param {string} language @returns {Pack|null}
 */
export function best(packs, language) {
  const speaking = packs.filter((pack) => speaks(pack, language));
  if (speaking.some((pack) => pack.state === "installed" || (pack.byItself && pack.state === "installing"))) return null;
  return speaking.sort((a, b) => Number(b.byItself ?? false) - Number(a.byItself ?? false) || b.bytes - a.bytes)[0] ?? null;
}

/** @param {Pack} pack @param {string} language */
export function speaks(pack, language) {
  return pack.languages.some((tag) => primary(tag) === primary(language));
}

/** @param {string} tag */
function primary(tag) {
  return tag.split(/[-_]/)[0].toLowerCase();
}

/** @returns {Promise<Pack[]>} */
export async function fetchPacks() {
  try {
    const answer = await fetch("/api/voices/packs");
    return answer.ok ? (await answer.json()).packs : [];
  } catch {
    return []; // the line is a courtesy
  }
}

/** @param {Pack} pack @param {string} language */
function line(pack, language) {
  const details = element("details", "", "");
  details.id = "packs";
  const name = new Intl.DisplayNames([currentLanguage()], { type: "language" }).of(language) ?? language;
  const size = Math.round(pack.bytes / MEGABYTE);
  details.append(
    element("summary", "", say("packs.line", { language: name, title: pack.title, size, licence: pack.licence })),
    element("p", "", pack.terms),
    element("p", "", say("packs.command", { command: `./nangdok voices install ${pack.name}` })),
  );
  const state = element("p", "hint", "");
  state.setAttribute("role", "status");
  const free = pack.asks === false;
  const show = button(free ? "packs.install-free" : "packs.licence");
  show.addEventListener("click", () => (free ? install(pack, null, show, state) : showLicence(pack, show, state)));
  details.append(show, state);
  return details;
}

/** @param {string} key @returns {HTMLButtonElement} */
function button(key) {
  const made = /** @type {HTMLButtonElement} */ (element("button", "plain", say(key)));
  made.type = "button";
  return made;
}

/**
 * The licence word for word, and only below it the button that accepts it.
 *
 * @param {Pack} pack @param {HTMLButtonElement} show @param {HTMLElement} state
 */
async function showLicence(pack, show, state) {
  show.disabled = true;
  state.textContent = say("packs.fetching");
  try {
    const licence = await told(await fetch(`/api/voices/${pack.name}/licence`));
    const text = element("pre", "licence", licence.text ?? `${licence.terms}\n${licence.source}`);
    text.tabIndex = 0; // it scrolls, and keys must reach it
    text.setAttribute("role", "region");
    text.setAttribute("aria-label", say("packs.licence-of", { title: pack.title }));
    text.setAttribute("lang", "en");
    const accept = button("packs.install");
    accept.addEventListener("click", () => install(pack, licence.sha256 ?? null, accept, state));
    state.before(text, accept);
    state.textContent = "";
    show.remove();
    text.focus();
  } catch (error) {
    state.textContent = error instanceof Error ? error.message : say("packs.failed");
    show.disabled = false;
  }
}

/** @param {Pack} pack @param {string|null} licenceSha256 @param {HTMLButtonElement} button @param {HTMLElement} state */
async function install(pack, licenceSha256, button, state) {
  button.disabled = true;
  try {
    let now = await told(
      await fetch(`/api/voices/${pack.name}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ acceptLicence: true, licenceSha256 }),
      }),
    );
    while (now.state === "installing") {
      state.textContent = say("packs.progress", { percent: Math.floor((100 * now.done) / Math.max(1, now.bytes)) });
      await new Promise((go) => setTimeout(go, MOMENT));
      now = await told(await fetch(`/api/voices/${pack.name}`));
    }
    if (now.state !== "installed") throw new Error(now.problem ?? say("packs.failed"));
    state.textContent = say("packs.done");
  } catch (error) {
    state.textContent = error instanceof Error ? error.message : say("packs.failed");
    button.disabled = false;
  }
}

/** @param {Response} answer @returns {Promise<any>} */
async function told(answer) {
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail ?? say("packs.failed"));
  return body;
}
