/** The start page: asks for an article, shows it and plays it. */

/** @import {Reading} from "./types.js" */
/** @import {Entry} from "./library/list.js" */

import "./key.js";
import { showArticle, showMaking } from "./article.js";
import { understood } from "./form.js";
import { Library } from "./library/list.js";
import { setUpSync } from "./library/sync.js";
import { Listening } from "./listening.js";
import { chooseLanguage, currentLanguage, loadMessages, say } from "./messages.js";
import { setUpOffline } from "./offline.js";
import { isOurs, setUpBookmarklet, sharedSource } from "./panels/anywhere.js";
import { takeFiles } from "./panels/document.js";
import { setUpContinue } from "./panels/continue.js";
import { setUpInvitation } from "./panels/invite.js";
import { setUpKept } from "./panels/kept.js";
import { setUpPodcast } from "./panels/podcast.js";
import { setUpLibrary, showLibrary } from "./panels/library.js";
import { fillLook } from "./panels/look.js";
import { NaturalVoices } from "./natural.js";
import { offerVoices } from "./packs.js";
import { setUpSettings } from "./panels/settings.js";
import { fillSleep, showSleep } from "./panels/sleep.js";
import { setUpMuting } from "./panels/mute.js";
import { setUpSaying } from "./panels/saying.js";
import { setUpTaking, showDownloads } from "./panels/taking.js";
import { hasSpeakers, setUpVoices } from "./panels/voices.js";
import { setUpWhy } from "./panels/why.js";
import { byId } from "./player/bar.js";
import { hideProblem, showProblem } from "./problem.js";
import { createReading, fetchReading, fetchSample, isPart, openPart, serverState } from "./reading/server.js";

const source = /** @type {HTMLTextAreaElement} */ (byId("source"));
const listening = new Listening();
const library = new Library();
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
const sharedOpened = setUpPodcast(listening);
const markMuted = setUpMuting(listening);
setUpSaying(listening);
setUpVoices(listening, (reading, voices) => readAgain(reading, { voices }), (reading) => sourceOf(reading) !== null, readAs);
const showWhy = setUpWhy(listening, (reading) => sourceOf(reading) !== null, readAs);
const form = understood({
  ask: (body) => ask(body, true),
  later: (body, done) => askForLater(body, done),
});
takeFiles((file) => ask({ file }, true));
const playNext = setUpLibrary(listening, library, openEntry);
const showContinue = setUpContinue(listening, library, openEntry);
setUpBookmarklet(listening);
setUpKept();
setUpOffline(listening);
listening.addEventListener("change", (event) => {
  const reading = /** @type {CustomEvent<Reading>} */ (event).detail;
  showMaking(reading);
  showDownloads(reading);
});
serverState.addEventListener("loading", () => listening.status(say("status.loading")));
listening.addEventListener("problem", (event) => problem(/** @type {CustomEvent} */ (event).detail));
byId("language").addEventListener("click", async () => {
  await chooseLanguage(currentLanguage() === "ko" ? "en" : "ko");
  showAgain();
});
await openFromAddress();
document.documentElement.dataset.ready = "true";
setUpSync(library, (state) => byId("queue").setAttribute("data-sync", state));

/** Writes everything in another language; what plays goes on. */
function showAgain() {
  fillSleep();
  showSleep(listening);
  fillLook();
  showLibrary(library);
  showContinue();
  const { reading } = listening;
  if (!reading) return;
  showArticle(reading);
  showWhy(reading);
  showDownloads(reading);
  listening.showAgain();
  markMuted();
  offerVoices(reading);
  natural.show(reading);
  listening.dispatchEvent(new CustomEvent("change", { detail: reading }));
}

/**
 * The address goes on naming what was shared, but not that it was: who comes back to it or loads it again shares nothing.
 *
 * @param {string | null} listen
 */
function forgetShared(listen) {
  const address = new URL(location.href);
  address.searchParams.delete("shared");
  if (address.pathname === "/listen") {
    address.pathname = "/";
    address.search = listen ? `?${new URLSearchParams({ url: listen })}` : "";
  }
  history.replaceState(null, "", address);
}

