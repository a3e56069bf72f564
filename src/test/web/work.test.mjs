import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const stored = new Map();
globalThis.localStorage = {
  getItem: (key) => stored.get(key) ?? null,
  setItem: (key, value) => stored.set(key, value),
};
globalThis.addEventListener ??= () => {};

let gone = "";
globalThis.location = { origin: "https://news.example", href: "https://news.example/works/w0", assign: (address) => (gone = address) };

const asked = [];
globalThis.fetch = async (request) => {
  asked.push(`${request.method} ${new URL(request.url).pathname}`);
  return request.url.endsWith("/2") ? new Response('{"id":"c3"}') : new Response('{"detail":"Nicht da."}', { status: 503 });
};
// addresses of the page's own, as a browser completes them
const Plain = globalThis.Request;
globalThis.Request = class extends Plain {
  constructor(input, options) {
    super(typeof input === "string" ? new URL(input, location.href) : input, options);
  }
};

/** An element of the page, as far as it is used. */
class Shown extends EventTarget {
  title = "";
  hidden = true;
  textContent = "";
  dataset = {};
  setAttribute() {}
  removeAttribute() {}
}

/** What leads to a part. */
class Door extends Shown {
  constructor(part, title, reading) {
    super();
    this.dataset = { part: `/api/works/w0/parts/${part}`, title, ms: "60000", characters: "100", ...(reading && { reading }) };
  }
}

const doors = [new Door(0, "봄", "a1"), new Door(1, "여름", "b2"), new Door(2, "가을"), new Door(3, "겨울")];
const button = new Shown();
button.closest = () => button;
const resume = new Shown();
resume.dataset = { resume: "이어 듣기: {title}, {time}", share: "{percent}%" };
resume.querySelector = () => button;
const status = new Shown();
const main = { dataset: { work: "w0", play: "여기부터 듣기" } };
globalThis.document = {
  querySelector: (what) => ({ "main[data-work]": main, "#resume": resume, "[role=status]": status })[what],
  querySelectorAll: () => doors,
};

const { Library } = await import("../../../web/library/list.js");
const place = { index: 3, offset: 20 };
const before = new Library();
before.begin({ id: "b2", url: null, title: "여름", site: null });
before.heard("b2", place, 0.75);
await import("../../../web/work.js");

/** Presses a door; true if the page takes the press for itself. */
function press(door, keys = {}) {
  const event = new Event("click", { cancelable: true });
  return !door.dispatchEvent(Object.assign(event, { button: 0, ...keys }));
}

const waiting = () => new Library().waiting.map((entry) => entry.title);
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(() => {
  gone = "";
  asked.length = 0;
});

test("a listener goes on where they stopped in the whole work", async () => {
  assert.equal(resume.hidden, false);
  assert.equal(button.textContent, "이어 듣기: 여름, 0:00:45");
  assert.equal(button.title, "44%");

  const event = new Event("click");
  Object.defineProperty(event, "target", { value: button });
  resume.dispatchEvent(event);
  await settled();

  assert.equal(gone, "/?id=b2");
  assert.deepEqual(waiting(), ["가을", "겨울"]);
  assert.deepEqual(new Library().get("b2").place, place, "the place inside the part stays");
});

test("a press that asks for another tab is the browser's", () => {
  for (const keys of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) {
    assert.equal(press(doors[0], keys), false);
  }
  assert.equal(gone, "");
});

test("a part that isn't planned yet is had first, and those behind it wait", async () => {
  assert.equal(press(doors[2]), true);
  await settled();

  assert.deepEqual(asked, ["POST /api/works/w0/parts/2"]);
  assert.equal(gone, "/?id=c3");
  assert.deepEqual(waiting().slice(0, 2), ["가을", "겨울"], "until it plays");
  assert.equal(new Library().get("c3").url, "/api/works/w0/parts/2");
});

test("a part that can't be had says why", async () => {
  press(doors[3]);
  await settled();

  assert.equal(gone, "");
  assert.equal(status.textContent, "Nicht da.");
});

test("doors are shown and say what a press does", () => {
  assert.ok(doors.every((door) => !door.hidden && door.title === "여기부터 듣기"));
});

test("storage that refuses doesn't keep a chapter from playing", async () => {
  const { setItem } = globalThis.localStorage;
  globalThis.localStorage.setItem = () => {
    throw new Error("full");
  };
  press(doors[0]);
  await settled();
  globalThis.localStorage.setItem = setItem;
  assert.equal(gone, "/?id=a1");
});
