import assert from "node:assert/strict";
import { test } from "node:test";
import { understand } from "../../../web/reading/source.js";
import { startOf, voicesOf } from "../../../web/embed/attributes.js";
import { placeSentences } from "../../../web/embed/pagetext.js";
import { WORDS } from "../../../web/embed/words.js";
import { Rungs } from "../../../web/player/rungs.js";
import { Timeline } from "../../../web/reading/timeline.js";

/** Four sentences: an anchor says two in one line and one in the next, a reporter says one. */
function reading(change = () => ({})) {
  const sentence = (index, paragraph) => ({
    index, paragraph, text: "열 글자짜리 문장입니다", state: "ready", clip: "/clips/a.mp3", startMs: index * 1200,
    durationMs: 1000, pauseMs: 200, marks: [{ start: 0, end: 500, from: 0, to: 1 }, { start: 500, end: 1000, from: 2, to: 6 }],
    ...change(index),
  });
  return {
    turns: [
      { index: 0, person: "anchor", sentences: [sentence(0, 3), sentence(1, 3), sentence(2, 4)] },
      { index: 1, person: "reporter", sentences: [sentence(3, 5)] },
    ],
  };
}

test("a time belongs to the sentence that began last", () => {
  const timeline = new Timeline(reading());
  assert.deepEqual(timeline.placeAt(0), { index: 0, offset: 0 });
  assert.deepEqual(timeline.placeAt(1199), { index: 0, offset: 1199 });
  assert.deepEqual(timeline.placeAt(1200), { index: 1, offset: 0 });
  assert.deepEqual(timeline.placeAt(9999), { index: 3, offset: 9999 - 3600 });
});

test("a word is found by the offset, none in the pause", () => {
  const timeline = new Timeline(reading());
  assert.equal(timeline.markAt({ index: 1, offset: 499 })?.from, 0);
  assert.equal(timeline.markAt({ index: 1, offset: 500 })?.from, 2);
  assert.equal(timeline.markAt({ index: 1, offset: 1000 }), null);
});

test("steps lead to sentences, paragraphs and speakers", () => {
  const timeline = new Timeline(reading());
  const start = { index: 0, offset: 100 };
  assert.equal(timeline.step(start, "sentence", 1)?.index, 1);
  assert.equal(timeline.step(start, "paragraph", 1)?.index, 2);
  assert.equal(timeline.step(start, "speaker", 1)?.index, 3);
  assert.equal(timeline.step({ index: 3, offset: 0 }, "speaker", 1), null);
});

test("a step back returns to the start first when that is some seconds ago", () => {
  const timeline = new Timeline(reading());
  assert.equal(timeline.step({ index: 2, offset: 100 }, "sentence", -1)?.index, 1);
  assert.equal(timeline.step({ index: 2, offset: 2500 }, "sentence", -1)?.index, 2);
  assert.equal(timeline.step({ index: 3, offset: 100 }, "speaker", -1)?.index, 0);
});

test("sentences that aren't made yet have a guessed place, which the server's own replaces", () => {
  const unmade = { state: "waiting", clip: null, startMs: null, durationMs: null, pauseMs: null, marks: null };
  const timeline = new Timeline(reading((index) => (index > 1 ? unmade : {})));
  assert.equal(timeline.exact, false);
  assert.equal(timeline.starts[2], 2400);
  assert.ok(timeline.starts[3] > 3000);
  const made = reading().turns;
  [made[0].sentences[2], made[1].sentences[0]].forEach((sentence) => timeline.update(sentence));
  assert.equal(timeline.exact, true);
  assert.equal(timeline.starts[3], 3600);
});

test("a skipped sentence takes no time and isn't gone to", () => {
  const skipped = { state: "skipped", clip: null, startMs: 1200, durationMs: 0, pauseMs: 0, marks: null };
  const timeline = new Timeline(reading((index) => (index === 1 ? skipped : {})));
  assert.equal(timeline.speakableFrom(1), 2);
  assert.equal(timeline.durationOf(timeline.sentences[1]), 0);
});

test("one field takes addresses and articles", () => {
  assert.equal(understand("  "), null);
  assert.deepEqual(understand(" https://news.example/기사?id=1 "), { url: "https://news.example/기사?id=1" });
  assert.deepEqual(understand("news.example/a"), { url: "https://news.example/a" });
  assert.deepEqual(understand("끝났습니다."), { text: "끝났습니다." });
  assert.deepEqual(understand("See https://news.example"), { text: "See https://news.example" });
  assert.deepEqual(understand("첫 줄\nhttps://news.example"), { text: "첫 줄\nhttps://news.example" });
});

