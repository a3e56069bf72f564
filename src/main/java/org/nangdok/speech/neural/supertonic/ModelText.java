package org.nangdok.speech.neural.supertonic;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as the model was taught to read it. */
final class ModelText {

  private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
  private static final Pattern SINGLE_QUOTES = Pattern.compile("[\\u2018-\\u201B\\u00B4`]");
  private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\\u201C-\\u201F\\u00AB\\u00BB]");

  /** Brackets, slashes, bars, underscores and arrows. */
  private static final Pattern TO_SPACES =
      Pattern.compile("[\\[\\]{}<>/\\\\|_\\u2190-\\u21FF]|\\p{Cntrl}");

  private static final Pattern SPACE_BEFORE_PUNCTUATION = Pattern.compile("\\s+([.,!?;:])");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern ENDED =
      Pattern.compile(".*[.!?;:,'\")\\]}\\u2026\\u3002\\uFF01\\uFF1F\\u3001\\u300D\\u300F]");

  private ModelText() {}

  /** The text between the language's tags. */
  static String tagged(String text, String language) {
    return "<" + language + ">" + text + "</" + language + ">";
  }

  /** The text cleaned; empty if nothing is left. */
  static String clean(String text) {
    String cleaned = Normalizer.normalize(text, Normalizer.Form.NFKD);
    cleaned = withoutEmoji(cleaned);
    cleaned = DASHES.matcher(cleaned).replaceAll("-");
    cleaned = SINGLE_QUOTES.matcher(cleaned).replaceAll("'");
    cleaned = DOUBLE_QUOTES.matcher(cleaned).replaceAll("\"");
    cleaned = TO_SPACES.matcher(cleaned).replaceAll(" ");
    cleaned = SPACES.matcher(cleaned).replaceAll(" ");
    cleaned = SPACE_BEFORE_PUNCTUATION.matcher(cleaned).replaceAll("$1").strip();
    if (cleaned.chars().noneMatch(Character::isLetterOrDigit)) {
      return "";
    }
    return ENDED.matcher(cleaned).matches() ? cleaned : cleaned + ".";
  }

  private static String withoutEmoji(String text) {
    var kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            point ->
                point < 0x80
                    || !Character.isExtendedPictographic(point)
                        && !Character.isEmojiComponent(point)
                        && (point < 0xD800 || point > 0xDFFF))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
