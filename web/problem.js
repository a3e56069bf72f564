/** What went wrong, in the reader's words, and the ways on that can help. */

import { canSay, say } from "./messages.js";
import { byId } from "./player/bar.js";
import { Problem } from "./reading/server.js";
import { element } from "./text/transcript.js";

/** Troubles that may be over in a moment: for others the same request would only fail again. */
const PASSING =
  /^(page\.(unreachable|timeout|busy|broken|site-status|tls)|service\.busy|limit\..*|voice\.loading|reading\.failed|storage\..*|audio\.(gone|busy)|request\.too-slow|internal|unknown|http\.5\d\d)$/;

/** Troubles of an address that somebody may have mistyped. */
const OF_ADDRESS = /^page\.(bad-url|unknown-host|scheme|port|credentials|blocked-address|site-status|not-html)$|^article\.(index-page|error-page)$/;

/**
 * @typedef {object} Ways
 * @property {() => void} [again] tries once more
 * @property {() => void} [paste] the text could be pasted instead
 * @property {() => void} [correct] the address could be mistyped
 * @property {(() => void)|null} [sample]
 * @property {((language: string) => void)|null} [inLanguage] has a text read in a language that it wasn't taken for
 * @property {{id: string, title: string}[]} [heard] what can be heard without a network
 */

/** @param {unknown} error @param {Ways} ways */
export function showProblem(error, ways) {
  const problem = error instanceof Problem ? error : new Problem("unknown", String(error));
  const { code } = problem;
  const actions = element("p", "actions");
  const offer = (/** @type {string} */ name, /** @type {(() => void)|null|undefined} */ act) => {
    if (!act) return;
    const button = /** @type {HTMLButtonElement} */ (element("button", "plain", say(name)));
    button.type = "button";
    button.addEventListener("click", act);
    actions.append(button);
  };
  if (PASSING.test(code)) offer("problem.retry", ways.again);
  if (OF_ADDRESS.test(code)) offer("problem.correct", ways.correct);
  offer("problem.paste", ways.paste);
  const { inLanguage } = ways;
  if (code === "voice.no-language" && inLanguage) {
    for (const language of ["ko", "en"]) offer(`problem.as-${language}`, () => inLanguage(language));
  }
  offer("problem.sample", ways.sample);
  const heard = code === "page.unreachable" ? (ways.heard ?? []) : [];
  if (heard.length > 0) actions.append(element("p", "hint", say("problem.heard")));
  for (const { id, title } of heard) {
    const link = /** @type {HTMLAnchorElement} */ (element("a", "plain", title));
    link.href = `/?id=${encodeURIComponent(id)}`;
    actions.append(link);
  }
  const parts = [element("h2", "", say("problem.title")), element("p", "", sentenceOf(problem))];
  if (actions.childElementCount > 0) parts.push(actions);
  byId("problem").replaceChildren(...parts);
  byId("problem").scrollIntoView({ block: "nearest" });
}

/** @param {Problem} problem */
function sentenceOf({ code, message }) {
  const key = [`problem.${code}`, `refused.${code}`].find(canSay);
  return key ? say(key) : message || say("problem.unknown");
}

export function hideProblem() {
  byId("problem").replaceChildren();
}
