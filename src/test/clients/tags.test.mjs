// music-metadata, which reads tags for many players, on the files to take away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { packages, service } from "./service.mjs";

const { parseBuffer } = await import(pathToFileURL(packages.resolve("music-metadata")).href);

const HTML = `<html><body><article><h1>Trees planted along the river</h1>
  <p>More than two hundred people met on Sunday. They came with their children.</p>
  <h2>The city</h2><p>They planted trees in the park beside the river all day.</p>
  <h2>Next year</h2><p>The group will come back. The city will hire people to care for them.</p>
  <h2>Next year</h2><p>The group will come back. The city will hire people to care for them.</p>
</article></body></html>`;

async function reading() {
  const answer = await fetch(`${service}/api/readings`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ html: HTML, url: "http://news.example/trees" }),
  });
  assert.equal(answer.status, 202);
  const { id } = await answer.json();
  await (await fetch(`${service}/api/readings/${id}/audio.mp3`)).arrayBuffer();
  return id;
}

const id = await reading();

async function read(file) {
  const answer = await fetch(`${service}/api/readings/${id}/${file}`);
  if (answer.status === 400 && (await answer.clone().json()).code === "audio.no-ffmpeg") {
    return null;
  }
  assert.equal(answer.status, 200);
  const mimeType = answer.headers.get("content-type");
  return parseBuffer(new Uint8Array(await answer.arrayBuffer()), { mimeType }, { includeChapters: true, duration: true });
}

for (const file of ["audio.mp3?download", "audio.m4a", "audio.flac", "audio.ogg"]) {
  test(`${file} tells its title and length`, async (t) => {
    const metadata = await read(file);
    if (!metadata) {
      t.skip("There is no ffmpeg on this machine.");
      return;
    }
    assert.equal(metadata.common.title, "Trees planted along the river");
    assert.ok(metadata.format.duration > 10);
  });
}

test("M4A has its chapters, each at its time", async (t) => {
  const metadata = await read("audio.m4a");
  if (!metadata) {
    t.skip("There is no ffmpeg on this machine.");
    return;
  }
  const told = await (await fetch(`${service}/api/readings/${id}/chapters.json`)).json();
  assert.ok(metadata.format.chapters.length >= 3);
  assert.deepEqual(
    metadata.format.chapters.map(({ title }) => title),
    told.chapters.map(({ title }) => title),
  );
  metadata.format.chapters.forEach(({ start, timeScale }, i) => {
    assert.ok(Math.abs(start / timeScale - told.chapters[i].startTime) < 0.05, `chapter ${i}`);
  });
});
