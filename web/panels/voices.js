/** @import {Listening} from "../listening.js" */
/** @import {Reading, Turn, Voice} from "../types.js" */

import { canSay, say } from "../messages.js";
import { byId } from "../player/bar.js";
import { ask, createReading, fetchVoices } from "../reading/server.js";
import { looksOf, personKey, shape, speakerName } from "../text/people.js";
import { element } from "../text/transcript.js";

/** What a voice says to be known by, in the article's language and not the page's. @type {Record<string, string>} */
const SAMPLES = {
  ko: "안녕하세요. 이 목소리로 기사를 읽어 드립니다.",
  en: "Hello. This voice will read the article to you.",
};

/**
 * The choice of a voice for each person of the article.
 *
 * @param {Listening} listening
 * @param {(reading: Reading, voices: Record<string, string>) => void} apply reads the article again with the voices;
 *     they are known by a person's name, or by the role where there is no name
 * @param {(reading: Reading) => boolean} canApply
 * @param {(reading: Reading, whose: "narrator"|"speakers") => void} readAs reads the article again with one voice, or
 *     with one for each who speaks
 */
export function setUpVoices(listening, apply, canApply, readAs) {
  const whose = /** @type {HTMLButtonElement} */ (byId("voices-whose"));
  const dialog = /** @type {HTMLDialogElement} */ (byId("voices"));
  byId("open-voices").addEventListener("click", async () => {
    const { reading } = listening;
    if (!reading) return;
    whose.textContent = say(hasSpeakers(reading) ? "voices.all-narrator" : "voices.all-speakers");
    whose.disabled = !canApply(reading);
    dialog.showModal();
    const list = byId("voices-list");
    try {
      fill(list, reading, await fetchVoices());
    } catch {
      list.replaceChildren(element("p", "", say("voices.none")));
    }
    if (canApply(reading)) return;
    list.querySelectorAll("select").forEach((select) => (select.disabled = true));
    list.append(element("p", "hint", say("voices.fixed")));
  });
  whose.addEventListener("click", () => {
    dialog.close();
    const { reading } = listening;
    if (reading) readAs(reading, hasSpeakers(reading) ? "narrator" : "speakers");
  });
  byId("voices-form").addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close();
    const { reading } = listening;
    if (!reading) return;
    const chosen = choice("select");
    const everywhere = choice(".voice-row:has(input:checked) select");
    if (reading.site && Object.keys(everywhere).length > 0) {
      keepForSite(reading.site, everywhere)
        .then(() => listening.tellBriefly(say("voices.kept", { site: reading.site ?? "" })))
        .catch((error) => listening.tellBriefly(error.message || say("problem.unknown")));
    }
    if (Object.keys(chosen).length > 0) apply(reading, chosen);
  });
}

/** Whether anybody but the narrator speaks. @param {Reading} reading */
export function hasSpeakers(reading) {
  return reading.turns.some((turn) => turn.speaker !== "narrator");
}

/** Voices that were chosen, by name or role. @param {string} selector @returns {Record<string, string>} */
function choice(selector) {
  /** @type {Record<string, string>} */
  const chosen = {};
  for (const found of byId("voices-list").querySelectorAll(selector)) {
    const select = /** @type {HTMLSelectElement} */ (found);
    if (select.value && !select.disabled) chosen[select.name] = select.value;
  }
  return chosen;
}

/** These people have these voices in all later articles of the site; asks for an administrator's key. @param {string} site @param {Record<string, string>} people */
async function keepForSite(site, people) {
  const address = `/api/castings/${encodeURIComponent(site)}`;
  const before = await ask(address);
  const body = JSON.stringify({ roles: before.roles, people: { ...before.people, ...people } });
  await ask(address, { method: "PUT", headers: { "Content-Type": "application/json" }, body });
}

/** @param {HTMLElement} list @param {Reading} reading @param {Voice[]} voices */
function fill(list, reading, voices) {
  const looks = looksOf(reading.turns);
  const language = (reading.language ?? "").split("-")[0];
  const usable = voices.filter((v) => v.installed && v.language.split(/[-_]/)[0] === language);
  /** @type {Map<string, Turn>} */
  const people = new Map();
  for (const turn of reading.turns) if (!people.has(personKey(turn))) people.set(personKey(turn), turn);
  const rows = [...people].map(([key, turn], i) => {
    const look = looks.get(key) ?? 0;
    const row = element("p", `voice-row person-${look}`);
    const label = /** @type {HTMLLabelElement} */ (element("label"));
    label.htmlFor = `voice-${i}`;
    label.append(shape(look), speakerName(turn));
    const select = /** @type {HTMLSelectElement} */ (element("select"));
    select.id = `voice-${i}`;
    select.name = turn.name ?? turn.speaker;
    select.append(new Option(say("voices.auto", { voice: turn.voice?.name ?? "?" }), ""));
    select.append(...groups(usable));
    row.append(label, select, sampleButton(select, reading, turn));
    if (turn.name && reading.site) row.append(everywhereBox(reading.site, turn.name));
    return row;
  });
  list.replaceChildren(...rows);
}

/** Natural voices first, where there are some. @param {Voice[]} voices */
function groups(voices) {
  const natural = voices.filter((voice) => voice.natural);
  const light = voices.filter((voice) => !voice.natural);
  const options = (/** @type {Voice[]} */ some) => some.map((voice) => new Option(voiceName(voice), voice.id));
  if (natural.length === 0) return options(light);
  return /** @type {const} */ ([["natural", natural], ["light", light]]).map(([key, some]) => {
    const group = document.createElement("optgroup");
    group.label = say(`voices.${key}`);
    group.append(...options(some));
    return group;
  });
}

/** @param {string} site @param {string} name */
function everywhereBox(site, name) {
  const label = element("label", "everywhere");
  const box = /** @type {HTMLInputElement} */ (element("input"));
  box.type = "checkbox";
  box.setAttribute("aria-label", say("voices.everywhere.label", { name, site }));
  label.append(box, ` ${say("voices.everywhere", { site })}`);
  return label;
}

const sample = new Audio();

/** Lets the chosen voice say a sentence. @param {HTMLSelectElement} select @param {Reading} reading @param {Turn} turn */
function sampleButton(select, reading, turn) {
  const button = element("button", "plain", say("voices.sample"));
  button.setAttribute("type", "button");
  button.setAttribute("aria-label", say("voices.sample.label", { name: speakerName(turn) }));
  button.addEventListener("click", async () => {
    sample.play().catch(() => {}); // the right to sound belongs to the press
    const voice = select.value || turn.voice?.id;
    const language = (reading.language ?? "ko").split("-")[0];
    const text = SAMPLES[language] ?? SAMPLES.en;
    const spoken = await createReading({ text, language, voices: voice ? { narrator: voice } : {} }).catch(() => null);
    if (!spoken) return;
    sample.src = spoken.audio;
    await sample.play().catch(() => {});
  });
  return button;
}

/** @param {Voice} voice */
function voiceName(voice) {
  const gender = `gender.${voice.gender?.toLowerCase()}`;
  return canSay(gender) ? `${voice.name} (${say(gender)})` : voice.name;
}
