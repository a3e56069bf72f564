import assert from "node:assert/strict";
import { test } from "node:test";

const kept = new Map();
globalThis.localStorage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };

const { understand } = await import("../../../web/reading/source.js");
const { readList } = await import("../../../web/library/imports.js");
const { Library } = await import("../../../web/library/list.js");
const { placeInWork } = await import("../../../web/library/workplace.js");
const { SleepTimer } = await import("../../../web/player/sleep.js");
const { contrast } = await import("../../../web/embed/contrast.js");
const { Timeline } = await import("../../../web/reading/timeline.js");
const keys = await import("../../../web/player/keys.js");

const URLS = (list) => list.map((one) => one.url);

test("an address is one, also without its scheme, in one's own network, in brackets", () => {
  for (const [typed, url] of [
    ["https://news.example/a?b=1", "https://news.example/a?b=1"],
    ["news.example/a", "https://news.example/a"],
    [" <https://news.example/a> ", "https://news.example/a"],
    ["localhost:8080/a", "https://localhost:8080/a"],
    ["192.168.0.1", "https://192.168.0.1"],
    ["뉴스.example/가", "https://뉴스.example/가"],
    ["printer:631/jobs", "https://printer:631/jobs"],
  ]) assert.deepEqual(understand(typed), { url }, typed);
});

test("a mistyped address is told, with what it may have been", () => {
  for (const [typed, meant] of [
    ["htp://news.example/a", "https://news.example/a"],
    ["htttp://news.example/a", "https://news.example/a"],
    ["ttps://news.example/a", "https://news.example/a"],
    ["https;//news.example/a", "https://news.example/a"],
    ["https:\\\\news.example\\a", "https://news.example/a"],
    ["www..news.example/a", "https://www.news.example/a"],
    ["news,example/a", "https://news.example/a"],
    ["https://", null],
  ]) assert.deepEqual(understand(typed), { wrong: "address", meant }, typed);
  assert.equal(understand("ftp://news.example/a").wrong, "scheme");
  assert.equal(understand("javascript:alert(1)").wrong, "scheme");
});

test("words are a text, also short ones with signs", () => {
  for (const typed of ["안녕하세요.", "Hello.", "3/4", "그는 https://news.example 를 읽었다.", "3.14", "A/B", "가.나.다.", "https는 규약이다"]) {
    assert.ok("text" in understand(typed), typed);
  }
  assert.equal(understand("  "), null);
});

test("lists of every kind are read, each address once", () => {
  assert.deepEqual(readList("강가의 새 - https://a.example/1\nhttps://a.example/2, https://a.example/1."), [
    { url: "https://a.example/1", title: "강가의 새" },
    { url: "https://a.example/2", title: "" },
  ]);
  const opml = `<?xml version="1.0"?><opml version="2.0"><body><outline text="feeds"><outline type="rss" text="F" xmlUrl="https://f.example/rss" htmlUrl="https://f.example"/></outline>
    <outline type="link" text="A &amp; B" url="https://a.example/?x=1&amp;y=2"/></body></opml>`;
  assert.deepEqual(readList(opml), [{ url: "https://a.example/?x=1&y=2", title: "A & B" }]);
  const bookmarks = `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="https://a.example/1" ADD_DATE="1">물가 &#49;</A>
    <DT><a href='https://a.example/2'><b>굵은</b> 제목</a><DT><A HREF="javascript:void(0)">x</A></DL>`;
  assert.deepEqual(readList(bookmarks), [
    { url: "https://a.example/1", title: "물가 1" },
    { url: "https://a.example/2", title: "굵은 제목" },
  ]);
  const pocket = 'title,url,time_added,tags,status\r\n"Say ""hi"", all",https://a.example/1,1,,unread\r\n,https://a.example/2,2,,archive\r\n';
  assert.deepEqual(readList(pocket), [
    { url: "https://a.example/1", title: 'Say "hi", all' },
    { url: "https://a.example/2", title: "" },
  ]);
  assert.deepEqual(URLS(readList("\ufeffURL,Title,Selection,Folder,Timestamp\nhttps://a.example/1,강,,Unread,1\n")), ["https://a.example/1"]);
});

test("what isn't a list is none, and a long one ends", () => {
  for (const text of ["", "그냥 글입니다.", "url,title\nnot an address,x", "<html><body><p>글</p></body></html>", "\"".repeat(5000)]) {
    assert.deepEqual(readList(text), [], text.slice(0, 20));
  }
  assert.equal(readList(Array.from({ length: 3000 }, (_, i) => `https://a.example/${i}`).join("\n")).length, 500);
});

test("the list keeps its order by hand, what is heard, and what is gone", () => {
  kept.clear();
  const list = new Library();
  assert.equal(list.wait([{ url: "https://a.example/1", title: "하나" }, { id: "r2", title: "둘" }, { url: "https://a.example/1", title: "" }]), 2);
  list.move("r2", -1);
  assert.deepEqual(list.waiting.map((one) => one.title), ["둘", "하나"]);
  list.begin({ id: "r1", url: "https://a.example/1", title: "하나", site: "a" });
  assert.deepEqual(list.waiting.map((one) => one.key), ["r2"], "an address that became a reading waits no more");
  list.heard("r1", { index: 3, offset: 10 }, 0.4);
  assert.equal(list.current?.key, "r1");
  list.heard("r1", null, 1);
  assert.deepEqual(new Library().of("heard").map((one) => one.key), ["r1"], "after a reload as well");
  list.remove("r1");
  assert.equal(list.get("r1"), null);
  assert.equal(list.all.find((one) => one.key === "r1")?.state, "removed", "another device learns it");
});

