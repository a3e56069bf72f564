// Pronounces words by es-hangul, a peer: words on standard input, one a line; sounds on standard output.
// npm install --prefix target es-hangul, then
// node src/test/korean/es-hangul.mjs < WORDS (PeerComparison does so where es-hangul is installed).
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const { standardizePronunciation } = createRequire(resolve("target/node_modules/"))("es-hangul");
for await (const word of createInterface({ input: process.stdin })) {
  console.log(standardizePronunciation(word, { hardConversion: true }));
}
