package org.nangdok.article.html;

import java.util.regex.Pattern;

/** Tells prose from program code where both are set as they are typed ({@code pre}). */
final class Prose {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** A word with the punctuation that sentences have around it. */
  private static final Pattern WORD =
      Pattern.compile("[\"'“‘(]*\\p{L}[\\p{L}\\p{M}'’-]*[\"'”’)]*[.,;:!?…]*");

  private static final Pattern STOP = Pattern.compile("\\p{L}{2,}[\"'”’)]*[.!?…](?:\\s|$)");

  /** Shorter texts are names, commands, outputs. */
  private static final int FEWEST = 12;

  private static final double MOST_WORDS = 0.85;

  private Prose() {}

  /** Whether a text has sentences, and hardly anything but words. */
  static boolean is(String text) {
    String[] tokens = SPACE.split(text.strip());
    if (tokens.length < FEWEST || !STOP.matcher(text).find()) {
      return false;
    }
    int words = 0;
    for (String token : tokens) {
      words += WORD.matcher(token).matches() ? 1 : 0;
    }
    return words >= MOST_WORDS * tokens.length;
  }
}
