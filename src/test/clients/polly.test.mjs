// Amazon's own client for JavaScript, which speaks HTTP/2 from the first byte.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGLISH, KOREAN, key, packages, service } from "./service.mjs";

const {
  PollyClient,
  SynthesizeSpeechCommand,
  DescribeVoicesCommand,
  PutLexiconCommand,
  GetLexiconCommand,
  ListLexiconsCommand,
  DeleteLexiconCommand,
} = packages("@aws-sdk/client-polly");

const client = (accessKeyId) =>
  new PollyClient({
    endpoint: service,
    region: "us-east-1",
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey: "none" },
  });
const polly = client("AKIDEXAMPLE");

async function speak(more, by = polly) {
  const command = new SynthesizeSpeechCommand({ Text: ENGLISH, VoiceId: "Joanna", OutputFormat: "mp3", ...more });
  const answer = await by.send(command);
  return { ...answer, bytes: await answer.AudioStream.transformToByteArray() };
}

async function marks(more) {
  const { bytes } = await speak({ OutputFormat: "json", ...more });
  return Buffer.from(bytes)
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("two hundred answers in turn have their bodies", async () => {
  const sizes = new Map();
  for (let i = 0; i < 100; i++) {
    const number = i % 5;
    const voices = await polly.send(new DescribeVoicesCommand({}));
    assert.ok(voices.Voices.length > 10);
    const { bytes } = await speak({ Text: `House number ${number}.` });
    assert.ok(bytes.length > 3000, `call ${i} has ${bytes.length} bytes`);
    assert.equal(bytes.length, sizes.get(number) ?? bytes.length);
    sizes.set(number, bytes.length);
  }
});

test("many at a time have theirs", async () => {
  const answers = await Promise.all(Array.from({ length: 24 }, (_, i) => speak({ Text: `House number ${i % 5}.` })));
  for (const { bytes, ContentType } of answers) {
    assert.equal(ContentType, "audio/mpeg");
    assert.ok(bytes.length > 3000);
  }
});

test("voices tell their language", async () => {
  const { Voices } = await polly.send(new DescribeVoicesCommand({ LanguageCode: "ko-KR" }));
  assert.ok(Voices.length > 0);
  assert.ok(Voices.every((voice) => voice.LanguageCode === "ko-KR"));
});

for (const SampleRate of ["8000", "16000", "22050", "24000"]) {
  test(`MP3 and PCM at ${SampleRate}`, async () => {
    assert.ok((await speak({ SampleRate })).bytes.length > 5000);
    const { bytes } = await speak({ OutputFormat: "pcm", SampleRate });
    const seconds = bytes.length / 2 / Number(SampleRate);
    assert.ok(seconds > 3 && seconds < 8, `${seconds} s`);
  });
}

test("the shapes of the mouth come in the order of time", async () => {
  const all = await marks({ SpeechMarkTypes: ["viseme", "word"], Text: KOREAN, VoiceId: "Seoyeon" });
  assert.ok(all.filter((mark) => mark.type === "viseme").length > 30);
  assert.ok(all.every((mark, i) => i === 0 || mark.time >= all[i - 1].time));
  const text = Buffer.from(KOREAN);
  for (const word of all.filter((mark) => mark.type === "word")) {
    assert.equal(text.subarray(word.start, word.end).toString(), word.value);
  }
});

for (const [more, name] of [
  [{ OutputFormat: "midi" }, "ValidationException"],
  [{ SampleRate: "11025" }, "InvalidSampleRateException"],
  [{ OutputFormat: "json" }, "MarksNotSupportedForFormatException"],
  [{ Text: "a".repeat(5000) }, "TextLengthExceededException"],
  [{ Text: "<speak", TextType: "ssml" }, "InvalidSsmlException"],
  [{ LexiconNames: ["nowhere"] }, "LexiconNotFoundException"],
  [{ VoiceId: "Nobody" }, "ValidationException"],
]) {
  test(`${name} for ${JSON.stringify(more).slice(0, 40)}`, async () => {
    await assert.rejects(speak(more), (error) => error.name === name && error.message.endsWith("."));
  });
}

test("a lexicon is kept with an administrator's key as access key id", async () => {
  const administrator = client(key);
  const Content =
    '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en-US">' +
    "<lexeme><grapheme>KX</grapheme><alias>kangaroo express company</alias></lexeme></lexicon>";
  await assert.rejects(polly.send(new PutLexiconCommand({ Name: "Names", Content })), {
    name: "UnrecognizedClientException",
  });
  await administrator.send(new PutLexiconCommand({ Name: "Names", Content }));
  const kept = await administrator.send(new GetLexiconCommand({ Name: "Names" }));
  assert.equal(kept.Lexicon.Content, Content);
  assert.ok((await administrator.send(new ListLexiconsCommand({}))).Lexicons.length > 0);
  const plain = await speak({ Text: "KX came.", OutputFormat: "pcm" });
  const named = await speak({ Text: "KX came.", OutputFormat: "pcm", LexiconNames: ["Names"] });
  assert.ok(named.bytes.length > plain.bytes.length + 8000);
  await administrator.send(new DeleteLexiconCommand({ Name: "Names" }));
  await assert.rejects(polly.send(new GetLexiconCommand({ Name: "Names" })), { name: "LexiconNotFoundException" });
});
