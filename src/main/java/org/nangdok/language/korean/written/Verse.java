package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** Chapter and verse of the Bible: {@code 요한복음 3:16}, {@code 시편 23:1-4}. */
final class Verse implements WrittenForm {

  private static final Pattern VERSE =
      Pattern.compile("(\\d{1,3}):(\\d{1,3})(?:[-~](\\d{1,3}))?(?![\\d:.])");

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher verse = writing.match(VERSE, at);
    if (verse == null || writing.isDigit(at - 1)) {
      return null;
    }
    var spoken = new StringBuilder(Numerals.sino(verse.group(1)));
    spoken.append(writing.isAfter("시편", at) ? " 편 " : " 장 ");
    spoken.append(Numerals.sino(verse.group(2))).append(" 절");
    if (verse.group(3) != null) {
      spoken.append("에서 ").append(Numerals.sino(verse.group(3))).append(" 절");
    }
    return Match.words("chapter and verse", at, verse.end(), spoken.toString(), Role.NUMBER);
  }
}
