/** The page of listening statistics: counts of nobody in particular, as plots and tables. */

import "./key.js";
import { currentLanguage, loadMessages, say } from "./messages.js";
import { byId } from "./player/bar.js";
import { ask } from "./reading/server.js";
import { element } from "./text/transcript.js";

/** @typedef {{starts: number, quarter: number, half: number, threeQuarters: number, complete: number}} Totals */
/** @typedef {{day: string, totals: Totals}} Day */

const SVG = "http://www.w3.org/2000/svg";
const RANGES = [7, 30, 90, 365];
/** @type {(keyof Totals)[]} */
const STEPS = ["starts", "quarter", "half", "threeQuarters", "complete"];

await loadMessages();
const days = /** @type {HTMLSelectElement} */ (byId("days"));
days.append(...RANGES.map((count) => new Option(say("statistics.last", { days: count }), String(count), count === 30, count === 30)));
days.addEventListener("change", show);
await show();
document.documentElement.dataset.ready = "true";

async function show() {
  const to = new Date();
  const from = new Date(to.getTime() - (Number(days.value) - 1) * 86_400_000);
  let answer;
  try {
    answer = await ask(`/api/statistics?from=${date(from)}&to=${date(to)}`);
  } catch (error) {
    byId("statistics").hidden = true;
    byId("status").textContent = /** @type {Error} */ (error).message || say("problem.unknown");
    return;
  }
  byId("status").textContent = answer.totals.starts === 0 ? say("statistics.none") : "";
  byId("statistics").hidden = answer.totals.starts === 0;
  const all = everyDay(answer.days, answer.from, answer.to);
  byId("plot-days").replaceChildren(columns(all));
  byId("table-days").replaceChildren(table("statistics.day", all.map((one) => [one.day, one.totals])));
  byId("plot-far").replaceChildren(...STEPS.map((step) => bar(step, answer.totals)));
  byId("table-articles").replaceChildren(
    table("statistics.article", answer.articles.map((/** @type {any} */ one) => [link(one), one.totals])),
  );
  byId("table-sites").replaceChildren(
    table("statistics.site", answer.sites.map((/** @type {any} */ one) => [one.site || say("statistics.own"), one.totals])),
  );
}

/** @param {Date} day */
function date(day) {
  return day.toISOString().slice(0, 10);
}

/** Days without a listener are days too. @param {Day[]} known @param {string} from @param {string} to @returns {Day[]} */
function everyDay(known, from, to) {
  const byDay = new Map(known.map((one) => [one.day, one.totals]));
  const none = { starts: 0, quarter: 0, half: 0, threeQuarters: 0, complete: 0 };
  /** @type {Day[]} */
  const all = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    const day = date(new Date(at));
    all.push({ day, totals: byDay.get(day) ?? none });
  }
  return all;
}

/** A column a day: all starts, and within it those that came to the end. @param {Day[]} all */
function columns(all) {
  const [width, height, foot] = [720, 180, 20];
  const most = Math.max(1, ...all.map((one) => one.totals.starts));
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${width} ${height + foot}`);
  svg.setAttribute("role", "img");
  const total = all.reduce((sum, one) => sum + one.totals.starts, 0);
  svg.setAttribute("aria-label", say("statistics.plot", { total, days: all.length, most }));
  const step = width / all.length;
  all.forEach((one, i) => {
    for (const [name, count] of /** @type {const} */ ([["starts", one.totals.starts], ["complete", one.totals.complete]])) {
      const column = document.createElementNS(SVG, "rect");
      const tall = (count / most) * (height - 10);
      column.setAttribute("class", name);
      column.setAttribute("x", String(i * step + step * 0.1));
      column.setAttribute("y", String(height - tall));
      column.setAttribute("width", String(step * 0.8));
      column.setAttribute("height", String(tall));
      const title = document.createElementNS(SVG, "title");
      title.textContent = `${one.day}: ${say(`statistics.${name}`)} ${count}`;
      column.append(title);
      svg.append(column);
    }
  });
  for (const [x, text, anchor] of /** @type {const} */ ([[0, all[0].day, "start"], [width, all[all.length - 1].day, "end"]])) {
    const label = document.createElementNS(SVG, "text");
    label.setAttribute("x", String(x));
    label.setAttribute("y", String(height + foot - 4));
    label.setAttribute("text-anchor", anchor);
    label.textContent = text;
    svg.append(label);
  }
  return svg;
}

/** @param {keyof Totals} step @param {Totals} totals */
function bar(step, totals) {
  const line = element("p", "far");
  const meter = /** @type {HTMLMeterElement} */ (element("meter"));
  meter.max = Math.max(1, totals.starts);
  meter.value = totals[step];
  meter.setAttribute("aria-label", say(`statistics.${step}`));
  const percent = Math.round((100 * totals[step]) / Math.max(1, totals.starts));
  line.append(element("span", "", say(`statistics.${step}`)), meter, element("span", "number", `${number(totals[step])} · ${percent} %`));
  return line;
}

/** @param {string} first @param {[Node|string, Totals][]} rows */
function table(first, rows) {
  const made = element("table");
  const head = element("tr");
  for (const key of [first, ...STEPS.map((step) => `statistics.${step}`)]) {
    const cell = /** @type {HTMLTableCellElement} */ (element("th", "", say(key)));
    cell.scope = "col";
    head.append(cell);
  }
  made.append(head);
  for (const [name, totals] of rows) {
    const row = element("tr");
    const cell = /** @type {HTMLTableCellElement} */ (element("th"));
    cell.scope = "row";
    cell.append(name);
    row.append(cell, ...STEPS.map((step) => element("td", "number", number(totals[step]))));
    made.append(row);
  }
  return made;
}

/** @param {{id: string, title: string, page: string}} article */
function link(article) {
  const made = element("a", "", article.title || article.id);
  made.setAttribute("href", article.page);
  return made;
}

/** @param {number} count */
function number(count) {
  return new Intl.NumberFormat(currentLanguage()).format(count);
}
