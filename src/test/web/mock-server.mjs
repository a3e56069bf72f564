/**
 * A server that speaks the page's side of the HTTP contract (DESIGN.md) with tones instead of voices, so that `web/`
 * can be worked on and tried without building the application: slow making, failing sentences and broken connections
 * can be had at will.
 *
 *   node src/test/web/mock-server.mjs [port]        needs ffmpeg, for the tones
 *
 * A text that holds the word "slow" takes half a second a sentence; an address that holds "blocked" or 127.0.0.1 is refused.
 */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { SAMPLE, turnsOf } from "./mock-article.mjs";

const WEB = fileURLToPath(new URL("../../../web/", import.meta.url));
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webmanifest": "application/manifest+json",
};
const POLICY =
  "default-src 'self'; media-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";
const FRAME_BYTES = 192;
const FRAME_MS = 24;
const PITCHES = { narrator: 180, anchor: 220, reporter: 150, report: 150, interview: 300, question: 240, answer: 190 };

const folder = mkdtempSync(join(tmpdir(), "nangdok-mock-"));
const readings = new Map();

/** @returns {{key: string, file: string, durationMs: number}} */
function clipFor(role, text) {
  const key = createHash("sha256").update(`${role}\n${text}`).digest("hex").slice(0, 32);
  const file = join(folder, `${key}.mp3`);
  const seconds = Math.max(0.6, text.length * 0.07);
  if (!existsSync(file)) {
    const tone = `sine=frequency=${PITCHES[role] ?? 200}:sample_rate=24000:duration=${seconds},tremolo=f=5:d=0.9`;
    execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", tone, "-ac", "1", "-ar", "24000", "-b:a", "64k",
      "-write_xing", "0", "-id3v2_version", "0", "-f", "mp3", file]);
  }
  return { key, file, durationMs: (statSync(file).size / FRAME_BYTES) * FRAME_MS };
}

/** Every word with an equal share of time for each character. */
function marksOf(text, durationMs) {
  const each = durationMs / text.length;
  return [...text.matchAll(/\S+/g)].map((word) => ({
    start: Math.round(word.index * each),
    end: Math.round((word.index + word[0].length) * each),
    from: word.index,
    to: word.index + word[0].length,
  }));
}

function begin(article, stepMs) {
  const id = createHash("sha256").update(JSON.stringify(article)).digest("hex").slice(0, 16);
  const known = readings.get(id);
  if (known) return known;
  const reading = {
    id, state: "prepared", url: null, site: null, byline: null, published: null, language: "ko", durationMs: 0,
    dropped: [], credits: [], warnings: [], ...article,
    audio: `/api/readings/${id}/audio.mp3`, page: `/r/${id}`,
  };
  const sentences = reading.turns.flatMap((turn) => turn.sentences);
  reading.progress = { done: 0, total: sentences.length, skipped: 0 };
  const entry = { reading, sentences, events: [["prepared", { id, total: sentences.length }]], listeners: new Set() };
  readings.set(id, entry);
  make(entry, 0, 0, stepMs);
  return entry;
}

function make(entry, index, startMs, stepMs) {
  const { reading, sentences } = entry;
  const sentence = sentences[index];
  if (!sentence) {
    reading.state = "complete";
    tell(entry, "complete", {});
    return;
  }
  reading.state = "speaking";
  let next = startMs;
  if (sentence.text.includes("☠")) {
    Object.assign(sentence, { state: "skipped", problem: "The engine failed on this sentence." });
    reading.progress.skipped++;
  } else {
    const turn = reading.turns.find((t) => t.sentences.includes(sentence));
    const { key, durationMs } = clipFor(turn.speaker, sentence.text);
    Object.assign(sentence, { state: "ready", clip: `/clips/${key}.mp3`, startMs, durationMs,
      marks: marksOf(sentence.text, durationMs) });
    next += durationMs + sentence.pauseMs;
    reading.durationMs = next;
    reading.progress.done++;
  }
  tell(entry, "clip", sentence);
  setTimeout(() => make(entry, index + 1, next, stepMs), stepMs);
}

function tell(entry, name, data) {
  entry.events.push([name, data]);
  for (const response of entry.listeners) sendEvent(response, name, data);
}

function sendEvent(response, name, data) {
  response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** The whole sound so far: clips and, for pauses, silence that every decoder takes. */
function wholeSound(entry) {
  const parts = [];
  for (const sentence of entry.sentences) {
    if (sentence.state === "waiting") break;
    if (sentence.state === "skipped") continue;
    parts.push(readFileSync(join(folder, sentence.clip.slice("/clips/".length))));
    parts.push(silence(sentence.pauseMs));
  }
  return Buffer.concat(parts);
}

const silences = new Map();
function silence(ms) {
  const frames = Math.round(ms / FRAME_MS);
  if (!silences.has(frames)) {
    const file = join(folder, `silence-${frames}.mp3`);
    execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", `anullsrc=r=24000:cl=mono:d=${(frames + 4) * 0.024}`,
      "-b:a", "64k", "-write_xing", "0", "-id3v2_version", "0", "-f", "mp3", file]);
    silences.set(frames, readFileSync(file).subarray(0, frames * FRAME_BYTES));
  }
  return silences.get(frames);
}

function sendJson(response, status, body, headers = {}) {
  const type = status >= 400 ? "application/problem+json" : "application/json";
  response.writeHead(status, { "Content-Type": type, ...headers });
  response.end(JSON.stringify(body));
}

