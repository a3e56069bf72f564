package org.nangdok.language;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence as it is read aloud.
 *
 * @param text the sentence as written
 * @param language BCP 47 tag of the language it is read in
 * @param kind what its end sounds like
 * @param words the spoken words in order; empty when nothing in the sentence can be spoken
 */
public record Reading(String text, String language, Kind kind, List<SpokenWord> words) {

  /** The sentence types that differ in their final tune. */
  public enum Kind {
    STATEMENT,
    /** A question that can be answered with yes or no. */
    YES_NO_QUESTION,
    WH_QUESTION,
    EXCLAMATION,
    /** A piece of a sentence that goes on. */
    UNFINISHED
  }

  public Reading {
    words = List.copyOf(words);
  }

  /** What of the sentence carries meaning and isn't heard; the words account for all the rest. */
  public List<Unspoken> unspoken() {
    return Ledger.unspoken(text, words);
  }

  /** The words as they are read, in ordinary spelling, separated by spaces. */
  public String spoken() {
    return words.stream().map(SpokenWord::spoken).collect(Collectors.joining(" "));
  }

  /** The words as they sound, separated by spaces. */
  public String pronounced() {
    return words.stream().map(SpokenWord::pronounced).collect(Collectors.joining(" "));
  }
}
