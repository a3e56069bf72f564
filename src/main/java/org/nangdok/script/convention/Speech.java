package org.nangdok.script.convention;

/** Tells words that somebody says of themselves from words about something. */
public final class Speech {

  private static final char HANGUL = '\uac00';
  private static final int ENOUGH = 1000;

  private Speech() {}

  /** Whether a text is said to somebody: polite, or of oneself. */
  public static boolean isSpoken(String words, Lexicon lexicon) {
    String text = words.substring(0, Math.min(words.length(), ENOUGH));
    if (Sentences.isPolite(text) || lexicon.ends(WordKind.POLITE, bare(words))) {
      return true;
    }
    return speaksOfSelf(text, lexicon);
  }

  /** Whether somebody says "I" outside quotation marks. */
  public static boolean speaksOfSelf(String text, Lexicon lexicon) {
    return says(WordKind.SELF, text, lexicon);
  }

  /** Whether somebody says "you" outside quotation marks, or asks with an ending of respect. */
  public static boolean addresses(String text, Lexicon lexicon) {
    return says(WordKind.YOU, text, lexicon) || lexicon.ends(WordKind.YOU_ENDING, bare(text));
  }

  private static boolean says(WordKind kind, String text, Lexicon lexicon) {
    for (String word : lexicon.texts(kind)) {
      int at = text.indexOf(word);
      while (at >= 0) {
        if (stands(text, at, at + word.length()) && !isQuoted(text, at)) {
          return true;
        }
        at = text.indexOf(word, at + 1);
      }
    }
    return false;
  }

  /** The text without the stops and marks at its end. */
  private static String bare(String text) {
    int end = text.length();
    while (end > 0 && !Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Whether a word isn't part of a longer one, as far as its writing parts words by spaces. */
  private static boolean stands(String text, int start, int end) {
    char word = text.charAt(start);
    boolean spaced = word < '\u1100' || word >= HANGUL;
    boolean begins = start == 0 || !spaced || !Character.isLetter(text.charAt(start - 1));
    boolean ends =
        word >= '\u1100' || end == text.length() || !Character.isLetter(text.charAt(end));
    return begins && ends;
  }

  private static boolean isQuoted(String text, int position) {
    for (int i = 0; i < position; i++) {
      if (Quotes.opens(text.charAt(i))) {
        int close = Quotes.close(text, i, text.length());
        if (close < 0 || close > position) {
          return true;
        }
        i = close;
      }
    }
    return false;
  }
}
