package org.nangdok.document;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a block while it is read, with what is known of them. Of one thread. */
public final class BlockBuffer {

  private final StringBuilder text = new StringBuilder();
  private final Map<String, Integer> languages = new HashMap<>();
  private int letters;
  private int stressed;

  /** More words, with their language where it is said. */
  public void add(String words, @Nullable String language, boolean stress) {
    text.append(words);
    int own = (int) words.codePoints().filter(Character::isLetterOrDigit).count();
    letters += own;
    stressed += stress ? own : 0;
    if (own > 0) {
      languages.merge(language == null ? "" : language, own, Integer::sum);
    }
  }

  /** Whether no word stands in it. */
  public boolean isBlank() {
    return letters == 0 && text.chars().allMatch(Character::isWhitespace);
  }

  /** Whether a word ends here, so that a small number beside it belongs to a note. */
  public boolean endsWord() {
    if (text.isEmpty()) {
      return false;
    }
    int last = text.codePointBefore(text.length());
    boolean word =
        text.length() > 2
            && Character.isLetter(last)
            && Character.isLetter(text.charAt(text.length() - 2))
            && Character.isLetter(text.charAt(text.length() - 3));
    return word
        || Character.UnicodeScript.of(last) == Character.UnicodeScript.HANGUL
        || ".,;:!?”’\"')]」』。".indexOf(last) >= 0;
  }

  /** Whether all of it is bold or italic. */
  public boolean isEmphasis() {
    return letters > 0 && stressed == letters;
  }

  /** The language of nearly all of it. */
  public @Nullable String language() {
    return languages.entrySet().stream()
        .filter(entry -> entry.getValue() * 10 >= letters * 9)
        .map(Map.Entry::getKey)
        .filter(tag -> !tag.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** Its words; afterwards it is empty. */
  public String take() {
    String taken = text.toString();
    text.setLength(0);
    languages.clear();
    letters = 0;
    stressed = 0;
    return taken;
  }

  /** Its words so far. */
  public String text() {
    return text.toString();
  }
}
