package org.nangdok.language;

import java.util.List;
import org.nangdok.language.lexicon.UserLexicon;

/** One language's way from written text to spoken words. Implementations are thread-safe. */
public interface Language {

  /** BCP 47 tag, such as {@code ko} or {@code en}. */
  String tag();

  /** Whether it is written in Latin letters, so that these don't tell English from it. */
  default boolean isLatin() {
    return false;
  }

  /** Version of everything that decides a reading; part of every clip key. */
  String version();

  /**
   * Splits a text into sentences.
   *
   * @return ranges in order that don't overlap; characters between them are white space
   */
  List<TextRange> sentences(String text);

  /**
   * Writes one sentence as the words that are spoken. Never fails: what can't be spoken is left
   * out.
   */
  Reading read(String sentence);

  /**
   * The same, where the author says how parts are read; what a language can't follow is ignored.
   */
  default Reading read(String sentence, List<Instruction> instructions) {
    return read(sentence);
  }

  /** Whether {@link #read(String, List)} does what an author says. */
  default boolean follows(Instruction instruction) {
    return false;
  }

  /** Reads a text as a whole and tells each step from writing to sound. */
  Explanation explain(String text);

  /** The same, where the author says how parts are read. */
  default Explanation explain(String text, List<Instruction> instructions) {
    return explain(text);
  }

  /** The same language with a user's words before everything else. */
  Language with(UserLexicon lexicon);
}
