package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** Digits that only name something: behind 번호, or joined by two hyphens and more. */
final class SerialNumber implements WrittenForm {

  private static final Pattern NUMBER =
      Pattern.compile("\\d{2,3}[가-힣] ?\\d{4}(?!\\d)|\\d++(?:-\\d++)*+");
  private static final Pattern CHAIN = Pattern.compile("\\d++-\\d++(?:-\\d++)++");
  private static final Pattern LABEL = Pattern.compile(".*(?:번호|계좌|코드|사서함)(?:는|은|가|이)?[ :]*");

  @Override
  public @Nullable Match match(Writing writing, int at) {
    if (!writing.isDigit(at) || writing.isDigit(at - 1)) {
      return null;
    }
    String before = writing.text().substring(Math.max(0, at - 8), at);
    Matcher number = writing.match(LABEL.matcher(before).matches() ? NUMBER : CHAIN, at);
    if (number == null || number.group().length() < 2) {
      return null;
    }
    return Match.words("serial number", at, number.end(), groups(number.group()), Role.DIGITS);
  }

  /** Digits one by one, a word for each group. */
  static String groups(String written) {
    var spoken = new StringBuilder();
    for (String group : written.split("(?<=\\d)(?=[가-힣])|(?<=[가-힣]) ?|[^\\d가-힣]+")) {
      boolean letter = !group.isEmpty() && !Character.isDigit(group.charAt(0));
      spoken.append(letter ? group : Numerals.digitByDigit(group, '공')).append(' ');
    }
    return spoken.toString();
  }
}
