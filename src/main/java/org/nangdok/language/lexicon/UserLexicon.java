package org.nangdok.language.lexicon;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Words that an administrator wants to be read in another way, for all texts or those of a site.
 *
 * @param entries the words
 */
public record UserLexicon(List<Entry> entries) {

  /** Nothing is read in another way. */
  public static final UserLexicon EMPTY = new UserLexicon(List.of());

  /** Most entries that a lexicon may have. */
  static final int MOST = 20_000;

  /**
   * One word.
   *
   * @param written as it is written, in one of its spellings
   * @param alias what is read instead; empty if {@code sounds} is given
   * @param sounds how it is pronounced, in IPA or Hangul; empty if {@code alias} is given
   */
  public record Entry(String written, String alias, String sounds) {}

  public UserLexicon {
    entries = List.copyOf(entries);
  }

  /**
   * Reads tab-separated lines: the word, what is read instead, and optionally how it sounds.
   *
   * @throws LexiconException naming the line that is wrong
   */
  public static UserLexicon ofTsv(String name, String text) {
    var entries = new ArrayList<Entry>();
    for (TsvFile.Row row : TsvFile.parse(name, text).rows()) {
      String sounds = row.optional(2);
      entries.add(new Entry(row.field(0), sounds.isEmpty() ? row.field(1) : "", sounds));
      if (entries.size() > MOST) {
        throw row.wrong("A lexicon has at most " + MOST + " words; divide it.");
      }
    }
    return new UserLexicon(entries);
  }

  /**
   * Reads a Pronunciation Lexicon Specification document (W3C PLS 1.0, 2008-10-14). Document types
   * and entities are refused.
   *
   * @throws LexiconException if the document isn't PLS
   */
  public static UserLexicon ofPls(String name, InputStream document) {
    return new UserLexicon(PlsReader.read(name, document));
  }
}
