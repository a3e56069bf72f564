/** @import {Listening} from "../listening.js" */
/** @import {Reading, Turn, Voice} from "../types.js" */

import { canSay, say } from "../messages.js";
import { byId } from "../player/bar.js";
import { createReading, fetchVoices } from "../reading/server.js";
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
 */
export function setUpVoices(listening, apply, canApply) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("voices"));
  byId("open-voices").addEventListener("click", async () => {
    const { reading } = listening;
    if (!reading) return;
    dialog.showModal();
    const list = byId("voices-list");
    try {
      fill(list, reading, await fetchVoices());
    } catch {
      list.replaceChildren(element("p", "", say("voices.none")));
    }
    const possible = canApply(reading);
    /** @type {HTMLButtonElement} */ (byId("voices-apply")).disabled = !possible;
    if (!possible) list.append(element("p", "hint", say("voices.fixed")));
  });
  byId("voices-form").addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close();
    /** @type {Record<string, string>} */
    const chosen = {};
    for (const select of byId("voices-list").querySelectorAll("select")) {
      if (select.value) chosen[select.name] = select.value;
    }
    if (listening.reading) apply(listening.reading, chosen);
  });
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
    for (const voice of usable) select.append(new Option(voiceName(voice), voice.id));
    row.append(label, select, sampleButton(select, reading, turn));
    return row;
  });
  list.replaceChildren(...rows);
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
