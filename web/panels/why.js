/** @import {Listening} from "../listening.js" */
/** @import {Explanation, Reading} from "../types.js" */

import { canSay, currentLanguage, say } from "../messages.js";
import { byId } from "../player/bar.js";
import { fetchExplanation } from "../reading/server.js";
import { element } from "../text/transcript.js";
import { hasSpeakers } from "./voices.js";

/** Below this a reading says that it isn't sure who speaks: one in ten transcripts, one in a hundred other texts. */
const UNSURE = 0.6;

/**
 * Why the article has these speakers, and a quiet note where that isn't sure.
 *
 * @param {Listening} listening
 * @param {(reading: Reading) => boolean} canRead whether it can be read in another way
 * @param {(reading: Reading, whose: "narrator"|"speakers") => void} readAs
 * @returns {(reading: Reading) => void} shows it for an article
 */
export function setUpWhy(listening, canRead, readAs) {
  const why = /** @type {HTMLDetailsElement} */ (byId("why"));
  why.addEventListener("toggle", () => {
    if (why.open && listening.reading) fill(listening.reading);
  });
  byId("doubt-whose").addEventListener("click", () => {
    const { reading } = listening;
    if (reading) readAs(reading, hasSpeakers(reading) ? "narrator" : "speakers");
  });
  return (reading) => {
    const known = typeof reading.confidence === "number";
    byId("doubt").hidden = !known || Number(reading.confidence) >= UNSURE || !canRead(reading);
    byId("doubt-whose").textContent = say(hasSpeakers(reading) ? "voices.all-narrator" : "voices.all-speakers");
    why.hidden = !known;
    if (why.open && known) fill(reading);
  };
}

/** @param {Reading} reading */
async function fill(reading) {
  const text = byId("why-text");
  try {
    text.replaceChildren(...written(await fetchExplanation(reading.id), reading.language ?? ""));
  } catch {
    text.replaceChildren(element("p", "", say("why.none")));
  }
}

/** @param {Explanation} found @param {string} language of the article */
function written(found, language) {
  const percent = new Intl.NumberFormat(currentLanguage(), { style: "percent" }).format(found.confidence);
  const summary = element("p", "", say("why.summary", { reading: named("reading", found.reading), percent }));
  const weighed = element("ul");
  weighed.append(...found.hypotheses.map((one) => element("li", "", hypothesis(one))));
  const lines = element("ul");
  lines.append(
    ...found.lines.map(({ line, text, rule, outcome }) => {
      const item = element("li");
      const words = element("span", "", text || say("why.line", { line: line + 1 }));
      if (text) words.lang = language;
      const told = rule === "silent" ? named("reason", outcome) : `${named("rule", rule)} → ${outcomeName(outcome)}`;
      item.append(words, element("span", "reason", told));
      return item;
    }),
  );
  const heads = ["why.weighed", "why.lines"].map((key) => element("h3", "", say(key)));
  return found.lines.length > 0 ? [summary, heads[0], weighed, heads[1], lines] : [summary, heads[0], weighed];
}

/** @param {import("../types.js").Hypothesis} one */
function hypothesis({ reading, score, signs }) {
  const figure = new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  const parts = Object.entries(signs)
    .filter(([, part]) => Math.abs(part) >= 0.05)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([sign, part]) => `${named("sign", sign)} ${signed.format(part)}`);
  const head = say("why.score", { reading: named("reading", reading), score: figure.format(score) });
  return parts.length > 0 ? `${head}: ${parts.join(", ")}` : head;
}

/** @param {string} outcome */
function outcomeName(outcome) {
  return canSay(`outcome.${outcome}`) ? say(`outcome.${outcome}`) : named("role", outcome);
}

/** @param {string} kind @param {string} code */
function named(kind, code) {
  const key = `${kind}.${code}`;
  return canSay(key) ? say(key) : code;
}
