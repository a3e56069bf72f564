package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** An e-mail address. */
final class EmailAddress implements WrittenForm {

  private static final Pattern ADDRESS =
      Pattern.compile("([A-Za-z0-9._%+-]{1,64}+)@([A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)++)");

  private final Letters letters;

  EmailAddress(Letters letters) {
    this.letters = letters;
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher address = writing.match(ADDRESS, at);
    if (address == null || writing.isLatin(at - 1) || writing.isDigit(at - 1)) {
      return null;
    }
    String spoken = letters.address(address.group(1)) + " 골뱅이 " + letters.address(address.group(2));
    return Match.words("e-mail address", at, address.end(), spoken, Role.READING);
  }
}
