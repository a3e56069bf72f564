package org.nangdok.language.korean.written;

import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** Hangul as written. */
final class HangulRun implements WrittenForm {

  @Override
  public @Nullable Match match(Writing writing, int at) {
    int end = writing.hangulEnd(at);
    return end == at
        ? null
        : Match.words("Hangul", at, end, writing.text().substring(at, end), Role.PLAIN);
  }
}
