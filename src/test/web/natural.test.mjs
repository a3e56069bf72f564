import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

mock.timers.enable({ apis: ["setTimeout"] });

/** As much of an element as the line needs. */
class Part extends EventTarget {
  parts = [];
  textContent = "";
  className = "";
  constructor(name) {
    super();
    this.name = name;
  }
  append(...parts) {
    this.parts.push(...parts);
  }
  replaceChildren(...parts) {
    this.parts = parts;
  }
  setAttribute() {}
  all() {
    return [this, ...this.parts.flatMap((part) => part.all())];
  }
  querySelector(what) {
    return this.all().find((part) => part.name === what || `.${part.className}` === what) ?? null;
  }
}

let packs, voices, reading, asked;
globalThis.document = { createElement: (name) => new Part(name) };
globalThis.fetch = async (path, options) => {
  asked.push([options?.method ?? "GET", path]);
  if (path === "/api/voices/packs") return Response.json({ packs });
  if (path === "/api/voices") return Response.json({ voices });
  if (path.endsWith("/again")) return Response.json({ id: "two" }, { status: 202 });
  return Response.json(reading);
};

const { NaturalVoices, readByLight } = await import("../../../web/natural.js");

const pack = (state, done = 0) => ({ name: "n", languages: ["ko", "en"], byItself: true, state, done, bytes: 200 });
const voice = (id, natural, language = "ko") => ({ id, natural, ready: true, language });
const article = (...ids) => ({ id: "one", language: "ko", held: false, turns: ids.map((id) => ({ voice: { id } })) });

let place, opened, paused, line;
beforeEach(() => {
  [packs, voices, asked, opened, paused] = [[], [voice("light", false)], [], [], 0];
  place = new Part("div");
  line = new NaturalVoices(place, (one) => opened.push(one.id), () => paused++);
});

test("while the pack is fetched the line says how far it is and offers to wait or to listen", async () => {
  packs = [pack("installing", 50)];
  await line.show(article("light"));
  assert.equal(place.hidden, false);
  assert.equal(place.parts[0].textContent, "natural.fetching");
  assert.equal(place.querySelector("progress").value, 25);
  assert.equal(place.querySelector(".percent").textContent, "25 %");
  assert.deepEqual(buttons(), ["natural.wait", "natural.listen-now"]);
  packs = [pack("installing", 100)];
  await later();
  assert.equal(place.querySelector("progress").value, 50);
});

test("who waits hears the article by natural voices as soon as they are there", async () => {
  packs = [pack("installing")];
  await line.show(article("light"));
  press("natural.wait");
  await settled();
  assert.equal(paused, 1);
  assert.equal(place.parts[0].textContent, "natural.waiting");
  packs = [pack("installed", 200)];
  voices.push(voice("natural", true));
  await later();
  assert.deepEqual(opened, ["two"]);
  assert.deepEqual(asked.at(-1), ["POST", "/api/readings/one/again"]);
});

test("who listens now is offered to hear it again once they are there, in one press", async () => {
  packs = [pack("installing")];
  await line.show(article("light"));
  press("natural.listen-now");
  await settled();
  assert.deepEqual(opened, ["one"]);
  packs = [pack("installed", 200)];
  voices.push(voice("natural", true));
  await later();
  assert.deepEqual(buttons(), ["natural.read-again"]);
  press("natural.read-again");
  await settled();
  assert.deepEqual(opened, ["one", "two"]);
});

test("that they can't be had is said once", async () => {
  packs = [pack("installing")];
  await line.show(article("light"));
  packs = [pack("failed")];
  await later();
  assert.equal(place.parts[0].textContent, "natural.failed");
  assert.deepEqual(buttons(), []);
  await line.show({ ...article("light"), id: "other" });
  assert.equal(place.hidden, true);
});

test("nothing is said of a pack that nobody fetches, nor of an article that natural voices read", async () => {
  packs = [pack("offered")];
  await line.show(article("light"));
  assert.equal(place.hidden, true);
  voices.push(voice("natural", true));
  await line.show({ ...article("natural"), id: "other" });
  assert.equal(place.hidden, true);
});

test("a reading that waits for processors says so until it begins", async () => {
  reading = { ...article("natural"), held: true };
  await line.show(reading);
  assert.equal(place.parts[0].textContent, "natural.held");
  reading = article("natural");
  await later();
  assert.equal(place.hidden, true);
});

test("voices of another language don't read this one", () => {
  assert.equal(readByLight(article("light"), [voice("light", false), voice("n", true, "en-US")]), false);
  assert.equal(readByLight(article("light"), [{ ...voice("n", true), ready: false }]), false);
  assert.equal(readByLight(article("light"), [voice("n", true)]), true);
});

function buttons() {
  return place.all().filter((part) => part.name === "button").map((part) => part.textContent);
}

function press(name) {
  place.all().find((part) => part.textContent === name).dispatchEvent(new Event("click"));
}

async function later() {
  mock.timers.tick(2_000);
  await settled();
}

async function settled() {
  for (let turn = 0; turn < 12; turn++) await new Promise((go) => setImmediate(go));
}
