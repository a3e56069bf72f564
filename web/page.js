/** The start page: asks for an article, shows it and plays it. */

/** @import {Reading} from "./types.js" */

import "./key.js";
import { showArticle, showMaking } from "./article.js";
import { Listening } from "./listening.js";
import { canSay, chooseLanguage, currentLanguage, loadMessages, say } from "./messages.js";
import { heardBefore, setUpOffline } from "./offline.js";
import { isOurs, setUpBookmarklet, sharedSource } from "./panels/anywhere.js";
import { takeFiles } from "./panels/document.js";
import { setUpInvitation } from "./panels/invite.js";
import { setUpKept } from "./panels/kept.js";
import { setUpPodcast } from "./panels/podcast.js";
import { Queue, setUpQueue, showQueue } from "./panels/queue.js";
import { NaturalVoices } from "./natural.js";
import { offerVoices } from "./packs.js";
import { fillSleep, setUpSettings } from "./panels/settings.js";
import { setUpMuting } from "./panels/mute.js";
import { setUpSaying } from "./panels/saying.js";
import { setUpTaking, showDownloads } from "./panels/taking.js";
import { setUpVoices } from "./panels/voices.js";
import { byId } from "./player/bar.js";
import { Problem, createReading, fetchReading, fetchSample, serverState } from "./reading/server.js";
import { understand } from "./reading/source.js";
import { element } from "./text/transcript.js";

const source = /** @type {HTMLTextAreaElement} */ (byId("source"));
const listening = new Listening();
const queue = new Queue();
const natural = new NaturalVoices(
  byId("natural"),
  (reading) => openAgain(reading),
  () => listening.sound.pause(),
);

/** Articles that this page asked for, so that they can be read again with other voices. */
const asked = new Map();

await loadMessages();
setUpSettings(listening);
setUpInvitation(listening);
setUpTaking(listening);
setUpPodcast(listening);
setUpMuting(listening);
setUpSaying(listening);
setUpVoices(
  listening,
  (reading, voices) => ask({ ...sourceOf(reading), voices }, true),
  (reading) => sourceOf(reading) !== null,
);
setUpForm();
setUpQueue(listening, queue, playQueued);
setUpBookmarklet(listening);
setUpKept();
setUpOffline(listening);
listening.addEventListener("change", (event) => {
  const reading = /** @type {CustomEvent<Reading>} */ (event).detail;
  showMaking(reading);
  showDownloads(reading);
});
serverState.addEventListener("loading", () => listening.status(say("status.loading")));
listening.addEventListener("problem", (event) => showProblem(/** @type {CustomEvent} */ (event).detail));
byId("language").addEventListener("click", async () => {
  await chooseLanguage(currentLanguage() === "ko" ? "en" : "ko");
  fillSleep();
  showQueue(queue);
  if (listening.reading) show(listening.reading, listening.sound.at().index);
});
await openFromAddress();
document.documentElement.dataset.ready = "true";

/** Opens what the address names, or the sample. */
async function openFromAddress() {
  const asks = new URLSearchParams(location.search);
  const named = asks.get("id") ?? /^\/r\/([^/]+)/.exec(location.pathname)?.[1];
  const listen = location.pathname === "/listen" ? sharedSource(asks) : asks.get("url");
  try {
    if (listen) {
      source.value = listen;
      source.dispatchEvent(new Event("input"));
      if (fromElsewhere(asks)) {
        listening.status(say("form.press"));
        byId("read").focus();
        return;
      }
      await ask(understand(listen), false);
    } else if (named) {
      show(await fetchReading(decodeURIComponent(named)), sentenceInAddress());
    } else {
      await openSample();
    }
  } catch (error) {
    showProblem(error);
  }
}

/** Whether another site led here: then nothing is fetched before a press. @param {URLSearchParams} asks */
function fromElsewhere(asks) {
  return document.body.dataset.elsewhere !== undefined && !isOurs(asks.get("by"));
}

async function openSample() {
  const sample = await fetchSample();
  if (!sample) return;
  byId("sample-note").hidden = false;
  show(sample, null);
}

/** @returns {number|null} */
function sentenceInAddress() {
  const found = /^#s(\d+)$/.exec(location.hash);
  return found ? Number(found[1]) : null;
}

/** @param {Reading} reading @param {number|null} sentence */
function show(reading, sentence) {
  offerVoices(reading);
  natural.show(reading);
  byId("problem").replaceChildren();
  showArticle(reading);
  showDownloads(reading);
  listening.open(reading, sentence);
}

/** Plays a reading; another one than is shown takes its place. @param {Reading} reading */
function openAgain(reading) {
  if (listening.reading?.id !== reading.id) {
    const body = listening.reading && asked.get(listening.reading.id);
    if (body) asked.set(reading.id, body);
    show(reading, null);
    history.pushState(null, "", `/?id=${encodeURIComponent(reading.id)}`);
  }
  listening.sound.play();
}

