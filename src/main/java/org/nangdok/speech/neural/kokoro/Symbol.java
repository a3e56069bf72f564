package org.nangdok.speech.neural.kokoro;

/**
 * One symbol of the network's vocabulary and what it is of the sentence.
 *
 * @param name one character
 * @param part what it is of its syllable
 * @param word index of its word in the reading; of the word before for what stands between words
 * @param syllable counts the syllables of the sentence from 0; -1 where they aren't known
 */
record Symbol(String name, Part part, int word, int syllable) {

  /** What a symbol is. */
  enum Part {
    ONSET,
    GLIDE,
    VOWEL,
    CODA,
    /** A sound of a language whose syllables aren't known. */
    SOUND,
    /** Stress and length marks. */
    MARK,
    /** Between two words that are said together. */
    SPACE,
    /** Punctuation. */
    PAUSE
  }

  boolean isHeard() {
    return part != Part.SPACE && part != Part.PAUSE;
  }
}
