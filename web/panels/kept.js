import { say } from "../messages.js";
import { byId } from "../player/bar.js";
import { Problem, ask } from "../reading/server.js";
import { element } from "../text/transcript.js";

/** @typedef {{id: string, title: string|null, created: string, page: string}} Kept */

/** What the service keeps: a list that is fetched when it is opened, with a button to forget each. */
export function setUpKept() {
  const kept = /** @type {HTMLDetailsElement} */ (byId("kept"));
  const list = byId("kept-list");
  const more = /** @type {HTMLButtonElement} */ (byId("kept-more"));
  let next = "";
  const fill = async (from = "") => {
    try {
      const page = await ask(`/api/readings${from ? `?before=${encodeURIComponent(from)}` : ""}`);
      next = page.next ?? "";
      more.hidden = next === "";
      const items = page.readings.map(row);
      if (from) list.append(...items);
      else list.replaceChildren(...items);
      tell(list.childElementCount ? "" : say("kept.empty"));
    } catch (error) {
      const closed = error instanceof Problem && (error.status === 401 || error.status === 403);
      tell(say(closed ? "kept.closed" : "kept.failed"));
    }
  };
  kept.addEventListener("toggle", () => kept.open && fill());
  more.addEventListener("click", () => fill(next));
  list.addEventListener("click", async (event) => {
    const button = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest("button[data-id]"));
    if (!button) return;
    try {
      await ask(`/api/readings/${button.dataset.id}`, { method: "DELETE" });
      button.closest("li")?.remove();
      tell(say(list.childElementCount ? "kept.removed" : "kept.empty"));
    } catch (error) {
      tell((error instanceof Problem && error.message) || say("kept.failed"));
    }
  });
}

/** @param {string} sentence */
function tell(sentence) {
  byId("kept-status").textContent = sentence;
}

/** @param {Kept} reading */
function row(reading) {
  const title = reading.title ?? reading.id;
  const item = element("li");
  const link = element("a", "", title);
  link.setAttribute("href", `/?id=${encodeURIComponent(reading.id)}`);
  const remove = element("button", "plain", say("kept.remove"));
  remove.setAttribute("type", "button");
  remove.setAttribute("aria-label", say("kept.remove.label", { title }));
  remove.dataset.id = reading.id;
  item.append(link, ` ${reading.created.slice(0, 10)} `, remove);
  return item;
}
