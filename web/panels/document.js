import { say } from "../messages.js";
import { byId } from "../player/bar.js";

/** The one file among things that are dropped or pasted. @param {DataTransfer|null} things @returns {File|null} */
function fileOf(things) {
  return things?.files?.[0] ?? null;
}

/**
 * Takes files to be read: chosen, dropped anywhere on the page, or pasted into the field.
 *
 * @param {(file: File) => void} read
 */
export function takeFiles(read) {
  const chooser = /** @type {HTMLInputElement} */ (byId("file"));
  byId("choose").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    chooser.value = ""; // the same file may be chosen again
    if (file) read(file);
  });
  byId("source").addEventListener("paste", (event) => {
    const clipboard = /** @type {ClipboardEvent} */ (event).clipboardData;
    const file = clipboard?.types.includes("text/plain") ? null : fileOf(clipboard);
    if (!file) return;
    event.preventDefault();
    read(file);
  });
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    byId("ask").dataset.drop = say("form.drop");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) delete byId("ask").dataset.drop;
  });
  document.addEventListener("drop", (event) => {
    const file = fileOf(event.dataTransfer);
    delete byId("ask").dataset.drop;
    if (!file) return;
    event.preventDefault();
    read(file);
  });
}
