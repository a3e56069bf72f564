package org.nangdok.language.korean.words;

/**
 * A word on its way from writing to sound.
 *
 * @param spoken Hangul syllables only, at least one
 * @param start first written character in the sentence
 * @param end one past the last
 * @param role what it comes from
 * @param gap what follows it
 */
public record Draft(String spoken, int start, int end, Role role, Gap gap) {}
