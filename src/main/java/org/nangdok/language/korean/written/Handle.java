package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** The name of an account: {@code @kbsnews}. */
final class Handle implements WrittenForm {

  private static final Pattern HANDLE =
      Pattern.compile("@([A-Za-z][A-Za-z0-9_.]{1,40}[A-Za-z0-9_])");

  private final Letters letters;

  Handle(Letters letters) {
    this.letters = letters;
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher handle = writing.match(HANDLE, at);
    return handle == null
        ? null
        : Match.words(
            "account", at, handle.end(), "골뱅이 " + letters.address(handle.group(1)), Role.READING);
  }
}
