/** @import {Listening} from "../listening.js" */
/** @import {Shortcut} from "../player/keys.js" */

import { say, translate } from "../messages.js";
import { byId } from "../player/bar.js";
import * as keys from "../player/keys.js";
import { element } from "../text/transcript.js";

/** What single keys do, and the table in which the listener changes them. @param {Listening} listening */
export function setUpKeys(listening) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("keys"));
  const modifier = /** @type {HTMLInputElement} */ (byId("keys-modifier"));
  const show = () => {
    fill();
    byId("settings").hidePopover?.();
    dialog.showModal();
  };
  byId("open-keys").addEventListener("click", show);
  byId("keys-scope").addEventListener("change", (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input === modifier) {
      keys.setModifier(modifier.checked);
      fill();
    } else {
      keys.setKeyScope(/** @type {keys.KeyScope} */ (input.value));
    }
  });
  byId("keys-reset").addEventListener("click", () => {
    keys.resetKeys();
    fill();
    tell(say("keys.were-reset"));
  });
  const flip = (/** @type {string} */ id) => byId(id).click();
  keys.listenForKeys([byId("player"), byId("article"), byId("settings")], (action, direction) => {
    if (action === "toggle") listening.sound.toggle();
    else if (action === "stop") listening.sound.pause();
    else if (action === "speed") listening.bar.changeSpeed(direction);
    else if (action === "mute" || action === "follow") flip(action);
    else if (action === "help") show();
    else listening.step(action, direction);
  });
}

function fill() {
  byId("keys-table").replaceChildren(...keys.SHORTCUTS.map(row));
  for (const radio of document.querySelectorAll('[name="scope"]')) {
    const input = /** @type {HTMLInputElement} */ (radio);
    input.checked = input.value === keys.keyScope();
  }
  /** @type {HTMLInputElement} */ (byId("keys-modifier")).checked = keys.needsModifier();
  tell("");
  translate(byId("keys"));
}

/** @param {Shortcut} shortcut */
function row(shortcut) {
  const line = element("tr");
  const does = say(`keys.${shortcut.name}`);
  const name = element("th", "", does);
  /** @type {HTMLTableCellElement} */ (name).scope = "row";
  const cell = element("td");
  const change = element("button", "plain key");
  change.setAttribute("type", "button");
  const shown = keys.shownKey(keys.keyOf(shortcut));
  change.append(element("kbd", "", shown));
  change.setAttribute("aria-label", say("keys.change", { key: shown, does }));
  change.addEventListener("click", () => take(shortcut, change));
  cell.append(change);
  line.append(name, cell);
  return line;
}

/** The next key that is pressed becomes the shortcut's. @param {Shortcut} shortcut @param {HTMLElement} button */
function take(shortcut, button) {
  tell(say("keys.press", { does: say(`keys.${shortcut.name}`) }));
  button.setAttribute("aria-pressed", "true");
  const stop = () => {
    button.removeAttribute("aria-pressed");
    button.removeEventListener("keydown", press);
    button.removeEventListener("blur", stop);
  };
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    if (event.key === "Tab") return; // never caught in here
    event.preventDefault();
    event.stopPropagation();
    stop();
    if (event.key === "Escape") return tell("");
    const refused = keys.setKey(shortcut, keys.nameOf(event));
    if (refused) {
      tell(refused === "taken" ? say("keys.taken") : say("keys.used", { does: say(`keys.${refused.name}`) }));
      return;
    }
    const shown = keys.shownKey(keys.keyOf(shortcut));
    fill();
    tell(say("keys.changed", { key: shown, does: say(`keys.${shortcut.name}`) }));
    /** @type {HTMLElement} */ (byId("keys-table").querySelectorAll("button")[keys.SHORTCUTS.indexOf(shortcut)]).focus();
  };
  button.addEventListener("keydown", press);
  button.addEventListener("blur", stop);
}

/** @param {string} sentence */
function tell(sentence) {
  byId("keys-status").textContent = sentence;
}