function setUpForm() {
  const fit = () => {
    byId("clear").hidden = source.value === "";
    source.rows = Math.min(12, Math.max(1, source.value.split("\n").length));
    refuse("");
  };
  const form = /** @type {HTMLFormElement} */ (byId("ask"));
  source.addEventListener("input", fit);
  source.addEventListener("focus", () => delete form.dataset.read);
  source.addEventListener("keydown", (event) => {
    const address = "url" in (understand(source.value) ?? {});
    if (event.key === "Enter" && !event.isComposing && (address || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  byId("clear").addEventListener("click", () => {
    source.value = "";
    fit();
    source.focus();
  });
  byId("later").addEventListener("click", async () => {
    const body = understand(source.value);
    if (body) await askForLater(body, fit);
    else refuse(say("form.empty"));
  });
  takeFiles((file) => ask({ file }, true));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = understand(source.value);
    if (body) await ask(body, true);
    else {
      refuse(say("form.empty"));
      source.focus();
    }
  });
  fit();
}

/** @param {string} sentence what is wrong with the field, or nothing */
function refuse(sentence) {
  const error = byId("source-error");
  error.hidden = sentence === "";
  error.textContent = sentence;
  if (sentence) source.setAttribute("aria-invalid", "true");
  else source.removeAttribute("aria-invalid");
}

/** @param {object|null} body @param {boolean} thenPlay */
async function ask(body, thenPlay) {
  if (!body) return;
  const button = byId("read");
  button.setAttribute("aria-busy", "true");
  listening.sound.pause();
  listening.status(say("form.reading"));
  byId("problem").replaceChildren();
  try {
    const reading = await createReading(body);
    asked.set(reading.id, body);
    byId("sample-note").hidden = true;
    byId("ask").dataset.read = "true"; // a long text makes room for the article
    show(reading, null);
    history.pushState(null, "", `/?id=${encodeURIComponent(reading.id)}`);
    byId("article").focus({ preventScroll: true });
    byId("article").scrollIntoView({ block: "start" });
    if (thenPlay) listening.sound.play();
  } catch (error) {
    listening.status("");
    showProblem(error, () => ask(body, thenPlay), "url" in body);
  } finally {
    button.removeAttribute("aria-busy");
  }
}

/** Puts an article into the queue; its sound is made meanwhile. @param {object} body @param {() => void} done */
async function askForLater(body, done) {
  listening.status(say("form.reading"));
  byId("problem").replaceChildren();
  try {
    const reading = await createReading(body);
    asked.set(reading.id, body);
    queue.add(reading);
    listening.tellBriefly(say("queue.added", { title: reading.title }));
    source.value = "";
    done();
  } catch (error) {
    listening.status("");
    showProblem(error, () => askForLater(body, done), "url" in body);
  }
}

/** @param {string} id @returns {Promise<boolean>} */
async function playQueued(id) {
  try {
    show(await fetchReading(id), null);
  } catch {
    listening.tellBriefly(say("queue.failed"));
    return false;
  }
  history.pushState(null, "", `/?id=${encodeURIComponent(id)}`);
  listening.sound.play();
  return true;
}

/** What to send to have an article read again. @param {Reading} reading */
function sourceOf(reading) {
  const body = asked.get(reading.id);
  if (body) return body;
  return reading.url && /^https?:/.test(reading.url) ? { url: reading.url } : null;
}

/**
 * Shows what went wrong and the ways on.
 *
 * @param {unknown} error @param {() => void} [again] @param {boolean} [byAddress] the text could be pasted instead
 */
function showProblem(error, again = openFromAddress, byAddress = false) {
  const problem = error instanceof Problem ? error : new Problem("unknown", String(error));
  const key = [`problem.${problem.code}`, `refused.${problem.code}`].find(canSay);
  const sentence = key ? say(key) : problem.message || say("problem.unknown");
  const actions = element("p", "actions");
  const offer = (/** @type {string} */ name, /** @type {() => void} */ act) => {
    const button = /** @type {HTMLButtonElement} */ (element("button", "plain", say(name)));
    button.type = "button";
    button.addEventListener("click", act);
    actions.append(button);
  };
  offer("problem.retry", again);
  if (byAddress) {
    offer("problem.paste", () => {
      source.value = "";
      source.dispatchEvent(new Event("input"));
      source.focus();
    });
  }
  if (!listening.reading) offer("problem.sample", () => openSample().catch(showProblem));
  const heard = problem.code === "page.unreachable" ? heardBefore() : [];
  if (heard.length > 0) actions.append(element("p", "hint", say("problem.heard")));
  for (const { id, title } of heard) {
    const link = /** @type {HTMLAnchorElement} */ (element("a", "plain", title));
    link.href = `/?id=${encodeURIComponent(id)}`;
    actions.append(link);
  }
  byId("problem").replaceChildren(element("h2", "", say("problem.title")), element("p", "", sentence), actions);
  byId("problem").scrollIntoView({ block: "nearest" });
}

addEventListener("popstate", () => openFromAddress());
