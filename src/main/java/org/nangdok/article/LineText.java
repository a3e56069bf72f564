package org.nangdok.article;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The text of single lines: folded for reading, reduced for comparing, and how it ends. */
final class LineText {

  private static final Pattern SENTENCE_END =
      Pattern.compile(
          "[.!?…。！？]['\"”’」』)\\]】»*]{0,3}$|(?:[가-힣](?:니다|습니까|어요|아요|예요|세요|네요|데요|지요|거든요|군요|나요|까요|대요)|[었았했였됐갔왔됐한된이있없]다)['\"”’」』)\\]]{0,3}$");

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF]");

  private LineText() {}

  /** The line in NFC with every run of spaces folded to one, without invisible characters. */
  static String fold(String line) {
    boolean plain = true;
    for (int i = 0; i < line.length() && plain; i++) {
      char c = line.charAt(i);
      plain =
          c < 0x7F
              ? c > ' ' || (c == ' ' && i > 0 && line.charAt(i - 1) != ' ')
              : c >= 0xAC00 && c <= 0xD7A3;
    }
    if (plain) {
      return line.stripTrailing();
    }
    String text = Normalizer.normalize(line, Normalizer.Form.NFC);
    text = INVISIBLE.matcher(text).replaceAll("");
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c <= ' ' || c == 0x7F || Character.isSpaceChar(c) || c == 0x85;
      if (!space) {
        folded.append(c);
      } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
    }
    return folded.toString().stripTrailing();
  }

  /** The letters and digits of a line in lower case: equal for two prints of the same line. */
  static String key(String line) {
    StringBuilder key = new StringBuilder(line.length());
    line.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  /** Whether a folded line ends as sentences end. */
  static boolean endsSentence(String folded) {
    String tail = folded.length() > 16 ? folded.substring(folded.length() - 16) : folded;
    return SENTENCE_END.matcher(tail).find();
  }

  /** Whether a folded line is long enough, or ends well enough, to be running text. */
  static boolean isRunning(String folded) {
    int length = weight(folded);
    return length >= 90 || (length >= 14 && endsSentence(folded));
  }

  /** Whether a text holds Hangul, kana or Han. */
  static boolean isEastAsian(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x3040 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF || c >= 0x1100 && c <= 0x11FF) {
        return true;
      }
    }
    return false;
  }

  /** Length in Latin letters: one of Hangul, kana or Han counts as two. */
  static int weight(String text) {
    int weight = 0;
    for (int i = 0; i < text.length(); i++) {
      weight += text.charAt(i) >= 0x1100 ? 2 : 1;
    }
    return weight;
  }
}
