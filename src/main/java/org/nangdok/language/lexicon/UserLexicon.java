package org.nangdok.language.lexicon;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that an administrator wants to be read in another way, for all texts or those of a site.
 *
 * @param name name of the file, for messages
 * @param entries the words
 */
public record UserLexicon(String name, List<Entry> entries) {

  /** Nothing is read in another way. */
  public static final UserLexicon EMPTY = new UserLexicon("", List.of());

  /** Most entries that a lexicon may have. */
  static final int MOST = 20_000;

  /** Longest word, alias or pronunciation, in characters. */
  private static final int LONGEST = 200;

  /**
   * One word.
   *
   * @param written as it is written, in one of its spellings
   * @param alias what is read instead; empty if {@code sounds} is given
   * @param sounds how it is pronounced, in IPA or Hangul; empty if {@code alias} is given
   * @param line the line of its file, from 1; 0 if it is in none
   */
  public record Entry(String written, String alias, String sounds, int line) {

    /** A word that is in no file. */
    public Entry(String written, String alias, String sounds) {
      this(written, alias, sounds, 0);
    }
  }

  /**
   * @throws LexiconException if an entry is too long or has no word
   */
  public UserLexicon {
    entries = List.copyOf(entries);
    for (Entry entry : entries) {
      int longest =
          Math.max(
              entry.written().length(), Math.max(entry.alias().length(), entry.sounds().length()));
      if (entry.written().isBlank() || longest > LONGEST) {
        throw new LexiconException(
            name, entry.line(), "A word and its reading have 1 to " + LONGEST + " characters.");
      }
    }
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
      String alias = sounds.isEmpty() ? row.field(1) : "";
      entries.add(new Entry(row.field(0), alias, sounds, row.line()));
      if (entries.size() > MOST) {
        throw row.wrong("A lexicon has at most " + MOST + " words; divide it.");
      }
    }
    return new UserLexicon(name, entries);
  }

  /**
   * Reads a Pronunciation Lexicon Specification document (W3C PLS 1.0, 2008-10-14). Document types
   * and entities are refused.
   *
   * @throws LexiconException if the document isn't PLS
   */
  public static UserLexicon ofPls(String name, InputStream document) {
    return new UserLexicon(name, PlsReader.read(name, document));
  }

  /** Both lexicons; for a word that is in both, this one holds. */
  public UserLexicon over(UserLexicon other) {
    if (entries.isEmpty() || other.entries.isEmpty()) {
      return entries.isEmpty() ? other : this;
    }
    Map<String, Entry> all = new LinkedHashMap<>();
    other.entries.forEach(entry -> all.put(entry.written(), entry));
    entries.forEach(entry -> all.put(entry.written(), entry));
    return new UserLexicon(name, List.copyOf(all.values()));
  }
}
