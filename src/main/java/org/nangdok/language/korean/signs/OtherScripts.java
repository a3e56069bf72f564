package org.nangdok.language.korean.signs;

import com.ibm.icu.text.Transliterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.sound.Hangul;

/** Words in Cyrillic, Greek, Arabic and all other scripts that ICU can write in Latin letters. */
final class OtherScripts implements Speller {

  private static final int LONGEST = 60;

  /** By the Board on Geographic Names, which writes a sound as English does. */
  private static final Transliterator CYRILLIC =
      Transliterator.getInstance("[:Cyrillic:] Lower; ru-ru_Latn/BGN");

  private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; Lower; NFC");
  private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII; Lower");

  private final Set<Integer> known;
  private final UnitPlaces units;

  /**
   * @param known characters that are read as they are where they stand alone
   * @param units places where a unit is read as it is
   */
  OtherScripts(Set<Integer> known, UnitPlaces units) {
    this.units = units;
    this.known = known;
  }

  @Override
  public Respelled.@Nullable Change at(String text, int at) {
    int end = at;
    while (end < text.length() && end - at < LONGEST && isOther(text.codePointAt(end), end > at)) {
      end += Character.charCount(text.codePointAt(end));
    }
    boolean lone = end == at + 1;
    if (end == at || lone && (known.contains((int) text.charAt(at)) || units.isUnit(text, at))) {
      return null;
    }
    String spoken = Romanised.hangul(latin(text.substring(at, end)));
    return spoken.isEmpty() ? null : new Respelled.Change("other script", at, end, spoken);
  }

  /** Small ASCII letters for a word of any script. */
  static String latin(String word) {
    String latin =
        PLAIN
            .transliterate(CYRILLIC.transliterate(word))
            .replace("ŝ", "shch")
            .replace("š", "sh")
            .replace("ž", "zh")
            .replace("č", "ch");
    return ASCII.transliterate(latin).replaceAll("[^a-z]", "");
  }

  private static boolean isOther(int c, boolean further) {
    boolean han = Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    return Character.isLetter(c) && !han && (c > 0x7F && !Hangul.isSyllable(c))
        || further && isMark(c);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
