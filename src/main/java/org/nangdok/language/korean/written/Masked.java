package org.nangdok.language.korean.written;

import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A name that is hidden by circles: {@code ○○○}, {@code 김○○}. */
final class Masked implements WrittenForm {

  private static final String CIRCLES = "○◯〇●";

  @Override
  public @Nullable Match match(Writing writing, int at) {
    int end = at;
    while (CIRCLES.indexOf(writing.at(end)) >= 0) {
      end++;
    }
    boolean attached = writing.isHangul(at - 1) || writing.isHangul(end);
    if (end - at < 2 && !(end > at && attached) || end - at > 8) {
      return null;
    }
    return Match.words("hidden name", at, end, "땡".repeat(end - at), Role.READING);
  }
}
