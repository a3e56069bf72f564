/** @import {Listening} from "../listening.js" */
/** @import {Correction, Explanation, Word} from "../reading/saying.js" */

import { canSay, currentLanguage, say, translate } from "../messages.js";
import { byId } from "../player/bar.js";
import { correctionOf, explain, keepCorrection, sampleOf } from "../reading/saying.js";
import { element } from "../text/transcript.js";

/**
 * "How is this read?": the way of a sentence or word from spelling to sound. A word can be corrected and heard at once;
 * an administrator can keep the correction for the site.
 */
class Saying {
  /** @param {Listening} listening */
  constructor(listening) {
    this.listening = listening;
    this.dialog = /** @type {HTMLDialogElement} */ (byId("saying"));
    this.text = /** @type {HTMLTextAreaElement} */ (byId("saying-text"));
    this.written = /** @type {HTMLInputElement} */ (byId("saying-written"));
    this.reading = /** @type {HTMLInputElement} */ (byId("saying-reading"));
    this.sound = /** @type {HTMLAudioElement} */ (byId("saying-sound"));
    /** @type {Correction[]} */
    this.corrections = [];
    this.asked = 0;
    byId("open-saying").addEventListener("click", () => this.open());
    byId("saying-ask").addEventListener("submit", (event) => this.do(event, () => this.show()));
    byId("saying-hear").addEventListener("click", (event) => this.do(event, () => this.hear()));
    byId("saying-correct").addEventListener("submit", (event) => this.do(event, () => this.correct()));
    byId("saying-keep").addEventListener("click", (event) => this.do(event, () => this.keep()));
    this.dialog.addEventListener("close", () => this.sound.pause());
  }

  /** Opens with what is selected in the article, else with the sentence that is being read. */
  open() {
    const { reading, sound } = this.listening;
    const selection = getSelection();
    const inside = byId("article").contains(selection?.anchorNode ?? null);
    const chosen = inside ? String(selection).trim().slice(0, 400) : "";
    const sentences = (reading?.turns ?? []).flatMap((turn) => turn.sentences);
    this.text.value = chosen || (sentences.find((s) => s.index === sound.at().index)?.text ?? "");
    byId("settings").hidePopover?.();
    this.listening.sound.pause();
    translate(this.dialog);
    this.dialog.showModal();
    this.do(null, () => this.show());
  }

  /** Does what was asked for and tells what went wrong. @param {Event|null} event @param {() => Promise<void>} task */
  async do(event, task) {
    event?.preventDefault();
    this.tell("");
    try {
      await task();
    } catch (error) {
      this.tell(/** @type {Error} */ (error).message || say("problem.unknown"));
    }
  }

  /** @param {string} sentence */
  tell(sentence) {
    byId("saying-status").textContent = sentence;
  }

  /** @returns {import("../reading/saying.js").Question} */
  get question() {
    const site = this.listening.reading?.site ?? undefined;
    return { text: this.text.value.trim(), site, corrections: this.corrections };
  }

  async show() {
    if (!this.question.text) return;
    const mine = ++this.asked;
    const answer = await explain(this.question);
    if (mine === this.asked) this.fill(answer);
  }

  /** @param {Explanation} answer */
  fill(answer) {
    byId("saying-answer").hidden = false;
    const language = /[\uac00-\ud7a3]/.test(answer.spoken) ? "ko" : "en";
    for (const part of ["spoken", "pronounced", "words"]) byId(`saying-${part}`).lang = language;
    byId("saying-spoken").textContent = answer.spoken;
    byId("saying-pronounced").textContent = answer.pronounced;
    byId("saying-phones").textContent = answer.phones;
    byId("saying-phones-row").hidden = !answer.phones;
    byId("saying-words").replaceChildren(...answer.words.map((word) => this.word(word)));
    const korean = currentLanguage() === "ko";
    byId("saying-steps").replaceChildren(
      ...answer.steps.map((step) => {
        const item = element("li");
        const change = element("p", "change");
        change.append(element("span", "", step.before), " → ", element("strong", "", step.after));
        change.lang = language;
        const meaning = (korean && step.meaningKorean) || step.meaning || step.rule;
        item.append(change, element("p", "hint", meaning));
        return item;
      }),
    );
    byId("saying-none").hidden = answer.steps.length > 0;
    if (answer.note) this.tell(say("saying.note"));
  }

  /** @param {Word} word */
  word(word) {
    const item = element("li");
    const button = /** @type {HTMLButtonElement} */ (element("button", "token"));
    button.type = "button";
    button.append(element("span", "written", word.written), element("span", "heard", word.pronounced));
    const form = `form.${word.form}`;
    const kind = element("span", "hint", canSay(form) ? say(form) : word.form);
    kind.lang = currentLanguage();
    button.append(kind);
    button.addEventListener("click", () => {
      this.written.value = word.written;
      this.reading.value = word.spoken;
      this.reading.focus();
      this.reading.select();
    });
    item.append(button);
    return item;
  }

  async hear() {
    if (!this.question.text) return;
    this.tell(say("saying.making"));
    this.sound.src = await sampleOf(this.question);
    this.sound.hidden = false;
    try {
      await this.sound.play();
      this.tell(say("saying.playing"));
    } catch {
      this.tell(say("saying.blocked")); // the browser wants a click on the sound itself
    }
  }

  async correct() {
    const written = this.written.value.trim();
    if (!written || !this.reading.value.trim()) {
      this.tell(say("saying.both"));
      return;
    }
    const others = this.corrections.filter((one) => one.written !== written);
    this.corrections = [...others, correctionOf(written, this.reading.value)];
    await this.show();
    await this.hear();
  }

  async keep() {
    const written = this.written.value.trim();
    if (!written || !this.reading.value.trim()) {
      this.tell(say("saying.both"));
      return;
    }
    const site = this.listening.reading?.site ?? "all";
    await keepCorrection(site, correctionOf(written, this.reading.value));
    await this.show();
    this.tell(say("saying.kept", { word: written }));
  }
}

/** Sets up the view of how something is read. @param {Listening} listening */
export function setUpSaying(listening) {
  return new Saying(listening);
}
