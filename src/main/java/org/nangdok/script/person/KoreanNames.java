package org.nangdok.script.person;

import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Ending;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Phrase;
import org.nangdok.script.convention.WordKind;

/** Tells Korean personal names from functions. */
public final class KoreanNames {

  private static final String MASKS = "○◯OoXx△□*";

  private final Lexicon lexicon;

  /** Names as the words of a lexicon tell them. */
  public KoreanNames(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether a word is built as a personal name: family name and given name, or masked. */
  public boolean isName(String word) {
    int length = word.length();
    if (isMasked(word)) {
      return true;
    }
    if (length < 3 || length > 5 || !isHangul(word)) {
      return false;
    }
    boolean compound = lexicon.has(WordKind.SURNAME, word.substring(0, 2));
    if (!compound && (length > 3 || !lexicon.has(WordKind.SURNAME, word.substring(0, 1)))) {
      return false;
    }
    return !isFunction(word);
  }

  /** Whether a word of two to five syllables can be a name where the print promises one. */
  public boolean mayBeName(String word) {
    return isName(word)
        || (word.length() >= 2
            && word.length() <= 5
            && isHangul(word)
            && !isFunction(word)
            && (word.length() <= 3 || lexicon.has(WordKind.SURNAME, word.substring(0, 2))));
  }

  /** Whether the words are a function and so no name. */
  boolean isFunction(String word) {
    for (WordKind kind : lexicon.kinds(word)) {
      switch (kind) {
        case ROLE, NOT_A_NAME, TITLE, KIN_FEMALE, KIN_MALE, CREDIT, FIELD, CUE, INTERVIEW -> {
          return true;
        }
        default -> {}
      }
    }
    return lexicon.ends(WordKind.ROLE, word) && word.length() > 3;
  }

  /** Name and form of address that stay together: {@code 김 모 씨}, {@code A 씨}, {@code 엄모씨}. */
  boolean isAddressed(String text) {
    int space = text.lastIndexOf(' ');
    String last = text.substring(space + 1);
    String first = space < 0 ? "" : text.substring(0, space).strip();
    return Ending.ADDRESS.is(last)
        ? isShort(first)
        : last.length() > 1 && Ending.ADDRESSED.of(last) && last.length() <= 5 && !isFunction(last);
  }

  private boolean isShort(String first) {
    int space = first.lastIndexOf(' ');
    String last = first.substring(space + 1);
    return !first.isEmpty()
        && (Phrase.UNTOLD.in(last)
            || last.length() == 1
            || isName(last)
            || (last.length() <= 3 && !isFunction(last)));
  }

  private static boolean isMasked(String word) {
    if (word.length() < 2 || word.length() > 4) {
      return false;
    }
    int masks = 0;
    for (int i = 0; i < word.length(); i++) {
      if (MASKS.indexOf(word.charAt(i)) >= 0) {
        masks++;
      } else if (!isHangul(word.charAt(i))) {
        return false;
      }
    }
    return masks > 0 && (masks == word.length() ? masks > 1 : isHangul(word.charAt(0)));
  }

  /** The last word of a text without brackets and digits. */
  static String lastWord(String text) {
    int end = text.length();
    while (end > 0 && !Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  static boolean isHangul(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!isHangul(word.charAt(i))) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  /** Whether a character is a Korean syllable. */
  public static boolean isHangul(char c) {
    return c >= '\uac00' && c <= '\ud7a3';
  }

  /** The longest known title that a word ends with, or null. */
  @Nullable String title(String word) {
    String best = null;
    for (String title : lexicon.texts(WordKind.TITLE)) {
      if (word.endsWith(title) && (best == null || title.length() > best.length())) {
        best = title;
      }
    }
    return best;
  }
}
