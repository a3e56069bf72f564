import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

let packs = [];
let asked = [];
let sent = null;

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
  focus() {}
  before(...parts) {
    imprint.parts[0].parts.push(...parts);
  }
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
  if (path.endsWith("/licence")) return Response.json({ terms: "T.", source: "S", text: "1. Be kind.", sha256: "abc" });
  if (options) sent = JSON.parse(options.body);
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

test("the line appears once for a language; the licence is read before the button that accepts it", async () => {
  packs = [pack("a", ["ko"], 5_000_000)];
  await offerVoices({ language: "ko" });
  await offerVoices({ language: "ko-KR" });
  assert.equal(imprint.parts.length, 1);
  const buttons = () => imprint.parts[0].parts.filter((part) => part.name === "button");
  assert.equal(buttons().length, 1);
  buttons()[0].dispatchEvent(new Event("click"));
  await settled();
  assert.deepEqual(asked.at(-1), ["GET", "/api/voices/a/licence"]);
  assert.equal(imprint.parts[0].parts.find((part) => part.name === "pre").textContent, "1. Be kind.");
  buttons().at(-1).dispatchEvent(new Event("click"));
  await settled();
  assert.deepEqual(asked.at(-1), ["POST", "/api/voices/a"]);
  assert.deepEqual(sent, { acceptLicence: true, licenceSha256: "abc" });
  await offerVoices({ language: "en" });
  assert.equal(imprint.parts.length, 0);
});

async function settled() {
  for (let turn = 0; turn < 4; turn++) await new Promise((go) => setImmediate(go));
}
