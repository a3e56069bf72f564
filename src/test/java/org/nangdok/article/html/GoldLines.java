package org.nangdok.article.html;

import java.util.List;

/** Marks the lines of a page that stand in its true article, in order where they are short. */
final class GoldLines {

  private static final int LONG = 40;

  private GoldLines() {}

  /** For each line whether it is the article's. */
  static boolean[] mark(List<PageLine> lines, String truth) {
    String gold = key(truth);
    boolean[] mine = new boolean[lines.size()];
    int[] at = new int[lines.size()];
    // Long lines are found anywhere; they anchor the short ones between them.
    int next = 0;
    for (int i = 0; i < mine.length; i++) {
      String key = key(lines.get(i).text());
      at[i] = -1;
      if (key.length() >= LONG) {
        int found = gold.indexOf(key, next);
        if (found < 0) {
          found = gold.indexOf(key);
        }
        if (found < 0 && key.length() > 3 * LONG) {
          // A long line of which a piece was left out by the annotator.
          found = gold.indexOf(key.substring(key.length() / 3, key.length() / 3 + LONG));
          found = found < 0 ? gold.indexOf(key.substring(0, LONG)) : found;
        }
        if (found >= 0) {
          mine[i] = true;
          at[i] = found;
          next = found + key.length();
        }
      }
    }
    for (int i = 0; i < mine.length; i++) {
      String key = key(lines.get(i).text());
      if (mine[i] || key.isEmpty() || key.length() >= LONG) {
        continue;
      }
      int before = i - 1;
      while (before >= 0 && at[before] < 0) {
        before--;
      }
      int after = i + 1;
      while (after < mine.length && at[after] < 0) {
        after++;
      }
      int from = before < 0 ? 0 : at[before] + key(lines.get(before).text()).length();
      int to = after >= mine.length ? gold.length() : at[after];
      boolean near = (before >= 0 && i - before < 60) || (after < mine.length && after - i < 60);
      int found = from <= to && near ? gold.indexOf(key, from) : -1;
      if (found >= 0 && found + key.length() <= to) {
        mine[i] = true;
        at[i] = found;
      }
    }
    return mine;
  }

  private static String key(String text) {
    StringBuilder key = new StringBuilder();
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(key::appendCodePoint);
    return key.toString();
  }
}
