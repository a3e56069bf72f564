package org.nangdok.language.korean.written;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.sound.Hangul;

/**
 * The same word once more in Latin letters, in the bracket behind it: {@code 브리즈번(Brisbane)}. It
 * isn't said twice. What the letters stand for otherwise, {@code 인공지능(AI)}, is read.
 */
final class LatinGloss implements WrittenForm {

  private static final int LONGEST = 40;
  private static final double ALIKE = .7;
  private static final String CLOSING = "'\"”’」』》〉";

  private static final String[] ONSETS = {
    "k", "k", "n", "t", "t", "l", "m", "p", "p", "s", "s", "", "s", "s", "s", "k", "t", "p", "h"
  };
  private static final String CODAS = " kkknnntllllllllmppttnttktph";

  private final Letters letters;

  LatinGloss(Letters letters) {
    this.letters = letters;
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    if (writing.at(at) != '(' || !writing.isLatin(at + 1)) {
      return null;
    }
    int end = at + 1;
    while (end - at < LONGEST
        && (writing.isLatin(end) || " .'-".indexOf(writing.at(end)) >= 0 && writing.at(end) > 0)) {
      end++;
    }
    if (writing.at(end) != ')') {
      return null;
    }
    String inside = writing.text().substring(at + 1, end);
    String[] words = inside.split("[ .'-]+");
    String before = before(writing, at, words.length);
    return !before.isEmpty() && isSame(before, inside, words)
        ? new Match("gloss", end + 1, List.of())
        : null;
  }

  /** The Hangul before, as many words as stand in the bracket. */
  private static String before(Writing writing, int at, int words) {
    int end = at;
    while (CLOSING.indexOf(writing.at(end - 1)) >= 0 && writing.at(end - 1) > 0) {
      end--;
    }
    int start = end;
    for (int left = words; start > 0; start--) {
      char c = writing.at(start - 1);
      if (c == ' ' && --left > 0) {
        continue;
      }
      if (!Hangul.isSyllable(c)) {
        break;
      }
    }
    return writing.text().substring(start, end).strip();
  }

  private boolean isSame(String before, String inside, String[] words) {
    String hangul = before.replace(" ", "");
    var read = new StringBuilder();
    for (String word : words) {
      read.append(letters.word(word));
    }
    if (read.toString().equals(hangul)) {
      return true;
    }
    boolean small = inside.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    return small
        && inside.length() >= 4
        && likeness(consonants(hangul), latin(inside)) >= ALIKE
        && hangul.length() >= 2;
  }

  /** Coarse consonants of Hangul: what tells strangers' spellings of one name apart is left out. */
  private static String consonants(String hangul) {
    var skeleton = new StringBuilder();
    for (char c : hangul.toCharArray()) {
      int code = c - 0xAC00;
      skeleton.append(ONSETS[code / 588]);
      char coda = CODAS.charAt(code % 28);
      if (coda != ' ') {
        skeleton.append(coda);
      }
    }
    return plain(skeleton.toString());
  }

  private static String latin(String written) {
    return plain(
        written
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z]", "")
            .replaceAll("sch|sh|ch|tz|[jz]|c(?=[eiy])|th(?=[eiao])", "s")
            .replaceAll("ph|[bfv]", "p")
            .replaceAll("ng", "n")
            .replaceAll("[cgqx]", "k")
            .replaceAll("d|th", "t")
            .replaceAll("r", "l")
            .replaceAll("[aeiouwy]", ""));
  }

  /** No sign twice in a row. */
  private static String plain(String skeleton) {
    return skeleton.replaceAll("(.)\\1+", "$1");
  }

  /** The share of both that stands in the other in the same order. */
  private static double likeness(String a, String b) {
    var common = new int[a.length() + 1][b.length() + 1];
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        common[i][j] =
            a.charAt(i - 1) == b.charAt(j - 1)
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    return a.isEmpty() || b.isEmpty()
        ? 0
        : 2.0 * common[a.length()][b.length()] / (a.length() + b.length());
  }
}
