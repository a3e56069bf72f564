package org.nangdok.speech.korean;

/**
 * What one syllable should sound like.
 *
 * @param syllable its letters
 * @param word index of the word that it belongs to
 * @param pitch semitones above the voice's own pitch at the middle of the vowel
 * @param movement semitones from the vowel's start to its end, when a boundary tone moves it
 * @param millis length of the whole syllable at speed 1
 */
public record Target(Syllable syllable, int word, double pitch, double movement, double millis) {}