test("both languages say the same things", async () => {
  const { readFileSync } = await import("node:fs");
  const of = (language) =>
    JSON.parse(readFileSync(new URL(`../../../web/messages/${language}.json`, import.meta.url), "utf8"));
  const korean = of("ko");
  const english = of("en");
  // what the server refuses it says in English itself
  const own = (messages) => Object.keys(messages).filter((key) => !key.startsWith("refused.")).sort();
  assert.deepEqual(own(korean), own(english));
  const names = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();
  for (const key of own(korean)) assert.deepEqual(names(korean[key]), names(english[key]), key);
});

test("an embedded player's sentences are found in the page's own text", () => {
  const text = "소식더보기새우물이생겼습니다.다른글새우물이생겼습니다.물이맑습니다.참좋습니다.물은깊습니다.참좋습니다.끝.";
  const sentences = ["새 우물이 생겼습니다.", "물이 맑습니다.", "참 좋습니다.", "물은 깊습니다.", "참 좋습니다.", "없는 문장입니다."];
  const places = placeSentences(text, sentences);
  assert.equal(places[0]?.from, text.lastIndexOf("새우물"), "the headline next to the text, not the link to it");
  assert.equal(places[1]?.from, text.indexOf("물이맑"));
  assert.equal(places[2]?.from, text.indexOf("참좋"));
  assert.equal(places[4]?.from, text.lastIndexOf("참좋"));
  assert.equal(places[5], null);
});

test("a sentence that occurs once but in the wrong place doesn't push the others away", () => {
  const text = "끝맺는말입니다.처음입니다.둘째입니다.셋째입니다.";
  const places = placeSentences(text, ["처음입니다.", "둘째입니다.", "셋째입니다.", "끝맺는 말입니다."]);
  assert.deepEqual(places.map((place) => place?.from ?? -1), [8, 14, 20, -1]);
});

test("the attributes of an embedded player are understood", () => {
  assert.deepEqual(voicesOf(" anchor = ko-a , 홍길순=ko-b"), { anchor: "ko-a", 홍길순: "ko-b" });
  assert.equal(voicesOf("anchor"), null);
  assert.equal(voicesOf(null), null);
  const timeline = new Timeline(reading());
  assert.deepEqual(startOf("s2", timeline), { index: 2, offset: 0 });
  assert.deepEqual(startOf("1.5", timeline), { index: 1, offset: 300 });
  assert.deepEqual(startOf("0:03", timeline), { index: 2, offset: 600 });
  assert.equal(startOf("s99", timeline), null);
  assert.equal(startOf("soon", timeline), null);
  assert.equal(startOf("1:2:3:4", timeline), null);
});

test("the embedded player says the same things in both languages", () => {
  assert.deepEqual(Object.keys(WORDS.ko), Object.keys(WORDS.en));
});

test("the rung: the file when it is complete, else a clip to begin with and the stream from its end", () => {
  const timeline = new Timeline(reading((index) => ({ durationMs: 5000, startMs: index * 5200 })));
  const stream = { ready: true, way: "library", prepare() {}, reaches: (seconds) => seconds < 8 };
  const rungs = new Rungs(stream);
  rungs.offer({ stream: "/a.m3u8", chunked: "/a.mp3" });
  assert.equal(rungs.choose(timeline, { index: 0, offset: 0 }, "none")?.rung, "clip");
  assert.deepEqual(rungs.after(timeline, 5000), { rung: "stream", address: "/a.m3u8", ms: 5000 });
  assert.equal(rungs.after(timeline, 15000), null, "too little is made");
  assert.deepEqual(rungs.choose(timeline, { index: 1, offset: 100 }, "stream"), { rung: "stream", address: "/a.m3u8", ms: 5300 });
  assert.equal(rungs.choose(timeline, { index: 2, offset: 0 }, "stream")?.rung, "clip", "the stream doesn't know it yet");
  rungs.whole = "/whole.mp3";
  assert.deepEqual(rungs.choose(timeline, { index: 2, offset: 0 }, "stream"), { rung: "whole", address: "/whole.mp3", ms: 10400 });
});

test("the rung without HLS: the chunked answer from the beginning, clips for every other place", () => {
  const timeline = new Timeline(reading());
  const rungs = new Rungs({ ready: false, way: "none", prepare() {}, reaches: () => false });
  rungs.offer({ stream: "/a.m3u8", chunked: "/a.mp3" });
  assert.equal(rungs.choose(timeline, { index: 0, offset: 0 }, "none")?.rung, "chunked");
  assert.equal(rungs.choose(timeline, { index: 1, offset: 0 }, "chunked")?.rung, "clip");
  assert.equal(rungs.after(timeline, 1000), null);
});
