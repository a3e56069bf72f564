package org.nangdok.article.html;

/** The form of a line by itself: its length, its letters and how it ends. */
final class LineShape {

  private LineShape() {}

  /** Whether a line reads like a sentence or is as long as one, and isn't mostly link. */
  static boolean isRunning(PageLine line) {
    return line.linkShare() < 0.6
        && (line.weight() >= 90 || (line.weight() >= 28 && endsSentence(line.text())));
  }

  static boolean endsSentence(String text) {
    for (int i = text.length() - 1; i >= 0 && i >= text.length() - 4; i--) {
      char c = text.charAt(i);
      if (".!?…。！？".indexOf(c) >= 0) {
        return true;
      }
      if ("\"'”’」』)] ".indexOf(c) < 0) {
        return c == '다' || c == '요' || c == '죠';
      }
    }
    return false;
  }

  /** Adds the numbers about the line's text. */
  static void describe(Row row, PageLine line) {
    String text = line.text();
    int upper = 0;
    int digits = 0;
    int commas = 0;
    int words = 1;
    int capitalised = 0;
    int stops = 0;
    char before = ' ';
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      upper += Character.isUpperCase(c) ? 1 : 0;
      digits += c >= '0' && c <= '9' ? 1 : 0;
      commas += c == ',' || c == '、' || c == '，' ? 1 : 0;
      stops += c == '.' || c == '。' ? 1 : 0;
      words += c == ' ' ? 1 : 0;
      capitalised += before == ' ' && Character.isUpperCase(c) ? 1 : 0;
      before = c;
    }
    row.add("weight", LineTable.log(line.weight()));
    row.add("link-share", line.linkShare());
    row.add("bold-share", (double) line.boldWeight() / line.weight());
    row.add("sentence", endsSentence(text) ? 1 : 0);
    row.add("commas", Math.min(9, commas));
    row.add("stops", Math.min(9, stops));
    row.add("words", LineTable.log(words));
    row.add("digit-share", (double) digits / text.length());
    row.add("upper-share", (double) upper / text.length());
    row.add("capitalised-share", (double) capitalised / words);
    row.add("colon-end", text.endsWith(":") ? 1 : 0);
    row.add("question-end", text.endsWith("?") ? 1 : 0);
  }
}
