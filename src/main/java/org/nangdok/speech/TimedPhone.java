package org.nangdok.speech;

/**
 * When one sound of a word is heard.
 *
 * @param name as the engine's phoneme set names it
 * @param start milliseconds from the start of the sound
 * @param end milliseconds from the start of the sound
 * @param textStart first character of the word in the sentence as written
 * @param textEnd one past its last
 * @param syllable counts the syllables of the sentence from 0
 */
public record TimedPhone(
    String name, int start, int end, int textStart, int textEnd, int syllable) {}
