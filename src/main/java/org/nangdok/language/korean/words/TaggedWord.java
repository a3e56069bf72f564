package org.nangdok.language.korean.words;

import org.nangdok.language.SpokenWord;

/**
 * A spoken word and its parts of speech.
 *
 * @param tags Sejong tags joined by {@code +}, such as {@code NNG+JKS}
 */
public record TaggedWord(SpokenWord word, String tags) {}
