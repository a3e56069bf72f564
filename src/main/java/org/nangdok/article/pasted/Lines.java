package org.nangdok.article.pasted;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What readers of forms ask about lines. */
final class Lines {

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。！？][\"'”’」』)\\]]{0,3}$");

  private Lines() {}

  /** How many lines hold something. */
  static long filled(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).count();
  }

  static long count(List<String> lines, Predicate<String> test) {
    return lines.stream().filter(test).count();
  }

  static boolean endsSentence(String line) {
    return SENTENCE_END.matcher(line.stripTrailing()).find();
  }

  static boolean startsLower(String line) {
    String text = line.strip();
    return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
  }
}
