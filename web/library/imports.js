/**
 * Lists of addresses that people bring: plain text, OPML, bookmarks of a browser and Pocket's export as HTML, Pocket's and
 * Instapaper's as CSV. Nothing of such a file is put into the page but addresses and titles, as text.
 *
 * @typedef {{url: string, title: string}} Listed
 */

const MOST = 500;
const LONGEST_TITLE = 300;
const ENTITIES = /** @type {Record<string, string>} */ ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " });

/**
 * Reads a list of whatever form.
 *
 * @param {string} text the file @returns {Listed[]} each address once, in the file's order, at most 500
 */
export function readList(text) {
  const start = text.slice(0, 4000).toLowerCase();
  /** @type {Listed[]} */
  let found;
  if (/<opml[\s>]/.test(start)) found = fromOpml(text);
  else if (/<(!doctype|html|dl|ul|a|h1)[\s>]/.test(start)) found = fromHtml(text);
  else found = fromCsv(text) ?? fromText(text);
  const seen = new Set();
  return found
    .map(({ url, title }) => ({ url: url.trim(), title: title.replace(/\s+/g, " ").trim().slice(0, LONGEST_TITLE) }))
    .filter(({ url }) => isWebAddress(url) && !seen.has(url) && seen.add(url))
    .slice(0, MOST);
}

/** A feed in an OPML list is no article; its entries with an address of a page are. @param {string} text @returns {Listed[]} */
function fromOpml(text) {
  return [...text.matchAll(/<outline\s([^>]*)>/gi)].flatMap(([, inside]) => {
    const attributes = attributesOf(inside);
    if (attributes.xmlurl) return [];
    const url = attributes.url ?? attributes.htmlurl ?? "";
    return url ? [{ url, title: attributes.title ?? attributes.text ?? "" }] : [];
  });
}

/** @param {string} text @returns {Listed[]} */
function fromHtml(text) {
  return [...text.matchAll(/<a\s([^>]*)>([\s\S]*?)<\/a\s*>/gi)].map(([, inside, title]) => ({
    url: attributesOf(inside).href ?? "",
    title: plain(title.replace(/<[^>]*>/g, "")),
  }));
}

/** Columns are known by their names. @param {string} text @returns {Listed[]|null} null for what isn't such a table */
function fromCsv(text) {
  const rows = rowsOf(text);
  const names = (rows[0] ?? []).map((name) => name.replace(/^\ufeff/, "").trim().toLowerCase());
  const url = names.findIndex((name) => ["url", "link", "given_url", "resolved_url", "address", "주소"].includes(name));
  if (url < 0 || names.length < 2) return null;
  const title = names.findIndex((name) => ["title", "given_title", "resolved_title", "제목"].includes(name));
  return rows.slice(1).map((row) => ({ url: row[url] ?? "", title: row[title] ?? "" }));
}

/** Every address in a text; what stands before it in its line is its title. @param {string} text @returns {Listed[]} */
function fromText(text) {
  return text.split(/\r?\n/).flatMap((line) => {
    const found = [...line.matchAll(/https?:\/\/[^\s<>"'`)\]}]+/gi)];
    return found.map((match) => ({
      url: match[0].replace(/[.,;:!?]+$/, ""),
      title: found.length === 1 ? line.slice(0, match.index).replace(/^[\s\-*•[\d.)]+|[\s\-–:(\]]+$/g, "") : "",
    }));
  });
}

/** @param {string} inside of a tag @returns {Record<string, string>} */
function attributesOf(inside) {
  /** @type {Record<string, string>} */
  const attributes = {};
  for (const [, name, quoted, single, bare] of inside.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)) {
    attributes[name.toLowerCase()] = plain(quoted ?? single ?? bare ?? "");
  }
  return attributes;
}

/** @param {string} text with character references */
function plain(text) {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : -1;
    if (code >= 0) return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    return ENTITIES[name.toLowerCase()] ?? whole;
  });
}

/** A table of RFC 4180: fields in quotes may hold commas, line ends and doubled quotes. @param {string} text */
function rowsOf(text) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replace(/""/g, '"') ?? bare ?? "");
    if (end === ",") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
    if (rows.length > MOST + 1) break;
  }
  return rows;
}

/** @param {string} text */
function isWebAddress(text) {
  if (text.length > 2048) return false;
  try {
    const { protocol, hostname } = new URL(text);
    return /^https?:$/.test(protocol) && hostname.includes(".");
  } catch {
    return false;
  }
}
