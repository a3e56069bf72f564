/** @type {Map<string, Promise<CustomElementConstructor>>} */
const loading = new Map();

/**
 * Defines `<nangdok-player>` with the files of a service, so that page and service always speak the same language.
 * Called again, it answers with the same; a page has one service.
 *
 * @param {string|URL} service its address, such as `https://listen.example`
 * @returns {Promise<CustomElementConstructor>} the element's class, once it is defined
 */
export function loadNangdokPlayer(service) {
  const address = new URL("embed.js", String(service).replace(/\/*$/, "/")).href;
  if (!/^https?:/.test(address)) return Promise.reject(new TypeError("A Nangdok service has an address of http or https."));
  const others = [...loading.keys()].filter((other) => other !== address);
  if (others.length > 0) return Promise.reject(new Error(`This page has loaded ${others[0]} already.`));
  let player = loading.get(address);
  if (!player) {
    player = import(/* webpackIgnore: true */ /* @vite-ignore */ address).then(() => customElements.whenDefined("nangdok-player"));
    player.catch(() => loading.delete(address)); // the network may be back the next time
    loading.set(address, player);
  }
  return player;
}
