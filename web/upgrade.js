/** Turns the page of a reading that needs no script into the player, at the sentence that the address names. */
const reading = /\/r\/([^/]+)/.exec(location.pathname);
if (reading && !new URLSearchParams(location.search).has("plain")) {
  location.replace(`/?id=${reading[1]}${location.hash}`);
}
