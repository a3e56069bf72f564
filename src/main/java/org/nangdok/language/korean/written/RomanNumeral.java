package org.nangdok.language.korean.written;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A Roman numeral in Latin letters behind a word or 제: {@code World War II}, {@code 제IV장}. */
final class RomanNumeral implements WrittenForm {

  private static final List<String> VALUES =
      List.of(
          "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV");

  /** II to V behind a designation: {@code KSLV-II}. */
  private static final List<String> ENGLISH = List.of("투", "쓰리", "포", "파이브");

  private static final Pattern NUMERAL = Pattern.compile("[IVX]{2,5}(?![A-Za-z0-9&+-])");

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher numeral = writing.match(NUMERAL, at);
    boolean spaced = writing.at(at - 1) == ' ' && isLetter(writing, at - 2);
    boolean version = writing.at(at - 1) == '-' && writing.isLatin(at - 2);
    if (numeral == null || !spaced && !version && writing.at(at - 1) != '제') {
      return null;
    }
    int value = VALUES.indexOf(numeral.group()) + 1;
    if (version) {
      return value < 2 || value > ENGLISH.size() + 1
          ? null
          : Match.words("Roman numeral", at, numeral.end(), ENGLISH.get(value - 2), Role.READING);
    }
    return value == 0
        ? null
        : Match.words(
            "Roman numeral", at, numeral.end(), Numerals.sino(String.valueOf(value)), Role.NUMBER);
  }

  private static boolean isLetter(Writing writing, int at) {
    return writing.isLatin(at) || writing.isHangul(at);
  }
}
