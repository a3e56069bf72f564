package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/**
 * A telephone number, digit by digit: {@code 02-123-4567}, {@code 1588-1234}, {@code ☎ …, 4444}.
 */
final class PhoneNumber implements WrittenForm {

  private static final Pattern PHONE =
      Pattern.compile(
          "(?:\\+82[- ]?)?\\(?0?\\d{1,3}\\)?[-) .]\\s?\\d{3,4}[- .]\\d{4}(?![-\\d])(?:[,~/]\\s?\\d{1,4}(?=\\s|$|[,)]))*+"
              + "|1[3-9]\\d\\d-\\d{4}(?![-\\d])|0\\d{1,2}[-)]\\d{3,4}(?![-\\d])");

  @Override
  public @Nullable Match match(Writing writing, int at) {
    char first = writing.at(at);
    if (first != '0' && first != '1' && first != '(' && first != '+' || writing.isDigit(at - 1)) {
      return null;
    }
    Matcher phone = writing.match(PHONE, at);
    if (phone == null || first == '1' && phone.group().indexOf('-') != 4) {
      return null;
    }
    return Match.words(
        "telephone", at, phone.end(), SerialNumber.groups(phone.group()), Role.DIGITS);
  }
}
