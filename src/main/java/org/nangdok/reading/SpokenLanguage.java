package org.nangdok.reading;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.WrittenLanguage;
import org.nangdok.voice.Catalogue;

/**
 * Decides in which language a text is read: what the caller says, else what the text looks like; a
 * few Latin words that nothing tells are read in English rather than refused. Every interface
 * decides by this. Thread-safe.
 */
public final class SpokenLanguage {

  /** A text of so many words or fewer is too short to tell its language for sure. */
  private static final int FEW_WORDS = 12;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']+");

  private final Catalogue catalogue;

  /**
   * A decision.
   *
   * @param language BCP 47 tag; a voice for it isn't certain
   * @param note what the listener should know of it, in a sentence; null if nothing
   */
  public record Choice(String language, @Nullable String note) {}

  /** Decides by the voices of a catalogue, as they are when it is asked. */
  public SpokenLanguage(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The language for a text that isn't an article.
   *
   * @param asked what the caller says, if anything
   * @throws ReadingException with code {@code reading.nothing-to-say} if it has no letter or digit
   */
  public Choice of(String text, @Nullable String asked) {
    return of(text, asked, WrittenLanguage.of(text));
  }

  /**
   * The language for a text.
   *
   * @param asked what the caller says, if anything
   * @param looksLike what the text looks like, {@code und} if nothing tells
   * @throws ReadingException with code {@code reading.nothing-to-say} if it has no letter or digit
   */
  public Choice of(String text, @Nullable String asked, String looksLike) {
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new ReadingException(
          "reading.nothing-to-say",
          "This text has no letter and no digit, so there is nothing to read.");
    }
    if (asked != null) {
      return new Choice(asked, null);
    }
    Set<String> spoken =
        catalogue.languages().stream().map(SpokenLanguage::primary).collect(Collectors.toSet());
    if (spoken.contains(primary(looksLike))) {
      return new Choice(looksLike, null);
    }
    if (text.codePoints().noneMatch(Character::isLetter)) {
      return new Choice(
          "ko",
          "No letter tells the language, so the digits are read in Korean; `language` names"
              + " another.");
    }
    if (spoken.contains("en") && isLatin(text) && isShort(text)) {
      return new Choice(
          "en",
          "This text is too short to tell its language for sure, so it is read in English;"
              + " `language` (--language) names another.");
    }
    return new Choice(looksLike, null);
  }

  private static String primary(String tag) {
    return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }

  private static boolean isLatin(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
            .count();
    return 2 * latin > letters;
  }

  private static boolean isShort(String text) {
    Matcher words = WORD.matcher(text);
    int count = 0;
    while (count <= FEW_WORDS && words.find()) {
      count++;
    }
    return count <= FEW_WORDS;
  }
}