const WORK = [0, 1, 2].map((number) => ({ url: `/api/works/w/parts/${number}`, title: `${number + 1}장`, ms: 60_000, characters: 100 }));

test("the parts of a work wait before everything else, planned or not, none twice", () => {
  kept.clear();
  const list = new Library();
  list.wait([{ id: "r9", title: "기사" }]);
  list.waitFirst([{ id: null, ...WORK[1] }, { id: null, ...WORK[2] }]);
  assert.deepEqual(list.waiting.map((one) => one.title), ["2장", "3장", "기사"]);
  list.waitFirst([{ id: "p1", ...WORK[1] }, { id: null, ...WORK[2] }]); // one of them was planned meanwhile
  assert.deepEqual(list.waiting.map((one) => one.key), ["p1", WORK[2].url, "r9"]);
  list.begin({ id: "p2", url: null, part: WORK[2].url, title: "3장", site: null });
  assert.deepEqual(list.waiting.map((one) => one.key), ["p1", "r9"], "a part that became a reading waits no more");
  assert.equal(new Library().get("p2").url, WORK[2].url, "and is known as that part after a reload");
});

test("the place in a work is in the part that was heard last", () => {
  kept.clear();
  const list = new Library();
  const parts = WORK.map((part, index) => ({ id: index < 2 ? `p${index}` : null, ...part }));
  assert.equal(placeInWork(list, parts), null);
  list.waitFirst(parts);
  assert.equal(placeInWork(list, parts), null, "what waits isn't heard");
  list.begin({ id: "p1", url: null, title: "2장", site: null });
  list.heard("p1", { index: 4, offset: 0 }, 0.25);
  assert.deepEqual(placeInWork(list, parts), { index: 1, ms: 15_000, share: 1.25 / 3 });
  list.heard("p1", null, 1);
  assert.deepEqual(placeInWork(list, parts), { index: 2, ms: 0, share: 2 / 3 }, "behind what was heard to its end");
  const at = list.get("p1").at;
  list.merge([{ ...list.get("p1"), key: "p0", id: "p0", state: "begun", share: 0.5, at: at + 9 }]);
  assert.deepEqual(placeInWork(list, parts), { index: 0, ms: 30_000, share: 0.5 / 3 }, "another device was later elsewhere");
  list.merge([{ ...list.get("p1"), key: WORK[2].url, id: "p2", state: "heard", share: 1, at: at + 20 }]);
  assert.deepEqual(placeInWork(list, parts), { index: 0, ms: 0, share: 1 }, "all is heard: it begins anew");
});

test("of two devices the later word counts", () => {
  kept.clear();
  const list = new Library();
  list.wait([{ id: "a", title: "A" }]);
  const { at } = list.get("a");
  list.merge([{ ...list.get("a"), state: "heard", share: 1, at: at - 1 }, { ...list.get("a"), key: "b", id: "b", state: "begun", at }, { nonsense: 1 }]);
  assert.equal(list.get("a").state, "waiting");
  assert.equal(list.get("b").state, "begun");
  list.merge([{ ...list.get("a"), state: "removed", at: at + 1000 }]);
  assert.equal(list.get("a"), null);
});

test("the sleep timer never says that it is off while it is set", () => {
  const timer = new SleepTimer();
  const seen = [];
  timer.addEventListener("change", () => seen.push(timer.choice));
  timer.after(5);
  timer.after(10);
  timer.atEndOf(3, "turn");
  timer.more(5);
  timer.off();
  assert.deepEqual(seen.filter((one, i) => one !== seen[i - 1]), [5, 10, "turn", 5, "off"]);
});

test("a timer of minutes belongs to the listener, an end to its article", () => {
  const timer = new SleepTimer();
  timer.after(5);
  timer.anotherArticle();
  assert.equal(timer.on, true);
  timer.atEndOf(2, "article");
  timer.anotherArticle();
  assert.equal(timer.on, false);
});

test("contrast is WCAG's", () => {
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  assert.ok(Math.abs(contrast([119, 119, 119], [255, 255, 255]) - 4.48) < 0.01);
});

test("a sentence that was sought stays at its time while what lies before is made", () => {
  const sentences = Array.from({ length: 30 }, (_, index) => ({
    index, paragraph: index, text: "열 글자짜리 문장입니다", state: "waiting", clip: null, startMs: null, durationMs: null, pauseMs: null, marks: null,
  }));
  const timeline = new Timeline({ turns: [{ index: 0, sentences }] });
  timeline.hold(20);
  const held = timeline.starts[20];
  for (let i = 0; i < 8; i++) timeline.update({ index: i, state: "ready", clip: "/c", startMs: i * 900, durationMs: 700, pauseMs: 200 });
  timeline.update({ index: 20, state: "ready", clip: "/c", startMs: null, durationMs: 3000, pauseMs: 100 });
  assert.equal(timeline.starts[20], held);
  assert.equal(timeline.starts[21], held + 3100);
  assert.ok(timeline.starts.every((start, i) => i === 0 || start >= timeline.starts[i - 1]), String(timeline.starts));
  for (let i = 8; i < 21; i++) timeline.update({ index: i, state: "ready", clip: "/c", startMs: i * 900, durationMs: 700, pauseMs: 200 });
  assert.equal(timeline.starts[20], 18_000, "the server's word comes before what was told");
});

test("a key does one thing, and those that browsers need do nothing else", () => {
  const [toggle, back] = keys.SHORTCUTS;
  assert.equal(keys.setKey(toggle, "p"), null);
  assert.equal(keys.setKey(back, "p"), toggle);
  assert.equal(keys.setKey(back, "Tab"), "taken");
  assert.equal(keys.keyOf(toggle), "p");
  keys.resetKeys();
  assert.equal(keys.keyOf(toggle), "k");
});
