import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const stored = new Map();
globalThis.localStorage = {
  getItem: (key) => stored.get(key) ?? null,
  setItem: (key, value) => stored.set(key, value),
};

let gone = "";
globalThis.location = { assign: (address) => (gone = address) };

/** A link to a part, as the work's page holds it. */
class Link extends EventTarget {
  title = "";
  constructor(reading, title) {
    super();
    this.dataset = { reading, title };
  }
}

const links = [new Link("a1", "봄"), new Link("b2", "여름"), new Link("c3", "가을")];
const main = { dataset: { work: "w0", play: "여기부터 듣기" } };
globalThis.document = { querySelector: () => main, querySelectorAll: () => links };

await import("../../../web/work.js");

/** Presses a link; true if the page takes the press for itself. */
function press(link, keys = {}) {
  const event = new Event("click", { cancelable: true });
  return !link.dispatchEvent(Object.assign(event, { button: 0, ...keys }));
}

const queue = () => JSON.parse(stored.get("nangdok.queue") ?? "[]");

beforeEach(() => {
  stored.clear();
  gone = "";
});

test("the chapter that is pressed plays and those behind it wait in their order", () => {
  assert.equal(press(links[1]), true);

  assert.equal(gone, "/?id=b2");
  assert.deepEqual(queue(), [{ id: "c3", title: "가을" }]);
});

test("what waited already waits behind the work, and no chapter twice", () => {
  const other = { id: "zz", title: "기사" };
  stored.set("nangdok.queue", JSON.stringify([{ id: "a1", title: "봄" }, other, { id: "c3", title: "가을" }]));

  press(links[0]);

  assert.equal(gone, "/?id=a1");
  assert.deepEqual(queue(), [{ id: "b2", title: "여름" }, { id: "c3", title: "가을" }, other]);
});

test("the last chapter leaves only what waited before", () => {
  press(links[2]);

  assert.equal(gone, "/?id=c3");
  assert.deepEqual(queue(), []);
});

test("a press that asks for another tab is the browser's", () => {
  for (const keys of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) {
    assert.equal(press(links[0], keys), false);
  }
  assert.equal(gone, "");
  assert.equal(stored.size, 0);
});

test("storage that refuses doesn't keep a chapter from playing", () => {
  const { setItem } = globalThis.localStorage;
  globalThis.localStorage.setItem = () => {
    throw new Error("full");
  };
  try {
    press(links[0]);
  } finally {
    globalThis.localStorage.setItem = setItem;
  }
  assert.equal(gone, "/?id=a1");
});

test("links say what a press does", () => {
  assert.deepEqual(
    links.map((link) => link.title),
    ["여기부터 듣기", "여기부터 듣기", "여기부터 듣기"],
  );
});