/** Opens what the address names, or the sample. */
async function openFromAddress() {
  const asks = new URLSearchParams(location.search);
  const named = asks.get("id") ?? /^\/r\/([^/]+)/.exec(location.pathname)?.[1];
  const wasShared = location.pathname === "/listen" || asks.has("shared");
  const listen = location.pathname === "/listen" ? sharedSource(asks) : asks.get("url");
  try {
    if (wasShared) forgetShared(listen);
    if (listen) {
      form.write(listen);
      if (fromElsewhere(asks)) {
        listening.status(say("form.press"));
        byId("read").focus();
        return;
      }
      const body = form.read();
      if (body && (await ask(body, false)) && wasShared) await sharedOpened();
    } else if (named) {
      show(await fetchReading(decodeURIComponent(named)), sentenceInAddress());
      if (wasShared && !fromElsewhere(asks)) await sharedOpened();
    } else {
      await openSample();
    }
  } catch (error) {
    problem(error);
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
  hideProblem();
  const known = library.get(reading.id)?.url ?? null;
  const shown = { ...reading, part: reading.part ?? (isPart(known) ? known : null) };
  showArticle(shown);
  showDownloads(shown);
  listening.open(shown, sentence);
  showWhy(shown);
}

/** @param {Reading} reading */
function remember(reading) {
  history.pushState(null, "", `/?id=${encodeURIComponent(reading.id)}`);
}

/** Plays a reading; another one than is shown takes its place. @param {Reading} reading */
function openAgain(reading) {
  if (listening.reading?.id !== reading.id) {
    const body = listening.reading && asked.get(listening.reading.id);
    if (body) asked.set(reading.id, body);
    show(reading, sameSentence(reading));
    remember(reading);
  }
  listening.sound.play();
}

/** Where the listener is, in the same article in other voices. @param {Reading} reading @returns {number|null} */
function sameSentence(reading) {
  const { timeline, sound } = listening;
  const { index } = sound.at();
  if (!timeline || (sound.state === "idle" && index === 0) || sound.state === "ended") return null;
  const text = timeline.sentences[index]?.text;
  const texts = reading.turns.flatMap((turn) => turn.sentences);
  const same = texts.filter((sentence) => sentence.text === text);
  same.sort((a, b) => Math.abs(a.index - index) - Math.abs(b.index - index));
  return same[0]?.index ?? (index < texts.length ? index : null);
}

/** Reads the article that is shown in another way. @param {Reading} reading @param {object} way */
async function readAgain(reading, way) {
  const playing = listening.sound.playing;
  await ask({ ...sourceOf(reading), ...way }, playing || listening.sound.state === "idle", true);
}

/** @param {Reading} reading @param {"narrator"|"speakers"} speakers */
async function readAs(reading, speakers) {
  await readAgain(reading, { speakers });
  if (speakers === "speakers" && listening.reading && !hasSpeakers(listening.reading)) listening.tellBriefly(say("voices.nobody"));
}

/**
 * Has something read and shows it.
 *
 * @param {object} body @param {boolean} thenPlay @param {boolean} [same] the article that is shown, in other voices: goes
 *     on at its place
 * @returns {Promise<boolean>} whether it is shown
 */
async function ask(body, thenPlay, same = false) {
  const button = byId("read");
  button.setAttribute("aria-busy", "true");
  listening.sound.pause();
  listening.status(say("form.reading"));
  byId("skeleton").hidden = same;
  hideProblem();
  try {
    const reading = await createReading(body);
    asked.set(reading.id, body);
    if (reading.rest) library.waitFirst(reading.rest);
    byId("sample-note").hidden = true;
    byId("ask").dataset.read = "true"; // a long text makes room for the article
    show(reading, same ? sameSentence(reading) : null);
    remember(reading);
    if (!same) {
      byId("article").focus({ preventScroll: true });
      byId("article").scrollIntoView({ block: "start" });
    }
    if (thenPlay) listening.sound.play();
    return true;
  } catch (error) {
    listening.status("");
    problem(error, () => ask(body, thenPlay, same), body);
    return false;
  } finally {
    button.removeAttribute("aria-busy");
    byId("skeleton").hidden = true;
  }
}

/** Puts an article behind what waits; its sound is made meanwhile. @param {object} body @param {() => void} done */
async function askForLater(body, done) {
  listening.status(say("form.reading"));
  hideProblem();
  try {
    const reading = await createReading(body);
    asked.set(reading.id, body);
    library.wait(reading.rest ? [{ ...reading, url: reading.part }, ...reading.rest] : [reading]);
    listening.tellBriefly(say("queue.added", { title: reading.title }));
    done();
    if (listening.sound.state === "ended") playNext(); // what it was to come after is over
  } catch (error) {
    listening.status("");
    problem(error, () => askForLater(body, done), body);
  }
}

/** @param {Entry} entry @param {number|null} [sentence] @returns {Promise<boolean>} */
async function openEntry(entry, sentence = null) {
  try {
    const reading = await readingOf(entry);
    byId("sample-note").hidden = true;
    show(reading, sentence);
    remember(reading);
    library.begin(reading);
    if (entry.key !== reading.id) library.remove(entry.key);
  } catch {
    listening.tellBriefly(say("queue.failed"));
    return false;
  }
  listening.sound.play();
  return true;
}

/** @param {Entry} entry @returns {Promise<Reading>} */
async function readingOf({ id, url }) {
  if (url === null || !isPart(url)) return id ? fetchReading(id) : createReading({ url });
  const reading = id ? await fetchReading(id).catch(() => openPart(url)) : await openPart(url);
  return { ...reading, part: url };
}

/** What to send to have an article read again. @param {Reading} reading */
function sourceOf(reading) {
  const body = asked.get(reading.id);
  if (body) return body;
  return reading.url && /^https?:/.test(reading.url) ? { url: reading.url } : null;
}

/** @param {unknown} error @param {() => void} [again] @param {object} [body] what was asked for */
function problem(error, again = openFromAddress, body = {}) {
  const byAddress = "url" in body;
  showProblem(error, {
    again,
    paste: byAddress ? () => form.clear() : undefined,
    correct: byAddress ? () => form.select() : undefined,
    sample: listening.reading ? null : () => openSample().catch((late) => problem(late)),
    inLanguage: "text" in body ? (language) => ask({ ...body, language }, true) : null,
    heard: [...library.of("begun"), ...library.of("heard")].flatMap(({ id, title }) => (id ? [{ id, title }] : [])),
  });
}

addEventListener("popstate", () => openFromAddress());
