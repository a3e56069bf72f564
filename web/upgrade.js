/**
 * Turns the page of a reading that works without a script (`/r/{id}`) into the player. The address stays, so that what
 * is shared is what is seen.
 */
const answer = await fetch("/");
const player = new DOMParser().parseFromString(await answer.text(), "text/html");
document.head.replaceChildren(...[...player.head.children].filter((element) => element.localName !== "script"));
document.body.replaceWith(player.body);
await import("./page.js");

export {};
