package org.nangdok.script.convention;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A form of words that holds whatever the document's language is; see {@code phrases.tsv}. */
public enum Phrase {
  /** How a question breaks off. */
  UNFINISHED,
  /** How a notice ends that is a whole sentence. */
  NOTICE_END,
  /** A figure that was never filled in. */
  PLACEHOLDER,
  /** In brackets behind a name: somebody stands in. */
  INSTEAD,
  /** A day, in figures or with the words for them. */
  DATE,
  /** What stands for a given name that isn't told. */
  UNTOLD,
  /** Several speak one after the other. */
  SERIES,
  /** What follows a quoted sentence in Korean. */
  QUOTED,
  /** A name right beside the verb of saying; elsewhere it may be a place's. */
  SAID,
  /** The function before a name that an anchor hands over to. */
  FUNCTION_BEFORE,
  /** What an anchor says behind such a name. */
  STORY_BEHIND,
  /** What stands between the people of a list. */
  LISTED,
  /** The heading of a court record above somebody's questions. */
  EXAMINED_BY;

  private static final Map<Phrase, Pattern> PATTERNS = read();

  /** Its matches in a text. */
  public Matcher matcher(String text) {
    return pattern().matcher(text);
  }

  /** Whether it occurs in a text. */
  public boolean in(String text) {
    return matcher(text).find();
  }

  /** What stands between its occurrences in a text. */
  public String[] parts(String text) {
    return pattern().split(text);
  }

  private Pattern pattern() {
    return Objects.requireNonNull(PATTERNS.get(this));
  }

  /**
   * @throws IllegalStateException naming the line that is no phrase, or the phrase without a line
   */
  private static Map<Phrase, Pattern> read() {
    Map<Phrase, Pattern> patterns = new HashMap<>();
    for (DataFile.Row row : DataFile.rows("phrases.tsv")) {
      try {
        String name = row.cell(0).toUpperCase(Locale.ROOT).replace('-', '_');
        patterns.put(valueOf(name), Pattern.compile(row.cell(1)));
      } catch (PatternSyntaxException e) {
        throw new IllegalStateException(row.origin() + ": the second cell is no pattern.", e);
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(row.origin() + ": the first cell is no phrase.", e);
      }
    }
    for (Phrase phrase : values()) {
      if (!patterns.containsKey(phrase)) {
        throw new IllegalStateException("phrases.tsv: there is no line for " + phrase + ".");
      }
    }
    return patterns;
  }
}
