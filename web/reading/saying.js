/**
 * @typedef {object} Word a spoken word and where it comes from
 * @property {string} written
 * @property {string} form class of the written form
 * @property {string} spoken
 * @property {string} pronounced
 * @property {string} phones
 * @property {number} start
 * @property {number} end
 *
 * @typedef {object} Explanation
 * @property {string} spoken
 * @property {string} pronounced
 * @property {string} phones
 * @property {Word[]} words
 * @property {{rule: string, before: string, after: string, meaning: string, meaningKorean: string}[]} steps
 * @property {string} [note] what is left to the voice
 *
 * @typedef {object} Correction a word that is to be read in another way
 * @property {string} written
 * @property {string} [alias] what is read instead
 * @property {string} [sounds] how it is pronounced
 *
 * @typedef {object} Question
 * @property {string} text
 * @property {string} [site]
 * @property {Correction[]} corrections
 * @property {string} [voice]
 */

import { ask } from "./server.js";

/** @param {string} address @param {object} body */
const post = (address, body) =>
  ask(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** Why a text sounds as it does. @param {Question} question @returns {Promise<Explanation>} */
export const explain = (question) => post("/api/pronunciations", question);

/** The address of a text's sound. @param {Question} question @returns {Promise<string>} */
export const sampleOf = async (question) => (await post("/api/pronunciations/sample", question)).clip;

/** Keeps a correction for everybody; asks for an administrator's key. @param {string} site @param {Correction} correction */
export const keepCorrection = (site, correction) =>
  post(`/api/lexicons/${encodeURIComponent(site)}`, correction);

/**
 * Hangul is a pronunciation; other letters are words to be read instead, unless they stand in slashes as IPA.
 *
 * @param {string} written @param {string} reading @returns {Correction} */
export function correctionOf(written, reading) {
  const ipa = /^[/[](.+)[/\]]$/.exec(reading.trim());
  if (ipa) return { written, sounds: ipa[1] };
  return /^[\uac00-\ud7a3 ]+$/.test(reading) ? { written, sounds: reading.trim() } : { written, alias: reading.trim() };
}
