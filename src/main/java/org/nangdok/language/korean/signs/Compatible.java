package org.nangdok.language.korean.signs;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Other ways of writing ordinary characters: accents and ligatures of Latin letters, digits of
 * other scripts, circled and mathematical ones (Unicode's compatibility decompositions).
 */
final class Compatible implements Speller {

  /** Read with the first such character, as those of {@link Kana}. */
  private static final class Rules {
    static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");

    private Rules() {}
  }

  /** Marks for the eye, whose letters nobody says. */
  private static final String MARKS = "ⓒⓡ™℠";

  private static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

  private final Set<Integer> known;
  private final UnitPlaces units;

  /**
   * @param known characters that are read as they are
   * @param units places where a unit is read as it is
   */
  Compatible(Set<Integer> known, UnitPlaces units) {
    this.units = units;
    this.known = known;
  }

  @Override
  public Respelled.@Nullable Change at(String text, int at) {
    int c = text.codePointAt(at);
    int end = at + Character.charCount(c);
    if (c < 0x80 || known.contains(c) || MARKS.indexOf(c) >= 0 || units.isUnit(text, at)) {
      return null;
    }
    while (end < text.length()
        && Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK) {
      end++;
    }
    String plain = plain(c, text.substring(at, end), at > 0 ? text.charAt(at - 1) : ' ');
    return plain == null ? null : new Respelled.Change("compatible", at, end, plain);
  }

  private static @Nullable String plain(int c, String written, char before) {
    int digit = Character.digit(c, 10);
    if (digit >= 0 && Character.isDigit(c)) {
      return String.valueOf(digit);
    }
    int type = Character.getType(c);
    if (type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER) {
      return number(c, before);
    }
    String folded = Normalizer.normalize(written, Normalizer.Form.NFKC);
    if (folded.length() == 1 && folded.charAt(0) >= 0x1100 && folded.charAt(0) <= 0x1112) {
      return ONSETS.substring(folded.charAt(0) - 0x1100, folded.charAt(0) - 0x10FF); // ㉠
    }
    if (isLatin(folded)) {
      folded = Rules.ASCII.transliterate(folded);
    }
    return folded.equals(written) || !folded.chars().allMatch(Compatible::isRead) ? null : folded;
  }

  private static @Nullable String number(int c, char before) {
    int value = UCharacter.getNumericValue(c);
    if (value >= 0) {
      boolean run = before >= '0' && before <= '9';
      return run ? " " + value : String.valueOf(value);
    }
    String fraction = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    String plain = fraction.replace('\u2044', '/');
    return !plain.matches("\\d+/\\d+")
        ? null
        : before >= '0' && before <= '9' ? "와 " + plain : plain;
  }

  private static boolean isLatin(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }

  private static boolean isRead(int c) {
    return c >= ' ' && c < 0x7F || Character.isLetter(c);
  }
}
