// OpenAI's own client for JavaScript, with its base address changed and nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGLISH, FRENCH, KOREAN, key, packages, service } from "./service.mjs";

const { OpenAI } = packages("openai");
const openai = new OpenAI({ apiKey: key, baseURL: `${service}/v1`, maxRetries: 0 });

const speak = (input, more = {}) =>
  openai.audio.speech.create({ model: "tts-1", voice: "alloy", input, ...more });

/** The error that a call ends with. */
async function refusal(call) {
  try {
    await call;
  } catch (error) {
    return error;
  }
  return assert.fail("It should have been refused.");
}

const BEGINNINGS = {
  mp3: [[0xff], [0x49, 0x44, 0x33]],
  wav: [[0x52, 0x49, 0x46, 0x46]],
  flac: [[0x66, 0x4c, 0x61, 0x43]],
  opus: [[0x4f, 0x67, 0x67, 0x53]],
  pcm: [[]],
};
for (const [format, beginnings] of Object.entries(BEGINNINGS)) {
  test(`speech arrives as ${format}`, async () => {
    const bytes = new Uint8Array(await (await speak(KOREAN, { response_format: format })).arrayBuffer());
    assert.ok(bytes.length > 10_000);
    assert.ok(beginnings.some((start) => start.every((byte, i) => bytes[i] === byte)));
  });
}

test("events carry the sound that the file has", async () => {
  const whole = new Uint8Array(await (await speak(ENGLISH)).arrayBuffer());
  const response = await speak(ENGLISH, { stream_format: "sse" });
  const events = (await response.text())
    .split("\n\n")
    .filter((event) => event.startsWith("data: "))
    .map((event) => JSON.parse(event.slice(6)));
  assert.equal(events.at(-1).type, "speech.audio.done");
  assert.ok(events.at(-1).usage.total_tokens > 0);
  const deltas = events.filter((event) => event.type === "speech.audio.delta");
  const sound = Buffer.concat(deltas.map((event) => Buffer.from(event.audio, "base64")));
  assert.deepEqual(new Uint8Array(sound), whole);
});

test("models are listed and found", async () => {
  const ids = [];
  for await (const model of openai.models.list()) {
    ids.push(model.id);
  }
  assert.ok(ids.includes("gpt-4o-mini-tts"));
  assert.equal((await openai.models.retrieve("tts-1-hd")).id, "tts-1-hd");
  const error = await refusal(openai.models.retrieve("gpt-9"));
  assert.ok(error instanceof OpenAI.NotFoundError);
  assert.equal(error.code, "model_not_found");
});

test("the client reads what is wrong", async () => {
  const voice = await refusal(speak(ENGLISH, { voice: "nobody" }));
  assert.ok(voice instanceof OpenAI.BadRequestError);
  assert.equal(voice.code, "voice.unknown");
  assert.equal(voice.param, "voice");
  assert.equal(voice.type, "invalid_request_error");
  assert.match(voice.message, /There is no voice of this name/);

  const long = await refusal(speak("x".repeat(5000)));
  assert.equal(long.param, "input");
  const format = await refusal(speak(ENGLISH, { response_format: "midi" }));
  assert.equal(format.param, "response_format");
  const unknown = await refusal(openai.chat.completions.create({ model: "a", messages: [] }));
  assert.ok(unknown instanceof OpenAI.NotFoundError);
  assert.doesNotMatch(unknown.message, /no body/);
});

test("a speed is heard or refused, never changed", async () => {
  const size = async (speed) => (await (await speak(ENGLISH, { speed })).arrayBuffer()).byteLength;
  const usual = await size(1);
  assert.ok((await size(0.5)) > usual * 1.5);
  assert.ok((await size(2)) < usual * 0.7);
  for (const speed of [0.25, 4]) {
    assert.equal((await refusal(speak(ENGLISH, { speed }))).param, "speed");
  }
});

test("a language without a voice is refused", async () => {
  const error = await refusal(speak(FRENCH));
  assert.ok(error instanceof OpenAI.UnprocessableEntityError);
  assert.equal(error.code, "voice.no-language");
});

for (const voice of ["af_heart", "en_US-lessac-medium", "Joanna", "onyx"]) {
  test(`${voice} speaks`, async () => {
    const response = await speak(ENGLISH, { voice });
    assert.match(response.headers.get("x-nangdok-voice"), /^en-/);
    assert.ok((await response.arrayBuffer()).byteLength > 10_000);
  });
}

test("a key of ours that is wrong is told as OpenAI tells it", async () => {
  const wrong = new OpenAI({ apiKey: "nk_wrong", baseURL: `${service}/v1`, maxRetries: 0 });
  const error = await refusal(wrong.models.retrieve("tts-1"));
  assert.ok(error instanceof OpenAI.AuthenticationError);
  assert.equal(error.code, "invalid_api_key");
});
