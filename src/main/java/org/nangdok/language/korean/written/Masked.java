package org.nangdok.language.korean.written;

import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A name that is hidden by circles or other shapes: {@code ○○○}, {@code 김××}. */
final class Masked implements WrittenForm {

  private static final String CIRCLES = "○◯〇●";

  /** These hide a name only where two or more stand at a word. */
  private static final String SHAPES = "△▲□■◇◆☆×✕╳";

  @Override
  public @Nullable Match match(Writing writing, int at) {
    int end = at;
    while (CIRCLES.indexOf(writing.at(end)) >= 0) {
      end++;
    }
    if (end == at) {
      return shapes(writing, at);
    }
    boolean attached = writing.isHangul(at - 1) || writing.isHangul(end);
    if (end - at < 2 && !(end > at && attached) || end - at > 8) {
      return null;
    }
    return Match.words("hidden name", at, end, "땡".repeat(end - at), Role.READING);
  }

  private static @Nullable Match shapes(Writing writing, int at) {
    char shape = writing.at(at);
    int end = at;
    while (SHAPES.indexOf(shape) >= 0 && writing.at(end) == shape) {
      end++;
    }
    boolean attached = writing.isHangul(at - 1) || writing.isLatin(at - 1) || writing.isHangul(end);
    return end - at < 2 || end - at > 8 || !attached
        ? null
        : Match.words("hidden name", at, end, "땡".repeat(end - at), Role.READING);
  }
}
