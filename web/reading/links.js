/** Addresses of a reading's files, signed where the service is for those with a key (see ../key.js). */

/** @import {Reading} from "../types.js" */

/** @type {Map<string, string>} the signed query of each reading that was seen, or nothing */
const queries = new Map();

/** Notes what a reading's answer says of its links. @param {Reading} reading */
export function noteLinks(reading) {
  const query = reading.audio?.indexOf("?") ?? -1;
  queries.set(reading.id, query < 0 ? "" : reading.audio.slice(query));
}

/** @param {string} id @param {string} [file] such as `events` or `transcript.vtt` @param {boolean} [download] */
export function linkTo(id, file = "", download = false) {
  const query = queries.get(id) ?? "";
  const wish = download ? `${query ? "&" : "?"}download` : "";
  return `/api/readings/${encodeURIComponent(id)}${file && "/"}${file}${query}${wish}`;
}
