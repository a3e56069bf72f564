/**
 * Tells an address from an article: one field takes both.
 *
 * @param {string} typed
 * @returns {{url: string}|{text: string}|null} what to ask the server for; null for nothing
 */
export function understand(typed) {
  const text = typed.trim();
  if (text === "") return null;
  if (/^https?:\/\/\S+$/i.test(text)) return { url: text };
  // an address typed without its scheme: no spaces, a dotted host with a Latin ending, perhaps a path
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.[a-z]{2,}(:\d+)?([/?#]\S*)?$/iu.test(text)) return { url: `https://${text}` };
  return { text: typed };
}
