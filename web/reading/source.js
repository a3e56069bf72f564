/**
 * Tells an address from an article: one field takes both.
 *
 * @typedef {{url: string}|{text: string}|{wrong: "address"|"scheme", meant: string|null}} Asked `wrong`: an address that
 *     is none; `meant`: what it may have been
 */

/** A line without spaces that looks like an address, as far as somebody can mistype one. */
const LIKE_AN_ADDRESS = /^\S+$/;
const SCHEME = /^([a-z][a-z0-9+.-]*):\/*/i;
const HOST = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.[a-z]{2,}(:\d+)?([/?#]\S*)?$/iu;
const LOCAL = /^(localhost|\[[0-9a-f:]+\]|\d{1,3}(\.\d{1,3}){3})(:\d+)?([/?#]\S*)?$/i;
const WITH_PORT = /^[a-z0-9-]+(\.[a-z0-9-]+)*:\d{1,5}([/?#]\S*)?$/i;
const OTHER_SCHEMES = /^(file|ftp|data|javascript|mailto|tel|about|blob|chrome|ws|wss|sftp|ssh|intent|view-source):/i;

/**
 * @param {string} typed
 * @returns {Asked|null} what to ask the server for; null for nothing
 */
export function understand(typed) {
  const text = typed.trim().replace(/^[<"'“‘(\[]+(?=[a-z]{3,6}:)|[>"'”’]+$/gi, "");
  if (text === "") return null;
  if (/^https?:\/\/[^\s/?#]+\S*$/i.test(text)) return text.includes(",") && !hostOf(text).includes(".") ? mistyped(text) : { url: text };
  if (!LIKE_AN_ADDRESS.test(text)) return { text: typed };
  if (OTHER_SCHEMES.test(text)) return { wrong: "scheme", meant: null };
  // an address typed without its scheme: no spaces, a dotted host with a Latin ending, perhaps a path
  if (HOST.test(text) || LOCAL.test(text) || WITH_PORT.test(text)) return { url: `https://${text}` };
  return looksMistyped(text) ? mistyped(text) : { text: typed };
}

/** @param {string} text */
function hostOf(text) {
  return text.replace(SCHEME, "").split(/[/?#]/)[0];
}

/** @param {string} text */
function looksMistyped(text) {
  if (/^(h\w{0,2}t?t?\w?ps?|https?|ttps?|hhttps?|www)[:;.,]?[\\/.,;:]+\S/i.test(text)) return true; // htp://, http;//, https//
  if (/^www[.,]/i.test(text)) return true;
  return /^[a-z0-9-]+([.,][a-z0-9-]+)+[\\/]\S*$/i.test(text); // news,example.kr/story, news.example\story
}

/** @param {string} text @returns {Asked} */
function mistyped(text) {
  const rest = text
    .replace(/^(h\w{0,2}t?t?\w?ps?|ttps?|hhttps?)\s*[:;.,]?[\\/.,;:]+/i, "")
    .replace(/^([^/\\?#]*)/, (host) => host.replace(/[,;]/g, ".").replace(/\.{2,}/g, "."))
    .replace(/\\/g, "/");
  return { wrong: "address", meant: HOST.test(rest) ? `https://${rest}` : null };
}
