import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

let packs = [];
let asked = [];

/** As much of an element as the line needs. */
class Part extends EventTarget {
  parts = [];
  textContent = "";
  constructor(name) {
    super();
    this.name = name;
  }
  append(...parts) {
    this.parts.push(...parts);
  }
  setAttribute() {}
  remove() {
    imprint.parts = imprint.parts.filter((part) => part !== this);
  }
  get classList() {
    return { add() {} };
  }
}

const imprint = new Part("footer");
globalThis.document = {
  createElement: (name) => new Part(name),
  querySelector: () => imprint,
  getElementById: (id) => imprint.parts.find((part) => part.id === id) ?? null,
};
globalThis.fetch = async (path, options) => {
  asked.push([options?.method ?? "GET", path]);
  if (path === "/api/voices/packs") return Response.json({ packs });
  return Response.json({ ...packs[0], state: "installed" }, { status: options ? 202 : 200 });
};

const { best, offerVoices } = await import("../../../web/packs.js");

const pack = (name, languages, bytes, state = "offered") => ({
  name, title: name, languages, bytes, state, done: 0, licence: "L", terms: "T.",
});

beforeEach(() => {
  asked = [];
});

test("the largest pack of the article's language is offered", () => {
  const all = [pack("small", ["ko"], 1), pack("large", ["en", "ko-KR"], 9), pack("other", ["de-DE"], 99)];
  assert.equal(best(all, "ko").name, "large");
  assert.equal(best(all, "fr"), null);
});

test("nothing is offered where natural voices are installed", () => {
  assert.equal(best([pack("a", ["ko"], 1, "installed"), pack("b", ["ko"], 9)], "ko"), null);
});

test("the line appears once for a language and installs when asked", async () => {
  packs = [pack("a", ["ko"], 5_000_000)];
  await offerVoices({ language: "ko" });
  await offerVoices({ language: "ko-KR" });
  assert.equal(imprint.parts.length, 1);
  const button = imprint.parts[0].parts.find((part) => part.name === "button");
  button.dispatchEvent(new Event("click"));
  await new Promise((go) => setImmediate(go));
  await new Promise((go) => setImmediate(go));
  assert.deepEqual(asked.at(-1), ["POST", "/api/voices/a"]);
  await offerVoices({ language: "en" });
  assert.equal(imprint.parts.length, 0);
});
