package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A web address: the host is read, scheme and path are not. */
final class WebAddress implements WrittenForm {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://)?((?:[A-Za-z0-9-]++\\.)++"
              + "(?:com|net|org|kr|jp|cn|us|uk|eu|io|tv|ai|app|info|gov|edu|de|fr))(?![A-Za-z0-9-])"
              + "((?::\\d++)?/[A-Za-z0-9._~/?#@!$&'()*+,;=%-]*+)?");

  private final Letters letters;

  WebAddress(Letters letters) {
    this.letters = letters;
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    if (writing.isLatin(at - 1) || writing.isDigit(at - 1)) {
      return null;
    }
    Matcher address = writing.match(ADDRESS, at);
    return address == null
        ? null
        : Match.words(
            "web address", at, address.end(), letters.address(address.group(1)), Role.READING);
  }
}
