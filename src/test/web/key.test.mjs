import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

/** What the service was asked, and what it answers: 401 but for the right key. */
const sent = [];
const RIGHT = "Bearer nk_right";
let typed = [];

globalThis.location = new URL("https://listen.example/");
const storage = new Map();
globalThis.sessionStorage = {
  getItem: (key) => storage.get(key) ?? null,
  setItem: (key, value) => storage.set(key, value),
  removeItem: (key) => storage.delete(key),
};
globalThis.document = { createElement: (name) => new Part(name), body: { append() {} } };
globalThis.fetch = async (request) => {
  const key = request.headers.get("Authorization");
  sent.push([request.url, request.method, key, await request.text()]);
  return new Response("{}", { status: key === RIGHT || request.url.includes("other") ? 200 : 401 });
};

/** As much of an element as a dialog needs; `showModal` types the next key, or leaves where there is none. */
class Part extends EventTarget {
  parts = [];
  constructor(name) {
    super();
    this.name = name;
  }
  append(...parts) {
    this.parts.push(...parts);
  }
  setAttribute() {}
  remove() {}
  showModal() {
    const form = this.parts.find((part) => part.name === "form");
    const field = form.parts.find((part) => part.name === "input");
    const key = typed.shift();
    field.value = key ?? "";
    if (key) form.dispatchEvent(new Event("submit"));
    this.dispatchEvent(new Event("close"));
  }
}

await import("../../../web/key.js");

beforeEach(() => {
  sent.length = 0;
  storage.clear();
  typed = [];
});

test("a key is asked for when it is needed, kept, and sent with the same request again", async () => {
  typed = ["nk_right"];
  const post = { method: "POST", body: "text" };

  assert.equal((await fetch("https://listen.example/api/readings", post)).status, 200);
  assert.equal((await fetch("https://listen.example/api/voices")).status, 200);

  assert.deepEqual(
    sent.map(([, method, key, body]) => [method, key, body]),
    [["POST", null, "text"], ["POST", RIGHT, "text"], ["GET", RIGHT, ""]],
  );
  assert.equal(storage.get("nangdok.key"), "nk_right");
});

test("a key never goes to another site", async () => {
  storage.set("nangdok.key", "nk_right");

  await fetch("https://other.example/x");

  assert.equal(sent[0][2], null);
});

test("a key that is refused is forgotten", async () => {
  storage.set("nangdok.key", "nk_old");

  assert.equal((await fetch("https://listen.example/api/voices")).status, 401);

  assert.equal(storage.has("nangdok.key"), false);
});

test("requests at the same time ask once", async () => {
  typed = ["nk_right"];

  const answers = await Promise.all(["a", "b", "c"].map((path) => fetch(`https://listen.example/${path}`)));

  assert.deepEqual(answers.map((answer) => answer.status), [200, 200, 200]);
});

test("a reading's files are asked for by the link that its answer gave", async () => {
  const { linkTo, noteLinks } = await import("../../../web/reading/links.js");
  noteLinks({ id: "a b", audio: "/api/readings/a%20b/audio.mp3?key=k&expires=1&signature=s" });
  noteLinks({ id: "open", audio: "/api/readings/open/audio.mp3" });

  assert.equal(linkTo("a b", "events"), "/api/readings/a%20b/events?key=k&expires=1&signature=s");
  assert.equal(linkTo("open", "events"), "/api/readings/open/events");
  assert.equal(linkTo("open", "transcript.vtt", true), "/api/readings/open/transcript.vtt?download");
  assert.match(linkTo("a b", "transcript.vtt", true), /signature=s&download$/);
});