function sendProblem(response, status, code, detail) {
  sendJson(response, status, { status, code, detail });
}

function sendRanged(request, response, bytes, type, headers) {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
  const common = { "Content-Type": type, "Accept-Ranges": "bytes", ...headers };
  if (!range) {
    response.writeHead(200, { ...common, "Content-Length": bytes.length });
    response.end(bytes);
    return;
  }
  const from = Number(range[1]);
  const to = range[2] ? Math.min(Number(range[2]), bytes.length - 1) : bytes.length - 1;
  response.writeHead(206, { ...common, "Content-Range": `bytes ${from}-${to}/${bytes.length}`, "Content-Length": to - from + 1 });
  response.end(bytes.subarray(from, to + 1));
}

function streamSound(entry, response) {
  response.writeHead(200, { "Content-Type": "audio/mpeg" });
  let sent = 0;
  const timer = setInterval(() => {
    const bytes = wholeSound(entry);
    if (bytes.length > sent) response.write(bytes.subarray(sent));
    sent = bytes.length;
    if (entry.reading.state === "complete") {
      clearInterval(timer);
      response.end();
    }
  }, 100);
  response.on("close", () => clearInterval(timer));
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

async function answer(request, response) {
  const url = new URL(request.url, "http://localhost");
  const path = url.pathname;
  const reading = /^\/api\/readings\/([^/]+)(\/.*)?$/.exec(path);
  if (request.method === "POST" && path === "/api/readings") {
    const body = await bodyOf(request);
    if (/blocked|127\.0\.0\.1/.test(body.url ?? "")) {
      return sendProblem(response, 403, "page.blocked-address", "This address is not on the public internet. Paste the article's text instead.");
    }
    const text = body.text ?? `${body.url}\n이 글은 주소에서 온 것처럼 꾸민 기사입니다.`;
    const entry = begin({ title: text.split("\n")[0].slice(0, 60), url: body.url ?? null, turns: turnsOf(text) },
      text.includes("slow") ? 500 : 20);
    return sendJson(response, 202, entry.reading, { Location: `/api/readings/${entry.reading.id}` });
  }
  if (path === "/api/sample") return sendJson(response, 200, sample.reading);
  if (path === "/api/voices") {
    const voices = ["가온", "나래", "다온", "라온"].map((name, i) => ({ id: `ko-${i}`, name, engine: "tone", language: "ko",
      gender: i % 2 ? "MALE" : "FEMALE", licence: "none", source: "ffmpeg", installed: true }));
    return sendJson(response, 200, { voices });
  }
  if (reading) {
    const entry = readings.get(reading[1]);
    if (!entry) return sendProblem(response, 404, "library.unknown-reading", "There is no reading with this id.");
    if (!reading[2]) return sendJson(response, 200, entry.reading);
    if (reading[2] === "/events") {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      entry.events.forEach(([name, data]) => sendEvent(response, name, data));
      entry.listeners.add(response);
      response.on("close", () => entry.listeners.delete(response));
      return undefined;
    }
    if (reading[2] === "/audio.mp3") {
      return entry.reading.state === "complete"
        ? sendRanged(request, response, wholeSound(entry), "audio/mpeg", { "Cache-Control": "no-cache" })
        : streamSound(entry, response);
    }
  }
  if (path.startsWith("/clips/")) {
    const file = join(folder, normalize(path.slice("/clips/".length)));
    if (!file.startsWith(folder) || !existsSync(file)) return sendProblem(response, 404, "library.unknown-clip", "There is no such clip.");
    return sendRanged(request, response, readFileSync(file), "audio/mpeg", { "Cache-Control": "public, max-age=31536000, immutable" });
  }
  if (path.startsWith("/r/")) return sendPlainPage(response, readings.get(path.slice(3)));
  const atRoot = ["/embed.js", "/sw.js", "/manifest.webmanifest", "/favicon.ico"].includes(path);
  return sendFile(response, path === "/" || path === "/listen" ? "/web/index.html" : atRoot ? `/web${path}` : path);
}

/** A reading without a script, as far as the page's own tests need it. */
function sendPlainPage(response, entry) {
  const safe = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const { reading } = entry ?? sample;
  const words = reading.turns.map((turn) => `<section><h2>${safe(turn.name ?? turn.speaker)}</h2>${
    turn.sentences.map((sentence) => `<p>${safe(sentence.text)}</p>`).join("")}</section>`);
  response.writeHead(200, { "Content-Type": TYPES[".html"], "Content-Security-Policy": POLICY });
  response.end(`<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>${safe(reading.title)}</title>
    <link rel="stylesheet" href="/web/reading.css"></head>
    <body><main><h1>${safe(reading.title)}</h1><audio controls src="${reading.audio}"></audio>
    <p><a href="${reading.audio}?download">MP3</a></p>${words.join("")}</main></body></html>`);
}

function sendFile(response, path) {
  const file = normalize(join(WEB, path.replace(/^\/web\//, "")));
  if (!path.startsWith("/web/") || !file.startsWith(WEB) || !existsSync(file) || !statSync(file).isFile()) {
    return sendProblem(response, 404, "http.not-found", "There is nothing at this address.");
  }
  response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Security-Policy": POLICY, "Cache-Control": "no-cache" });
  return createReadStream(file).pipe(response);
}

const sample = begin(SAMPLE, 5);
const port = Number(process.argv[2] ?? 8090);
createServer((request, response) => {
  answer(request, response).catch((error) => sendProblem(response, 400, "http.bad-request", String(error)));
}).listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/`));
